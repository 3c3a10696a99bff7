import type { History } from './history.ts';

/** So many of the latest events are counted at most. */
const EVENTS = 50_000;
/** A list counts a third when so large a part of all lists has come after it. */
const FRESH = 0.04;

/** What is had most of late, best first: for a shopper of whom nothing is known. */
export function popularOf(history: History, most: number): number[] {
  const { events, item, list, lists } = history;
  const worth = new Map<number, number>();
  for (let event = events - 1; event >= Math.max(0, events - EVENTS); event--) {
    const fresh = Math.exp((list[event]! - lists) / (FRESH * lists));
    worth.set(item[event]!, (worth.get(item[event]!) ?? 0) + fresh);
  }
  return [...worth]
    .sort(([a, worthA], [b, worthB]) => worthB - worthA || a - b)
    .slice(0, most)
    .map(([one]) => one);
}
