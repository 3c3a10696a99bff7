import type { Product } from '../../../src/contract/products.ts';
import type {
  SharedWishlist,
  WishlistMerge,
  WishlistMerged,
  Wishlists,
} from '../../../src/contract/wishlists.ts';
import { idsIn } from '../../../src/domain/wishlists/ids.ts';
import { wishKey } from '../../../src/domain/wishlists/merge.ts';

/** What a backend has of wishlists, in a few lines: whatever is told last counts. */
export class FakeWishlists {
  counts: Record<string, number> = {};
  saved: Wishlists = { lists: [], wishes: [], shares: [], alerts: [] };
  shared: SharedWishlist | undefined;

  /** Undefined where it is not about wishlists. */
  answer(
    what: string,
    body: unknown,
    search: URLSearchParams,
    products: readonly Product[],
  ): object | null | undefined {
    const asked = idsIn(search.get('products') ?? '');
    if (what === 'GET /wishlists/counts') return { counts: this.counts };
    if (what === 'GET /wishlists/products')
      return { items: products.filter(({ id }) => asked.includes(id)) };
    if (what === 'GET /wishlists') return this.saved;
    if (what === 'POST /wishlists/merge') return this.#merge(body as WishlistMerge);
    const [, list] = /^PUT \/wishlists\/([^/]+)\/share$/.exec(what) ?? [];
    if (list) {
      const share = {
        list,
        token: 'token-of-a-list',
        friends: (body as { friends: boolean }).friends,
      };
      this.saved = { ...this.saved, shares: [share] };
      return share;
    }
    if (/^DELETE \/wishlists\/[^/]+\/share$/.test(what)) {
      this.saved = { ...this.saved, shares: [] };
      return null;
    }
    if (what.startsWith('GET /wishlists/shared/')) return this.shared;
    return /^(PUT|DELETE) \/wishlists\//.test(what) ? null : undefined;
  }

  #merge({ lists, wishes }: WishlistMerge): WishlistMerged {
    const keys = new Set(wishes.map(wishKey));
    const ids = new Set(lists.map(({ id }) => id));
    this.saved = {
      ...this.saved,
      lists: [
        ...this.saved.lists.filter(({ id }) => !ids.has(id)),
        ...lists.filter(({ removed }) => !removed),
      ],
      wishes: [
        ...wishes.filter(({ removed }) => !removed),
        ...this.saved.wishes.filter((wish) => !keys.has(wishKey(wish))),
      ],
    };
    return { lists, wishes };
  }
}
