/** A list of items, best first, and what it is worth among others. */
export interface Vote {
  items: readonly number[];
  worth: number;
}

/** The first place is worth little more than the second: what several lists say weighs more. */
const SMOOTHING = 20;

/**
 * One order out of several (reciprocal rank fusion). What is sent back often counts less: `kept` is the
 * part of an item's sales that stayed with shoppers.
 */
export function fused(votes: readonly Vote[], kept: (item: number) => number = () => 1): number[] {
  const scores = new Map<number, number>();
  for (const { items, worth } of votes)
    if (worth > 0)
      for (const [place, item] of items.entries())
        scores.set(item, (scores.get(item) ?? 0) + worth / (SMOOTHING + place + 1));
  return [...scores]
    .map(([item, score]) => ({ item, score: score * kept(item) }))
    .sort((a, b) => b.score - a.score || a.item - b.item)
    .map(({ item }) => item);
}

/** As if of 20 more sold one came back: a single return says little. */
export const keptOf = (sold: number, returned: number): number =>
  Math.max(0, 1 - (returned + 1) / (sold + 20));
