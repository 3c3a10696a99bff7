import type { History } from './history.ts';

/** Of an item's events these are looked at: the latest, the 4th, … */
const NTH = [1, 4, 16, 64] as const;
export const AGES = NTH.length;

/**
 * Writes how many lists ago an item was had for the latest time, the 4th, … (Infinity: not so often).
 * What was found for an item is kept until it is had again.
 */
export function createAges(history: History) {
  /** Of each item: as of which event, and the lists of those. */
  let known = new Int32Array(0);
  let lists = new Float64Array(0);

  return (item: number, to: Float32Array, at: number): void => {
    if (history.items > known.length) {
      known = new Int32Array(history.items * 2).fill(-2);
      lists = new Float64Array(known.length * AGES);
    }
    const latest = history.latest[item]!;
    if (known[item] !== latest) find(item, latest);
    for (let age = 0; age < AGES; age++) to[at + age] = history.lists - lists[item * AGES + age]!;
  };

  function find(item: number, latest: number): void {
    known[item] = latest;
    let event = latest;
    let passed = 1;
    for (const [age, nth] of NTH.entries()) {
      for (; passed < nth && event >= 0; passed++) event = history.earlier[event]!;
      lists[item * AGES + age] = event < 0 ? -Infinity : history.list[event]!;
    }
  }
}
