import { createAges } from './ages.ts';
import { createPrior, type Blend } from './blend.ts';
import { heldOf } from './context.ts';
import { highest } from './highest.ts';
import type { History } from './history.ts';
import { createListCount, EVENTS } from './lists.ts';
import type { Neighbours } from './neighbours.ts';
import type { Regression } from './regression.ts';
import { columnOf, WIDTH } from './signals.ts';
import { createTally, SUMS } from './tally.ts';
import { addCosines, addRegression } from './ties.ts';
import { createWalks } from './walks.ts';

const { near, next, prior, nearPart, nextPart, count, age, back, repeats } = columnOf;
const { length, different, lastCount: lastSeen } = columnOf;

/** What is counted of the past. */
export interface Past {
  history: History;
  steps: Neighbours;
  cosines: Neighbours;
  regression: Regression;
  /** How many lists there were by then. */
  lists: number;
  /** How many times as often as in lists of one length two items meet by chance. */
  crowding: number;
}

export interface Candidates {
  size: number;
  /** Best first by the prior. */
  items: Int32Array;
  /** Of each candidate its signals, WIDTH wide. */
  rows: Float32Array;
  /** How many items were found, and what each counted signal comes to over all of them. */
  found: number;
  totals: Float64Array;
}

export interface Wish {
  context: ArrayLike<number>;
  /** How many to keep, by the prior. */
  most: number;
  /** Never these. */
  not?: (item: number) => boolean;
}

/** What it gives is good until it is asked again. */
export function createCandidates({ history, steps, cosines, regression }: Past) {
  const tally = createTally();
  const countLists = createListCount(history);
  const addWalks = createWalks(steps);
  const writeAges = createAges(history);
  const totals = new Float64Array(SUMS);
  let open = new Int32Array(0);
  let worth = new Float32Array(0);
  let rows = new Float32Array(0);
  let items = new Int32Array(0);

  return ({ context, most, not }: Wish, blend: Blend): Candidates => {
    const heldByItem = heldOf(context, history.items);
    const held = [...heldByItem.values()];
    tally.clear(history.items);
    countLists(tally, held);
    addCosines(tally, held, cosines, history);
    addRegression(tally, held, regression);
    addWalks(tally, held);
    for (const { item } of held) tally.rowOf(item);
    if (worth.length < tally.size) {
      worth = new Float32Array(tally.size * 2);
      open = new Int32Array(worth.length);
    }
    if (items.length < most) {
      items = new Int32Array(most);
      rows = new Float32Array(most * WIDTH);
    }
    let found = 0;
    totals.fill(0);
    const { sums } = tally;
    for (let at = 0; at < tally.size; at++) {
      if (not?.(tally.items[at]!)) continue;
      open[found++] = at;
      for (let sum = 0; sum < SUMS; sum++) totals[sum]! += sums[at * SUMS + sum]!;
    }
    const priorOf = createPrior(blend, totals, found);
    for (let one = 0; one < found; one++) worth[open[one]!] = priorOf(sums, open[one]! * SUMS);
    const chosen = highest(open.subarray(0, found), worth, most);
    const lastCount = history.count[held[0]?.item ?? -1] ?? 0;
    for (const [rank, at] of chosen.entries()) {
      const item = (items[rank] = tally.items[at]!);
      const own = heldByItem.get(item);
      const from = rank * WIDTH;
      for (let sum = 0; sum < SUMS; sum++) rows[from + sum] = sums[at * SUMS + sum]!;
      rows[from + prior] = worth[at]!;
      rows[from + nearPart] = sums[at * SUMS + near]! / (totals[near]! || 1);
      rows[from + nextPart] = sums[at * SUMS + next]! / Math.max(1, Math.min(EVENTS, lastCount));
      rows[from + count] = history.count[item]!;
      writeAges(item, rows, from + age);
      rows[from + back] = own?.back ?? -1;
      rows[from + repeats] = own?.times ?? 0;
      rows[from + length] = context.length;
      rows[from + different] = held.length;
      rows[from + lastSeen] = lastCount;
    }
    return { size: chosen.length, items, rows, found, totals };
  };
}
