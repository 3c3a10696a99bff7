import type { Past } from './candidates.ts';
import type { Neighbours } from './neighbours.ts';
import type { Kind } from './questions.ts';

/** Why an item is shown; `seed` is the item of the shopper's own that led there. */
export type Reason =
  /** Others bought it together with the seed. */
  | { code: 'bought_together'; seed: number }
  /** Others looked at it along with the seed. */
  | { code: 'seen_together'; seed: number }
  /** Never together with the seed, but with what the seed is together with; or alike by what is said of it. */
  | { code: 'similar'; seed: number }
  | { code: 'popular' };

/** The item of the context that ties it most is its seed; with none, it is like the latest. */
export function reasonOf(
  { cosines }: Past,
  kind: Kind,
  context: readonly number[],
  item: number,
): Reason {
  const tie = context
    .filter((seed) => seed !== item)
    .map((seed) => ({ seed, strength: tieOf(cosines, seed, item) }))
    .reduce((best, one) => (one.strength >= best.strength ? one : best), { seed: -1, strength: 0 });
  if (tie.seed < 0) return { code: 'popular' };
  if (tie.strength === 0) return { code: 'similar', seed: tie.seed };
  return { code: kind === 'baskets' ? 'bought_together' : 'seen_together', seed: tie.seed };
}

/** Either may have the other among its nearest. */
const tieOf = (cosines: Neighbours, one: number, other: number): number =>
  Math.max(strengthOf(cosines, one, other), strengthOf(cosines, other, one));

function strengthOf({ width, item, strength }: Neighbours, from: number, to: number): number {
  const at = item.subarray(from * width, (from + 1) * width).indexOf(to);
  return at < 0 ? 0 : strength[from * width + at]!;
}
