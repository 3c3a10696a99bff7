import type { Return } from '../../contract/returns.ts';
import { cancelReturn, getReturn, getReturnLabel } from '../client/returns.ts';
import { createWishes } from '../client/wishes.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createStepUp, createWaiting, type Waiting } from './step-up.ts';

/** Returns one by one, and what their shopper can do with them. */
export interface Returns {
  /** The same store each time; read again when its order has news. */
  one(id: string): RemoteStore<Return>;
  /** The label to print: a PDF. */
  label(id: string): Promise<Blob>;
  /** Keeps what was to go back. False: a code is needed first; it waits for one. */
  cancel(id: string, proof: string | undefined): Promise<boolean>;
  /** The return that is to be cancelled. */
  readonly waiting: Waiting<string>;
}

export function createReturns(ground: Ground): Returns {
  const { send, keep } = ground;
  const stores = new Map<string, RemoteStore<Return>>();
  const all = () => [...stores.values()];
  const { once } = createWishes();
  const stepUp = createStepUp(ground);
  const waiting = createWaiting<string>();
  keep({
    renew: () => all().forEach((one) => one.renew()),
    retry: () => all().forEach((one) => one.$state.get().is === 'failed' && one.renew()),
    reset() {
      waiting.forget();
      all().forEach((one) => one.reset());
    },
    heard(order) {
      const meant = all().filter(({ $state }) => $state.get().value?.order === order);
      for (const one of meant) void one.load();
      // its order is read by itself
      return false;
    },
  });
  const one = (id: string): RemoteStore<Return> => {
    const known = stores.get(id) ?? createRemote((signal) => getReturn(send, id, signal));
    stores.set(id, known);
    return known;
  };
  return {
    one,
    async label(id) {
      const { pdf } = await getReturnLabel(send, id);
      const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
      return new Blob([bytes], { type: 'application/pdf' });
    },
    async cancel(id, proof) {
      const isDone = await stepUp(async () =>
        one(id).put(await once(id, (key) => cancelReturn(send, id, key))),
      );
      if (!isDone) waiting.wait(id, proof);
      return isDone;
    },
    waiting,
  };
}
