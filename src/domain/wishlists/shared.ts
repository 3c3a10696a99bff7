import { SAVED } from '../../contract/wishlist-limits.ts';
import type { SharedWishlist, Wish, Wishlist } from '../../contract/wishlists.ts';

/** Where a wish stands: in its list, or in the one that is always there. */
export const listOf = ({ list }: Wish, lists: readonly Wishlist[]): string =>
  lists.some(({ id, removed }) => id === list && !removed) ? list : SAVED;

export interface Shared {
  list: string;
  friends: boolean;
  /** Products that friends have marked; undefined for whoever is to be surprised. */
  taken: ReadonlySet<string> | undefined;
}

/** A list for those who have its link: products and how many, nothing of the person. */
export function sharedOf(
  { list, friends, taken }: Shared,
  lists: readonly Wishlist[],
  wishes: readonly Wish[],
): SharedWishlist {
  const name = lists.find(({ id, removed }) => id === list && !removed)?.name;
  const quantities = new Map<string, number>();
  for (const wish of wishes)
    if (!wish.removed && listOf(wish, lists) === list)
      quantities.set(wish.product, (quantities.get(wish.product) ?? 0) + wish.quantity);
  return {
    ...(name !== undefined && { name }),
    friends,
    items: [...quantities].map(([product, quantity]) => ({
      ...{ product, quantity },
      ...(friends && taken && { taken: taken.has(product) }),
    })),
  };
}
