/** The values of rows as small numbers: how many of their column's cuts lie below each. */
export interface Bins {
  width: number;
  /** Of each column at most 63, rising. */
  cuts: readonly Float32Array[];
  /** Row by row, as the values were. */
  bin: Uint8Array;
}

export const BINS = 64;
/** So many values tell where the cuts belong. */
const SAMPLE = 20_000;

/** The bins of a column hold about as many rows each. */
export const cutsOf = (rows: Float32Array, width: number): Float32Array[] =>
  Array.from({ length: width }, (_, column) => {
    const height = rows.length / width;
    const step = Math.max(1, Math.floor(height / SAMPLE));
    const sample = new Float32Array(Math.ceil(height / step));
    for (let at = 0; at < sample.length; at++) sample[at] = rows[at * step * width + column]!;
    return cutsIn(sample.sort());
  });

export function binsOf(rows: Float32Array, cuts: readonly Float32Array[]): Bins {
  const width = cuts.length;
  const bin = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row += width)
    for (let column = 0; column < width; column++)
      bin[row + column] = below(cuts[column]!, rows[row + column]!);
  return { width, cuts, bin };
}

function cutsIn(sorted: Float32Array): Float32Array {
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
