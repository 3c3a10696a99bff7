import type { Return } from '../../contract/returns.ts';
import { cancelReturn, getReturn, getReturnLabel } from '../client/returns.ts';
import type { Ground } from './ground.ts';
import type { RemoteStore } from './remote.ts';
import { createRemotes } from './remotes.ts';
import { createProven, type Proven } from './step-up.ts';

/** Returns one by one, and what their shopper can do with them. */
export interface Returns {
  /** The same store each time; read again when its order has news. */
  one(id: string): RemoteStore<Return>;
  /** The label to print: a PDF. */
  label(id: string): Promise<Blob>;
  /** Keeps what was to go back, by the return's id. */
  readonly cancelling: Proven<string, Return>;
}

export function createReturns(ground: Ground): Returns {
  const { send } = ground;
  const stores = createRemotes<Return>(ground, {
    heard({ $state, load }, order) {
      if ($state.get().value?.order === order) void load();
      // its order is read by itself
      return false;
    },
  });
  const one = (id: string) => stores(id, (signal) => getReturn(send, id, signal));
  return {
    one,
    async label(id) {
      const { pdf } = await getReturnLabel(send, id);
      const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
      return new Blob([bytes], { type: 'application/pdf' });
    },
    cancelling: createProven(ground, async (id, key) => {
      const cancelled = await cancelReturn(send, id, key);
      one(id).put(cancelled);
      return cancelled;
    }),
  };
}
