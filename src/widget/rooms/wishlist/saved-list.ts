import { SAVED } from '../../../contract/wishlist-limits.ts';
import type { Product, Variant } from '../../../contract/products.ts';
import type { Wish } from '../../../contract/wishlists.ts';
import { markOf, type Mark } from '../../../domain/wishlists/marks.ts';
import type { Contents } from '../../saving/wish-box.ts';
import { listOf } from '../../stores/wishlists.ts';

/** Something saved, with what is known of it now. */
export interface Saved {
  wish: Wish;
  /** Null: there is none of it any more; undefined: not read yet. */
  product: Product | null | undefined;
  /** The one that is saved; of a product whatever it comes in, the one that can be had for least. */
  variant: Variant | undefined;
  mark: Mark | undefined;
}

export type Sorting = 'newest' | 'cheapest' | 'dropped';
export interface Choice {
  /** A list's id, or one of those below. */
  list: string;
  sorting: Sorting;
}

/** No list's id: those have neither dots nor blanks. */
export const ALL = '.all';
/** What costs less than when it was saved. */
export const DROPS = '.drops';

export const savedOf = (
  wishes: readonly Wish[],
  products: ReadonlyMap<string, Product | null>,
): Saved[] =>
  wishes.map((wish) => {
    const product = products.get(wish.product);
    const variant = product ? variantOf(product, wish.variant) : undefined;
    const mark = variant && markOf(variant, wish.price);
    return { wish, product, variant, mark };
  });

function variantOf({ variants }: Product, id: string | undefined): Variant | undefined {
  if (id !== undefined) return variants.find((one) => one.id === id);
  const [first, ...others] = variants;
  const rank = ({ available, price }: Variant) => (available ? 0 : 1e15) + price.amount;
  return first && others.reduce((best, one) => (rank(one) < rank(best) ? one : best), first);
}

export function chosen(
  saved: readonly Saved[],
  { list, sorting }: Choice,
  { lists }: Contents,
): Saved[] {
  const isIn = ({ wish, mark }: Saved) =>
    list === ALL || (list === DROPS ? mark?.is === 'less' : listOf(wish, lists) === list);
  const price = ({ variant }: Saved) => variant?.price.amount ?? Infinity;
  const drop = ({ mark }: Saved) => (mark?.is === 'less' ? mark.by.amount : 0);
  const newest = (one: Saved, other: Saved) => (one.wish.savedAt < other.wish.savedAt ? 1 : -1);
  return saved.filter(isIn).toSorted((one, other) => {
    const by =
      sorting === 'cheapest'
        ? price(one) - price(other)
        : sorting === 'dropped'
          ? drop(other) - drop(one)
          : 0;
    return by || newest(one, other);
  });
}

/** Which list is shared from where a shopper stands. */
export const sharedList = ({ list }: Choice): string =>
  list === ALL || list === DROPS ? SAVED : list;
