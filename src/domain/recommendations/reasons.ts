import type { Past } from './candidates.ts';
import { togetherIn } from './history.ts';
import type { Neighbours } from './neighbours.ts';
import type { Kind } from './questions.ts';

/** Why an item is shown; `seed` is the item of the shopper's own that led there. */
export type Reason =
  /** Others bought it together with the seed. */
  | { code: 'bought_together'; seed: number }
  /** Others looked at it along with the seed. */
  | { code: 'seen_together'; seed: number }
  /** Alike by what is said of it. */
  | { code: 'similar'; seed: number }
  | { code: 'popular' };

/** One basket, or one visit, says nothing of others. */
const LEAST = 2;
/** What sells with everything goes with nothing: tied less than this, it is held against chance. */
const CLOSE = 0.25;
/** So many deviations beyond it. */
const DEVIATIONS = 2;
/** So many of the context, those that tie it most, are held against it. */
const SEEDS = 3;

/** Of the items of the context that truly came with it the one that ties it most; none may have. */
export function reasonOf(
  past: Past,
  kind: Kind,
  context: readonly number[],
  item: number,
): Reason | undefined {
  const found = context
    .filter((seed) => seed !== item)
    .map((seed) => ({ seed, strength: tieOf(past.cosines, seed, item) }))
    .filter(({ seed, strength }) => strength === 0 || isMoreThanChance(past, seed, item, strength))
    // of equals the latest
    .reverse()
    .sort((a, b) => b.strength - a.strength)
    .slice(0, SEEDS)
    .find(({ seed, strength }) => {
      // of those that are not near each other what has come since counts alone
      const from = strength === 0 ? past.lists : 0;
      return togetherIn(past.history, [seed, item], { from, most: LEAST }) >= LEAST;
    });
  return (
    found && { code: kind === 'baskets' ? 'bought_together' : 'seen_together', seed: found.seed }
  );
}

function isMoreThanChance(
  { history: { count, lists }, crowding }: Past,
  one: number,
  other: number,
  cosine: number,
): boolean {
  if (cosine >= CLOSE) return true;
  const mean = Math.sqrt((count[one] ?? 0) * (count[other] ?? 0));
  const chance = (crowding * mean ** 2) / Math.max(1, lists);
  return cosine * mean >= chance + DEVIATIONS * Math.sqrt(chance);
}

/** Either may have the other among its nearest. */
const tieOf = (cosines: Neighbours, one: number, other: number): number =>
  Math.max(strengthOf(cosines, one, other), strengthOf(cosines, other, one));

function strengthOf({ width, item, strength }: Neighbours, from: number, to: number): number {
  const at = item.subarray(from * width, (from + 1) * width).indexOf(to);
  return at < 0 ? 0 : strength[from * width + at]!;
}
