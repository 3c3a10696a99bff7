import type { History } from './history.ts';

/** With fewer known buyers nothing is said. */
const BUYERS = 5;
/** This part of them has come back for it. */
const PART = 0.4;

/**
 * What shoppers buy again and again: coffee, not coats. 1 where it is so. `owners` says whose each basket
 * was, -1 where nobody knows.
 */
export function boughtAgain(history: History, owners: Int32Array): Uint8Array {
  const again = new Uint8Array(history.items);
  for (let item = 0; item < history.items; item++) {
    /** Of each buyer: in how many baskets. */
    const baskets = new Map<number, number>();
    let last = -1;
    for (let event = history.latest[item]!; event >= 0; event = history.earlier[event]!) {
      const list = history.list[event]!;
      if (list === last) continue;
      last = list;
      const owner = owners[list] ?? -1;
      if (owner >= 0) baskets.set(owner, (baskets.get(owner) ?? 0) + 1);
    }
    if (baskets.size < BUYERS) continue;
    const back = [...baskets.values()].filter((times) => times > 1).length;
    if (back >= PART * baskets.size) again[item] = 1;
  }
  return again;
}
