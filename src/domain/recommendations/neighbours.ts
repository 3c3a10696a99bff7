import type { History } from './history.ts';

/** Each item's strongest neighbours: item `i` has its own from `i * width`, -1 after the last. */
export interface Neighbours {
  width: number;
  item: Int32Array;
  strength: Float32Array;
}

interface Weighing {
  width: number;
  /** How many of an item's latest events are looked at, and how far to both sides of each. */
  events: number;
  reach: number;
  /** What a pair counts that stands so far apart. */
  pair: (distance: number) => number;
}

/** A step of a walk: to what stood nearby; the strengths of an item come to 1. */
export function stepsOf(history: History): Neighbours {
  const steps = neighboursOf(history, {
    width: 40,
    events: 500,
    reach: 10,
    pair: (apart) => 1 / apart,
  });
  for (let from = 0; from < steps.strength.length; from += steps.width) {
    const own = steps.strength.subarray(from, from + steps.width);
    const sum = own.reduce((total, one) => total + one, 0) || 1;
    for (let at = 0; at < own.length; at++) own[at]! /= sum;
  }
  return steps;
}

/** The cosine between two items: in how many lists they are together, of how many each is in. */
export function cosinesOf(history: History): Neighbours {
  const cosines = neighboursOf(history, { width: 100, events: 2000, reach: 50, pair: () => 1 });
  for (let at = 0; at < cosines.strength.length; at++) {
    const count = history.count[Math.floor(at / cosines.width)]!;
    cosines.strength[at]! /= Math.sqrt(Math.max(1, Math.min(count, 2000)));
  }
  return cosines;
}

/**
 * Two items are the nearer the more often they stood together; what stands by everything is held down by
 * the root of how often it was seen.
 */
function neighboursOf(history: History, weighing: Weighing): Neighbours {
  const { items, count } = history;
  const { width } = weighing;
  const neighbours = {
    width,
    item: new Int32Array(items * width).fill(-1),
    strength: new Float32Array(items * width),
  };
  const weight = new Float32Array(items);
  for (let item = 0; item < items; item++) {
    const seen = weighPairs(history, item, weighing, weight);
    for (const other of seen) weight[other]! /= Math.sqrt(count[other]!);
    if (seen.length > width) seen.sort((a, b) => weight[b]! - weight[a]!);
    for (let at = 0; at < Math.min(width, seen.length); at++) {
      neighbours.item[item * width + at] = seen[at]!;
      neighbours.strength[item * width + at] = weight[seen[at]!]!;
    }
    for (const other of seen) weight[other] = 0;
  }
  return neighbours;
}

/** Adds up what stood by the item; says what did. */
function weighPairs(
  history: History,
  item: number,
  weighing: Weighing,
  weight: Float32Array,
): number[] {
  const { item: itemOf, list: listOf, start, earlier, latest } = history;
  const { events, reach, pair } = weighing;
  const seen: number[] = [];
  let left = events;
  for (let event = latest[item]!; event >= 0 && left-- > 0; event = earlier[event]!) {
    const from = Math.max(start[listOf[event]!]!, event - reach);
    const to = Math.min(start[listOf[event]! + 1]!, event + reach + 1);
    for (let at = from; at < to; at++) {
      const other = itemOf[at]!;
      if (other === item) continue;
      if (weight[other] === 0) seen.push(other);
      weight[other]! += pair(Math.abs(at - event));
    }
  }
  return seen;
}
