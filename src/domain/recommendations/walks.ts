import type { Held } from './context.ts';
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
export function addWalks(
  tally: Tally,
  held: readonly Held[],
  { width, item, strength }: Neighbours,
): void {
  const { sums, rowOf } = tally;
  for (const [rank, { item: from }] of held.slice(0, ITEMS).entries())
    for (let a = from * width, end = a + width; a < end && item[a]! >= 0; a++)
      for (let b = item[a]! * width, last = b + width; b < last && item[b]! >= 0; b++) {
        const row = rowOf(item[b]!);
        const likely = strength[a]! * strength[b]!;
        if (rank === 0) sums[row + walkLast]! += likely;
        sums[row + walk]! += likely / (1 + rank);
      }
  for (const at of placesOf(tally))
    for (let b = tally.items[at]! * width, last = b + width; b < last && item[b]! >= 0; b++) {
      const row = rowOf(item[b]!);
      sums[row + walkOn]! += sums[at * SUMS + walk]! * strength[b]!;
    }
}

function placesOf({ size, sums }: Tally): number[] {
  const places: number[] = [];
  for (let at = 0; at < size; at++) if (sums[at * SUMS + walk]! > LEAST) places.push(at);
  if (places.length <= PLACES) return places;
  return places.sort((a, b) => sums[b * SUMS + walk]! - sums[a * SUMS + walk]!).slice(0, PLACES);
}
