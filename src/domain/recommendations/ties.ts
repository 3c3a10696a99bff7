import type { Held } from './context.ts';
import type { History } from './history.ts';
import type { Neighbours } from './neighbours.ts';
import type { Regression } from './regression.ts';
import { columnOf } from './signals.ts';
import type { Tally } from './tally.ts';

const { cosineLast, cosine, closest, ties, chance, told } = columnOf;

/** Adds what the cosines with each item of the context come to. */
export function addCosines(
  tally: Tally,
  held: readonly Held[],
  { width, item, strength }: Neighbours,
  { count }: History,
): void {
  const { sums, rowOf } = tally;
  for (const [rank, { item: from }] of held.entries())
    for (let at = from * width, end = at + width; at < end && item[at]! >= 0; at++) {
      const row = rowOf(item[at]!);
      const value = strength[at]!;
      if (rank === 0) sums[row + cosineLast] = value;
      sums[row + cosine]! += value;
      sums[row + closest] = Math.max(value, sums[row + closest]!);
      sums[row + ties]! += value * value;
      sums[row + chance]! += value * Math.sqrt(count[item[at]!]! / count[from]!);
    }
}

/** Adds what the regression says after each item of the context. */
export function addRegression(
  tally: Tally,
  held: readonly Held[],
  { start, item, strength }: Regression,
): void {
  for (const { item: from } of held)
    for (let at = start[from]!; at < start[from + 1]!; at++)
      tally.sums[tally.rowOf(item[at]!) + told]! += strength[at]!;
}
