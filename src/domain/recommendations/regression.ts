import type { History } from './history.ts';
import type { Neighbours } from './neighbours.ts';

/** What each item says for others once all is told: item `i` has its own from `start[i]`. */
export interface Regression {
  start: Int32Array;
  item: Int32Array;
  strength: Float32Array;
}

const SUPPORT = 40;
const SWEEPS = 5;
/** Held against every coefficient: its square, and its size. */
const RIDGE = 1;
const LASSO = 0.005;

/**
 * Each item regressed on its nearest (SLIM: sparse, none below 0): of two neighbours that always come
 * together the one does not speak again for what the other has said.
 */
export function regressionOf({ items }: History, cosines: Neighbours): Regression {
  const solve = createSolver(items, cosines);
  const from = new Int32Array(items * SUPPORT).fill(-1);
  const strength = new Float32Array(items * SUPPORT);
  const start = new Int32Array(items + 1);
  for (let item = 0; item < items; item++) {
    solve(item, from.subarray(item * SUPPORT), strength.subarray(item * SUPPORT));
    for (let at = item * SUPPORT; at < (item + 1) * SUPPORT; at++)
      if (strength[at]! > 0) start[from[at]! + 1]! += 1;
  }
  for (let item = 0; item < items; item++) start[item + 1]! += start[item]!;
  const regression = {
    start,
    item: new Int32Array(start[items]!),
    strength: new Float32Array(start[items]!),
  };
  const next = start.slice();
  for (let at = 0; at < strength.length; at++) {
    if (strength[at]! === 0) continue;
    const to = next[from[at]!]!++;
    regression.item[to] = Math.floor(at / SUPPORT);
    regression.strength[to] = strength[at]!;
  }
  return regression;
}

/** Coordinate descent over the cosines among an item's neighbours. */
function createSolver(items: number, { width, item: to, strength: cosine }: Neighbours) {
  const place = new Int32Array(items).fill(-1);
  const among = new Float32Array(SUPPORT * SUPPORT);
  /** What is left to say for each neighbour. */
  const rest = new Float64Array(SUPPORT);
  return (item: number, from: Int32Array, strength: Float32Array): void => {
    let size = 0;
    for (let at = item * width; size < SUPPORT && size < width && to[at]! >= 0; at++) {
      place[to[at]!] = size;
      from[size++] = to[at]!;
    }
    among.fill(0);
    for (let row = 0; row < size; row++)
      for (let at = from[row]! * width, end = at + width; at < end && to[at]! >= 0; at++) {
        const column = place[to[at]!]!;
        if (column >= 0)
          among[row * SUPPORT + column] = among[column * SUPPORT + row] = cosine[at]!;
      }
    for (let row = 0; row < size; row++) rest[row] = cosine[item * width + row]! - LASSO;
    for (let sweep = 0; sweep < SWEEPS; sweep++)
      for (let row = 0; row < size; row++) {
        const told = Math.fround(Math.max(0, rest[row]! / (1 + RIDGE)));
        const more = told - strength[row]!;
        if (more === 0) continue;
        strength[row] = told;
        for (let column = 0; column < size; column++)
          rest[column]! -= among[row * SUPPORT + column]! * more;
      }
    for (let at = 0; at < size; at++) place[from[at]!] = -1;
  };
}
