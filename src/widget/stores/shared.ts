import type { SharedWishlist } from '../../contract/wishlists.ts';
import { endAlert, getShared, markGift, unmarkGift } from '../client/shared.ts';
import type { Ground } from './ground.ts';
import type { RemoteStore } from './remote.ts';
import { createRemotes } from './remotes.ts';

/** Somebody's list, for whoever has its link. */
export interface SharedStore {
  list(token: string): RemoteStore<SharedWishlist>;
  /** Marks what this visitor gives, or takes the mark away; reads the list again. */
  mark(token: string, product: string, by: string, isGiven: boolean): Promise<void>;
  endMails(token: string): Promise<void>;
}

export function createShared(ground: Ground): SharedStore {
  const { send } = ground;
  const lists = createRemotes<SharedWishlist>(ground);
  const list = (token: string) => lists(token, (signal) => getShared(send, token, signal));
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
