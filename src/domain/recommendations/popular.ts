import { highest } from './highest.ts';
import type { History } from './history.ts';

/** So many of the latest events are counted at most. */
const EVENTS = 50_000;
/** A list counts a third when so large a part of all lists has come after it. */
const FRESH = 0.04;

/** What is had most of late, best first: for a shopper of whom nothing is known. */
export function popularOf(history: History, most: number): number[] {
  const { items, events, item, list, lists } = history;
  const worth = new Float32Array(items);
  for (let event = Math.max(0, events - EVENTS); event < events; event++)
    worth[item[event]!]! += Math.exp((list[event]! - lists) / (FRESH * lists));
  const had = Int32Array.from(worth.keys()).filter((one) => worth[one]! > 0);
  return [...highest(had, worth, most)];
}
