/**
 * Regression trees whose sum is a score. The nodes of all trees lie one behind the other: a node without a
 * signal (-1) is a leaf, else what is at most `cut` goes to `below`, the rest to the node after that.
 */
export interface Forest {
  roots: Int32Array;
  signal: Int8Array;
  cut: Float32Array;
  below: Int32Array;
  /** Of a leaf: what it adds. */
  value: Float32Array;
}

/**
 * Adds to the scores of so many rows, one behind the other: tree by tree, as a tree asked of all rows
 * stays at hand, and all trees asked of one row do not.
 */
export function addScores(
  { roots, signal, cut, below, value }: Forest,
  rows: Float32Array,
  width: number,
  scores: Float64Array,
): void {
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!;
    for (let row = 0; row < scores.length; row++) {
      let node = root;
      while (signal[node]! >= 0)
        node = below[node]! + (rows[row * width + signal[node]!]! <= cut[node]! ? 0 : 1);
      scores[row]! += value[node]!;
    }
  }
}
