import { BINS, type Bins } from './bins.ts';

/** Which way the score of each row should go (`slope`), and how bent the loss is there (`bend`). */
export interface Pull {
  slope: Float32Array;
  bend: Float32Array;
}

export interface Node {
  /** -1: a leaf. */
  column: number;
  /** What is in this bin or one before goes to `below`, the rest to the node after that. */
  bin: number;
  below: number;
  value: number;
}

interface Leaf {
  node: number;
  from: number;
  to: number;
  sums: Float64Array;
  split: Split;
}

interface Split {
  gain: number;
  column: number;
  bin: number;
}

const LEAVES = 24;
/** Held against a leaf's value, and the least bend of one. */
const RIDGE = 5;
const LEAST = 2;
export const PACE = 0.18;

/** Grows the leaf that gains most, until there are enough. Reorders the rows. */
export function growTree(
  bins: Bins,
  used: readonly number[],
  rows: Int32Array,
  pull: Pull,
): Node[] {
  const nodes: Node[] = [leaf()];
  const aside = new Int32Array(rows.length);
  const first = sumsOf(bins, used, rows, pull);
  const leaves: Leaf[] = [
    { node: 0, from: 0, to: rows.length, sums: first, split: bestSplit(bins, used, first) },
  ];
  while (leaves.length < LEAVES) {
    const grown = leaves.reduce((best, one) => (one.split.gain > best.split.gain ? one : best));
    if (grown.split.gain === 0) break;
    const middle = part(bins, rows, grown, aside);
    const below = nodes.push(leaf(), leaf()) - 2;
    const { column, bin } = grown.split;
    nodes[grown.node] = { ...leaf(), column, bin, below };
    const firstIsSmall = middle - grown.from < grown.to - middle;
    const small = firstIsSmall
      ? rows.subarray(grown.from, middle)
      : rows.subarray(middle, grown.to);
    const smallSums = sumsOf(bins, used, small, pull);
    const rest = grown.sums.map((sum, at) => sum - smallSums[at]!);
    const [one, other] = firstIsSmall ? [smallSums, rest] : [rest, smallSums];
    leaves.push({
      node: below + 1,
      from: middle,
      to: grown.to,
      sums: other,
      split: bestSplit(bins, used, other),
    });
    Object.assign(grown, {
      node: below,
      to: middle,
      sums: one,
      split: bestSplit(bins, used, one),
    });
  }
  for (const { node, from, to } of leaves)
    nodes[node]!.value = valueOf(rows.subarray(from, to), pull);
  return nodes;
}

const leaf = (): Node => ({ column: -1, bin: 0, below: 0, value: 0 });

function valueOf(rows: Int32Array, { slope, bend }: Pull): number {
  let down = 0;
  let bent = RIDGE;
  for (const row of rows) {
    down += slope[row]!;
    bent += bend[row]!;
  }
  return (-PACE * down) / bent;
}

/** Slope and bend by column and bin. */
function sumsOf(
  { width, bin }: Bins,
  used: readonly number[],
  rows: Int32Array,
  { slope, bend }: Pull,
): Float64Array {
  const sums = new Float64Array(width * BINS * 2);
  const columns = Int32Array.from(used);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const from = row * width;
    const down = slope[row]!;
    const bent = bend[row]!;
    for (let one = 0; one < columns.length; one++) {
      const column = columns[one]!;
      const to = (column * BINS + bin[from + column]!) * 2;
      sums[to]! += down;
      sums[to + 1]! += bent;
    }
  }
  return sums;
}

function bestSplit({ cuts }: Bins, used: readonly number[], sums: Float64Array): Split {
  const best: Split = { gain: 0, column: -1, bin: 0 };
  for (const column of used) {
    const from = column * BINS * 2;
    let slope = 0;
    let bend = 0;
    for (let at = from; at < from + BINS * 2; at += 2) {
      slope += sums[at]!;
      bend += sums[at + 1]!;
    }
    const whole = slope ** 2 / (bend + RIDGE);
    let slopeBelow = 0;
    let bendBelow = 0;
    for (let bin = 0; bin < cuts[column]!.length; bin++) {
      slopeBelow += sums[from + bin * 2]!;
      bendBelow += sums[from + bin * 2 + 1]!;
      if (bendBelow < LEAST || bend - bendBelow < LEAST) continue;
      const gain =
        slopeBelow ** 2 / (bendBelow + RIDGE) +
        (slope - slopeBelow) ** 2 / (bend - bendBelow + RIDGE) -
        whole;
      if (gain > best.gain) Object.assign(best, { gain, column, bin });
    }
  }
  return best;
}

/** Puts the leaf's rows up to the bin first; says where the others begin. */
function part(
  { width, bin }: Bins,
  rows: Int32Array,
  { from, to, split }: Leaf,
  aside: Int32Array,
): number {
  let kept = from;
  let put = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    if (bin[row * width + split.column]! <= split.bin) rows[kept++] = row;
    else aside[put++] = row;
  }
  rows.set(aside.subarray(0, put), kept);
  return kept;
}
