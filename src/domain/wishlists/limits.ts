import { mostLists, mostWishes } from '../../contract/wishlist-limits.ts';
import type { Wish, Wishlist } from '../../contract/wishlists.ts';
import { latest, wishKey, type Written } from './merge.ts';

/** What is known of a shopper's lists before a write: the entries it is about, and how many there are. */
export interface Held {
  lists: readonly Wishlist[];
  wishes: readonly Wish[];
  /** Not taken away. */
  living: { lists: number; wishes: number };
}

export interface Told {
  lists: readonly Wishlist[];
  wishes: readonly Wish[];
}

export interface Decided {
  /** What is written anew. */
  write: Told;
  /** All that was told, as it stands then. */
  now: { lists: Wishlist[]; wishes: Wish[] };
}

/** What a device's writes come to; all of them, or none where there would be too many. */
export function decideMerge(
  held: Held,
  told: Told,
  now: Date,
): Decided | { refused: 'wishlist_full' | 'too_many_wishlists' } {
  const lists = sifted(held.lists, told.lists, ({ id }) => id, now);
  const wishes = sifted(held.wishes, told.wishes, wishKey, now);
  // who is above already may still take away
  if (lists.more > 0 && held.living.lists + lists.more > mostLists)
    return { refused: 'too_many_wishlists' };
  if (wishes.more > 0 && held.living.wishes + wishes.more > mostWishes)
    return { refused: 'wishlist_full' };
  return {
    write: { lists: lists.write, wishes: wishes.write },
    now: { lists: lists.now, wishes: wishes.now },
  };
}

function sifted<Entry extends Written>(
  held: readonly Entry[],
  told: readonly Entry[],
  keyOf: (entry: Entry) => string,
  now: Date,
): { write: Entry[]; now: Entry[]; more: number } {
  const before = new Map(held.map((entry) => [keyOf(entry), entry]));
  const news = told.map((entry) => notAhead(entry, now));
  const named = new Set(news.map(keyOf));
  const after = latest([...held.filter((entry) => named.has(keyOf(entry))), ...news], keyOf);
  const write = [...after].filter(([key, entry]) => before.get(key) !== entry);
  const livesIn = (entry: Entry | undefined) => (entry && !entry.removed ? 1 : 0);
  const more = write.reduce(
    (sum, [key, entry]) => sum + livesIn(entry) - livesIn(before.get(key)),
    0,
  );
  return { write: write.map(([, entry]) => entry), now: [...after.values()], more };
}

/** A clock that is ahead would win over every other for as long as it is. */
function notAhead<Entry extends Written>(entry: Entry, now: Date): Entry {
  const at = now.toISOString();
  return entry.at > at ? { ...entry, at } : entry;
}
