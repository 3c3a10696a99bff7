import type { Quote } from '../../contract/quotes.ts';
import type { ReturnRequest } from '../../contract/returns.ts';
import { quoteChange } from '../client/changes.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { returnsOf } from './return-wishes.ts';

/** What a wish would come to that was not made: beside the one that was, to choose between them. */
export type Alternatives = (order: string, request: ReturnRequest) => RemoteStore<Quote>;

export function createAlternatives({ send, keep }: Ground): Alternatives {
  const stores = new Map<string, RemoteStore<Quote>>();
  keep({
    retry() {
      for (const one of stores.values()) one.retry();
    },
    reset() {
      for (const one of stores.values()) one.reset();
      stores.clear();
    },
  });
  return (order, request) => {
    const name = JSON.stringify([order, request]);
    const known =
      stores.get(name) ??
      createRemote((signal) => quoteChange(send, returnsOf(order), request, signal));
    stores.set(name, known);
    return known;
  };
}
