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

/** Of the row that begins there. */
export function scoreOf(forest: Forest, rows: Float32Array, from: number): number {
  const { roots, signal, cut, below, value } = forest;
  let score = 0;
  for (const root of roots) {
    let node = root;
    while (signal[node]! >= 0)
      node = below[node]! + (rows[from + signal[node]!]! <= cut[node]! ? 0 : 1);
    score += value[node]!;
  }
  return score;
}
