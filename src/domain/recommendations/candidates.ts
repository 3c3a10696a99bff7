import { createPrior, type Blend } from './blend.ts';
import { heldOf, type Held } from './context.ts';
import type { History } from './history.ts';
import { createListCount, EVENTS } from './lists.ts';
import type { Neighbours } from './neighbours.ts';
import type { Regression } from './regression.ts';
import { columnOf, WIDTH } from './signals.ts';
import { createTally, SUMS } from './tally.ts';
import { addCosines, addRegression } from './ties.ts';
import { addWalks } from './walks.ts';

/** What is counted of the past. */
export interface Past {
  history: History;
  steps: Neighbours;
  cosines: Neighbours;
  regression: Regression;
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
  const totals = new Float64Array(SUMS);
  let prior = new Float32Array(0);
  let rows = new Float32Array(0);
  let items = new Int32Array(0);

  return ({ context, most, not }: Wish, blend: Blend): Candidates => {
    const heldByItem = heldOf(context, history.items);
    const held = [...heldByItem.values()];
    tally.clear(history.items);
    countLists(tally, held);
    addCosines(tally, held, cosines, history);
    addRegression(tally, held, regression);
    addWalks(tally, held, steps);
    for (const { item } of held) tally.rowOf(item);
    if (prior.length < tally.size) prior = new Float32Array(tally.size * 2);
    if (items.length < most) {
      items = new Int32Array(most);
      rows = new Float32Array(most * WIDTH);
    }
    const open: number[] = [];
    totals.fill(0);
    for (let at = 0; at < tally.size; at++) {
      if (not?.(tally.items[at]!)) continue;
      open.push(at);
      for (let sum = 0; sum < SUMS; sum++) totals[sum]! += tally.sums[at * SUMS + sum]!;
    }
    const priorOf = createPrior(blend, totals, open.length);
    for (const at of open) prior[at] = priorOf(tally.sums, at * SUMS);
    const chosen = highest(open, prior, most);
    for (const [rank, at] of chosen.entries()) {
      items[rank] = tally.items[at]!;
      const row = rows.subarray(rank * WIDTH, (rank + 1) * WIDTH);
      row.set(tally.sums.subarray(at * SUMS, (at + 1) * SUMS));
      row.set(
        [
          prior[at]!,
          row[columnOf.near]! / (totals[columnOf.near]! || 1),
          row[columnOf.next]! / Math.max(1, Math.min(EVENTS, history.count[held[0]!.item]!)),
          ...agesOf(history, items[rank]!),
          ...ownOf(heldByItem.get(items[rank]!)),
          context.length,
          held.length,
          history.count[held[0]!.item]!,
        ],
        SUMS,
      );
    }
    return { size: chosen.length, items, rows, found: open.length, totals };
  };
}

function agesOf({ count, latest, earlier, list, lists }: History, item: number): number[] {
  const ages = [count[item]!];
  let event = latest[item]!;
  for (let nth = 1; nth <= 64; nth++) {
    if (nth === 1 || nth === 4 || nth === 16 || nth === 64)
      ages.push(event < 0 ? Infinity : lists - list[event]!);
    if (event >= 0) event = earlier[event]!;
  }
  return ages;
}

const ownOf = (held: Held | undefined): [back: number, times: number] =>
  held ? [held.back, held.times] : [-1, 0];

/** The best places, best first: each that is better than the last of them is put where it belongs. */
function highest(places: number[], value: Float32Array, most: number): Int32Array {
  const best = new Int32Array(Math.min(most, places.length));
  let size = 0;
  for (const place of places) {
    if (size === best.length && !(value[place]! > value[best[size - 1]!]!)) continue;
    if (size < best.length) size += 1;
    let from = 0;
    let to = size - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (value[place]! > value[best[middle]!]!) to = middle;
      else from = middle + 1;
    }
    best.copyWithin(from + 1, from, size - 1);
    best[from] = place;
  }
  return best;
}
