import type { Held } from './context.ts';
import { highest } from './highest.ts';
import type { Neighbours } from './neighbours.ts';
import { columnOf } from './signals.ts';
import { SUMS, type Tally } from './tally.ts';

/** So many items of the context, the latest, are walked from. */
const ITEMS = 8;
/** So many places, the likeliest, are walked on from: none less likely than that. */
const PLACES = 200;
const LEAST = 3e-4;

const { walkLast, walk, walkOn } = columnOf;

/** Adds where walks of two and three steps from the context end. */
export function createWalks({ width, item, strength }: Neighbours) {
  let places = new Int32Array(0);

  return (tally: Tally, held: readonly Held[]): void => {
    const { sums, rowOf } = tally;
    for (let rank = 0; rank < Math.min(ITEMS, held.length); rank++) {
      const from = held[rank]!.item * width;
      for (let a = from; a < from + width && item[a]! >= 0; a++) {
        const step = item[a]! * width;
        for (let b = step; b < step + width && item[b]! >= 0; b++) {
          const row = rowOf(item[b]!);
          const likely = strength[a]! * strength[b]!;
          if (rank === 0) sums[row + walkLast]! += likely;
          sums[row + walk]! += likely / (1 + rank);
        }
      }
    }
    if (places.length < tally.size) places = new Int32Array(tally.size * 2);
    let size = 0;
    const worth = new Float32Array(tally.size);
    for (let at = 0; at < tally.size; at++) {
      worth[at] = sums[at * SUMS + walk]!;
      if (worth[at]! > LEAST) places[size++] = at;
    }
    const best =
      size <= PLACES ? places.slice(0, size) : highest(places.subarray(0, size), worth, PLACES);
    for (const at of best) {
      const step = tally.items[at]! * width;
      for (let b = step; b < step + width && item[b]! >= 0; b++) {
        const row = rowOf(item[b]!);
        sums[row + walkOn]! += sums[at * SUMS + walk]! * strength[b]!;
      }
    }
  };
}
