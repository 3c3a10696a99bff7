import type { Wish, Wishlist } from '../../contract/wishlists.ts';
import { productOf } from '../../domain/products.ts';
import { idsIn } from '../../domain/wishlists/ids.ts';
import type { Clock, Platform, WishlistStore } from '../ports.ts';
import { refuse } from '../services/refusal.ts';
import type { SavedWishes } from '../services/wishlists.ts';
import type { Ask, Handlers } from './frame/handler.ts';

type Names =
  | 'getWishlists'
  | 'mergeWishlists'
  | 'putWishlist'
  | 'removeWishlist'
  | 'putWish'
  | 'removeWish'
  | 'countWishes'
  | 'listWishedProducts';

const done = <Body>(body: Body) => ({ status: 200 as const, body });

/** What shoppers save. A single write is a merge of one. */
export const wishlistRoutes = (
  saved: SavedWishes,
  store: WishlistStore,
  platform: Platform,
  clock: Clock,
): Pick<Handlers, Names> => {
  type By = Pick<Ask<'putWish'>, 'shop' | 'caller'>;
  const stamp = ({ at, device }: { at?: string | undefined; device: string }) => ({
    at: at ?? clock().toISOString(),
    device,
  });
  const writeList = async ({ shop, caller }: By, list: Wishlist) => {
    const merged = await saved.merge(shop, caller.customer, { lists: [list], wishes: [] });
    return 'refused' in merged ? refuse('too_many_wishlists') : done(merged.lists[0]!);
  };
  const writeWish = async ({ shop, caller }: By, wish: Wish) => {
    const merged = await saved.merge(shop, caller.customer, { lists: [], wishes: [wish] });
    return 'refused' in merged ? refuse('wishlist_full') : done(merged.wishes[0]!);
  };
  const wishOf = (
    { id: list, product }: { id: string; product: string },
    variant: string | undefined,
    written: { at: string; device: string },
  ): Wish => ({
    ...{ product, list, quantity: 1, savedAt: written.at, ...written },
    ...(variant !== undefined && { variant }),
  });

  return {
    async getWishlists({ caller }) {
      return { ...done(await saved.read(caller)), cache: 'private' };
    },

    async mergeWishlists({ shop, caller, body, keep }) {
      const merged = await saved.merge(shop, caller.customer, body, keep(done));
      return 'refused' in merged ? refuse(merged.refused) : done(merged);
    },

    putWishlist: (ask) =>
      writeList(ask, { id: ask.params.id, name: ask.body.name, ...stamp(ask.body) }),

    async removeWishlist(ask) {
      const { id } = ask.params;
      const gone = await writeList(ask, { id, name: id, removed: true, ...stamp(ask.query) });
      // to take away is never too much
      return 'refused' in gone ? refuse('internal') : gone;
    },

    putWish(ask) {
      const { quantity, note } = ask.body;
      const wish = wishOf(ask.params, ask.query.variant, stamp(ask.body));
      return writeWish(ask, { ...wish, quantity, ...(note !== undefined && { note }) });
    },

    async removeWish(ask) {
      const { variant, ...when } = ask.query;
      const gone = await writeWish(ask, {
        ...wishOf(ask.params, variant, stamp(when)),
        removed: true,
      });
      return 'refused' in gone ? refuse('internal') : gone;
    },

    async countWishes({ shop, query }) {
      const counts = await store.counts(shop.id, idsIn(query.products));
      return { ...done({ counts: Object.fromEntries(counts) }), cache: 'shared' };
    },

    async listWishedProducts({ shop, query }) {
      const items = await platform.products(shop, { ids: idsIn(query.products) });
      return { ...done({ items: items.map(productOf) }), cache: 'shared' };
    },
  };
};
