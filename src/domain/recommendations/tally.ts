import { counted } from './signals.ts';

/** The counted signals of every item found for one context, side by side. */
export interface Tally {
  size: number;
  /** The items found. */
  items: Int32Array;
  /** The item at `n` has its sums from `n * SUMS`. */
  sums: Float32Array;
  /** Where an item's sums begin; it counts as found from then on. */
  rowOf: (item: number) => number;
  has: (item: number) => boolean;
  /** Makes it empty, with room for so many items. */
  clear: (items: number) => void;
}

export const SUMS = counted.length;

export function createTally(): Tally {
  let place = new Int32Array(0);
  const tally: Tally = {
    size: 0,
    items: new Int32Array(0),
    sums: new Float32Array(0),
    rowOf(item) {
      if (place[item]! < 0) {
        place[item] = tally.size;
        tally.items[tally.size++] = item;
      }
      return place[item]! * SUMS;
    },
    has: (item) => place[item]! >= 0,
    clear(items) {
      for (let at = 0; at < tally.size; at++) place[tally.items[at]!] = -1;
      tally.sums.fill(0, 0, tally.size * SUMS);
      tally.size = 0;
      if (items <= place.length) return;
      place = new Int32Array(items * 2).fill(-1);
      tally.items = new Int32Array(items * 2);
      tally.sums = new Float32Array(items * 2 * SUMS);
    },
  };
  return tally;
}
