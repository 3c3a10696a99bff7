import { SAVED } from '../../contract/wishlist-limits.ts';
import type { Share, SharedWishlist } from '../../contract/wishlists.ts';
import { sharedOf } from '../../domain/wishlists/shared.ts';
import type { Clock, SharedList, Shop, Storage } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { newId } from './secrets.ts';
import type { SavedWishes } from './wishlists.ts';

/** A wish that a friend has added bears this in a device's place. */
const FRIEND = 'friend';

/** Lists that others look at. Nothing of whose they are leaves this. */
export interface SharedWishlists {
  share(
    caller: CustomerCaller,
    list: string,
    friends: boolean,
  ): Promise<Share | Refusal<'not_found'>>;
  unshare(caller: CustomerCaller, list: string): Promise<void>;
  /** `reader` is a customer: whoever owns the list is not told what friends have marked. */
  read(
    shop: Shop,
    token: string,
    reader: string | undefined,
  ): Promise<SharedWishlist | Refusal<'not_found'>>;
  add(
    shop: Shop,
    token: string,
    wanted: { product: string; quantity: number },
  ): Promise<undefined | Refusal<'not_found' | 'not_offered' | 'wishlist_full'>>;
  mark(
    shop: Shop,
    token: string,
    product: string,
    by: string,
  ): Promise<undefined | Refusal<'not_found' | 'not_offered' | 'gift_taken'>>;
  unmark(
    shop: Shop,
    token: string,
    product: string,
    by: string,
  ): Promise<undefined | Refusal<'not_found'>>;
}

export function createSharedWishlists(
  { wishlists, shares }: Pick<Storage, 'wishlists' | 'shares'>,
  saved: SavedWishes,
  clock: Clock,
): SharedWishlists {
  /** A list that is open to friends. */
  async function open(
    shop: Shop,
    token: string,
  ): Promise<SharedList | Refusal<'not_found' | 'not_offered'>> {
    const found = await shares.find(shop.id, token);
    if (!found) return refuse('not_found');
    return found.share.friends ? found : refuse('not_offered');
  }

  return {
    async share({ shop, customer }, list, friends) {
      const { lists } = await wishlists.all(shop, customer);
      if (list !== SAVED && !lists.some(({ id }) => id === list)) return refuse('not_found');
      return shares.open(shop, customer, { list, friends, token: newId() }, clock());
    },

    unshare: ({ shop, customer }, list) => shares.end(shop, customer, list),

    async read(shop, token, reader) {
      const found = await shares.find(shop.id, token);
      if (!found || isGone(found)) return refuse('not_found');
      const { customer, share, lists, wishes, taken } = found;
      const { list, friends } = share;
      const told = reader === customer ? undefined : taken;
      return sharedOf({ list, friends, taken: told }, lists, wishes);
    },

    async add(shop, token, { product, quantity }) {
      const found = await open(shop, token);
      if (isRefusal(found)) return found;
      const { customer, share, wishes } = found;
      // what is there already stays as its owner wants it
      if (wishes.some((wish) => wish.product === product)) return undefined;
      const at = clock().toISOString();
      const wish = { product, quantity, list: share.list, savedAt: at, at, device: FRIEND };
      const merged = await saved.merge(shop, customer, { lists: [], wishes: [wish] });
      return 'refused' in merged ? refuse('wishlist_full') : undefined;
    },

    async mark(shop, token, product, by) {
      const found = await open(shop, token);
      if (isRefusal(found)) return found;
      const { list, friends } = found.share;
      const { items } = sharedOf({ list, friends, taken: undefined }, found.lists, found.wishes);
      if (!items.some((item) => item.product === product)) return refuse('not_found');
      const isMarked = await shares.mark(shop.id, token, product, by, clock());
      return isMarked ? undefined : refuse('gift_taken');
    },

    async unmark(shop, token, product, by) {
      if (!(await shares.find(shop.id, token))) return refuse('not_found');
      await shares.unmark(shop.id, token, product, by);
      return undefined;
    },
  };
}

/** Its list was deleted: what was in it stands in `saved` now, which nobody has shared. */
const isGone = ({ share, lists }: SharedList): boolean =>
  share.list !== SAVED && !lists.some(({ id }) => id === share.list);
