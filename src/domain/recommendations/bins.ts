/** A column's values as small numbers: how many of its cuts lie below each. */
export interface Bins {
  /** At most 63, rising. */
  cuts: Float32Array;
  bin: Uint8Array;
}

export const BINS = 64;
/** So many values tell where the cuts belong. */
const SAMPLE = 20_000;

/** Of one column of rows that are `width` wide; the bins hold about as many rows each. */
export function binsOf(rows: Float32Array, width: number, column: number): Bins {
  const height = rows.length / width;
  const step = Math.max(1, Math.floor(height / SAMPLE));
  const sample = new Float32Array(Math.ceil(height / step));
  for (let at = 0; at < sample.length; at++) sample[at] = rows[at * step * width + column]!;
  sample.sort();
  const cuts = cutsOf(sample);
  const bin = new Uint8Array(height);
  for (let row = 0; row < height; row++) bin[row] = below(cuts, rows[row * width + column]!);
  return { cuts, bin };
}

function cutsOf(sorted: Float32Array): Float32Array {
  const values = [...new Set(sorted)];
  if (values.length <= BINS) return Float32Array.from(values.slice(0, -1));
  const cuts = new Set<number>();
  for (let at = 1; at < BINS; at++) cuts.add(sorted[Math.floor((at * sorted.length) / BINS)]!);
  return Float32Array.from(cuts);
}

function below(cuts: Float32Array, value: number): number {
  let from = 0;
  let to = cuts.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value <= cuts[middle]!) to = middle;
    else from = middle + 1;
  }
  return from;
}
