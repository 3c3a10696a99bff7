import type { Quote } from '../../contract/quotes.ts';
import { quoteChange } from '../client/changes.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/**
 * What a wish at this path would come to that was not made: beside the one that was, to choose between
 * them.
 */
export type Alternatives = (at: string, request: object) => RemoteStore<Quote>;

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
  return (at, request) => {
    const name = JSON.stringify([at, request]);
    const known =
      stores.get(name) ?? createRemote((signal) => quoteChange(send, at, request, signal));
    stores.set(name, known);
    return known;
  };
}
