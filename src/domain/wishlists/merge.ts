import type { Wish, Wishlist } from '../../contract/wishlists.ts';

/** What devices write: each entry says when, and on which device. */
export type Written = Wish | Wishlist;

/** What a shopper has saved, taken away included, by key. */
export interface Saved {
  lists: ReadonlyMap<string, Wishlist>;
  wishes: ReadonlyMap<string, Wish>;
}

/** A thing is wished once: the variant, or the product whatever it comes in. */
export const wishKey = ({ product, variant }: Pick<Wish, 'product' | 'variant'>): string =>
  variant === undefined ? JSON.stringify([product]) : JSON.stringify([product, variant]);

/**
 * Of two writes of one thing the one that counts, whichever is named first: the later one; of one
 * instant that of the greater device; a device that wrote twice in one instant is held to the
 * greater text.
 */
export function laterOf<Entry extends Written>(one: Entry, other: Entry): Entry {
  for (const by of ['at', 'device'] as const)
    if (one[by] !== other[by]) return one[by] > other[by] ? one : other;
  return textOf(one) >= textOf(other) ? one : other;
}

/** Equal for equal entries, in whatever order their fields came. The price is not the device’s. */
const textOf = (entry: Written): string =>
  JSON.stringify(
    Object.entries(entry)
      .filter(([name]) => name !== 'price')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Of each thing the write that counts. */
export const savedOf = (lists: Iterable<Wishlist>, wishes: Iterable<Wish>): Saved => ({
  lists: latest(lists, ({ id }) => id),
  wishes: latest(wishes, wishKey),
});

/** Both together. Any order, any number of times: the end is the same. */
export const merge = (one: Saved, other: Saved): Saved =>
  savedOf(
    [...one.lists.values(), ...other.lists.values()],
    [...one.wishes.values(), ...other.wishes.values()],
  );

export function latest<Entry extends Written>(
  entries: Iterable<Entry>,
  keyOf: (entry: Entry) => string,
): Map<string, Entry> {
  const all = new Map<string, Entry>();
  for (const entry of entries) {
    const known = all.get(keyOf(entry));
    all.set(keyOf(entry), known ? laterOf(known, entry) : entry);
  }
  return all;
}
