import type { SharedWishlist } from '../../contract/wishlists.ts';
import { endAlert, getShared, markGift, unmarkGift } from '../client/shared.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** Somebody's list, for whoever has its link. */
export interface SharedStore {
  list(token: string): RemoteStore<SharedWishlist>;
  /** Marks what this visitor gives, or takes the mark away; reads the list again. */
  mark(token: string, product: string, by: string, isGiven: boolean): Promise<void>;
  endMails(token: string): Promise<void>;
}

export function createShared({ send, keep }: Ground): SharedStore {
  const stores = new Map<string, RemoteStore<SharedWishlist>>();
  const all = (act: (one: RemoteStore<SharedWishlist>) => void) =>
    [...stores.values()].forEach(act);
  keep({
    renew: () => all((one) => one.renew()),
    retry: () => all((one) => one.$state.get().is === 'failed' && one.renew()),
    reset: () => all((one) => one.reset()),
  });
  const list = (token: string) => {
    const known = stores.get(token) ?? createRemote((signal) => getShared(send, token, signal));
    stores.set(token, known);
    return known;
  };
  return {
    list,
    async mark(token, product, by, isGiven) {
      try {
        await (isGiven ? markGift : unmarkGift)(send, token, product, by);
      } finally {
        // somebody may have been faster
        await list(token).load();
      }
    },
    endMails: (token) => endAlert(send, token),
  };
}
