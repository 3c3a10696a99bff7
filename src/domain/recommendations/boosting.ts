import { binsOf, type Bins } from './bins.ts';
import { createDice } from './dice.ts';
import type { Forest } from './forest.ts';
import { growTree, type Node, type Pull } from './tree.ts';

/** Questions with their answers: each has some rows, one of which is right. */
export interface Lessons {
  width: number;
  rows: Float32Array;
  /** How many rows each stands for: those left out are as those kept. */
  weights: Float32Array;
  /** Where each question's rows begin; one more says where the last ends. */
  starts: number[];
  /** The right row of each question. */
  right: number[];
}

const TREES = 120;
/** What part of the questions, and of the columns, a tree is grown on. */
const QUESTIONS = 0.5;
const COLUMNS = 0.7;

/**
 * Gradient boosting: each tree goes a step down the slope of the loss, which is how surprised the softmax
 * over a question's rows is by the right one (ListNet's top-one loss).
 */
export function boost(lessons: Lessons): Forest {
  const { width, rows, starts } = lessons;
  const height = rows.length / width;
  const columns = Array.from({ length: width }, (_, column) => binsOf(rows, width, column));
  const dice = createDice();
  const scores = new Float32Array(height);
  const pull: Pull = { slope: new Float32Array(height), bend: new Float32Array(height) };
  const chosen = new Int32Array(height);
  const trees: Node[][] = [];
  while (trees.length < TREES && height > 0) {
    let size = 0;
    for (let question = 0; question < starts.length - 1; question++) {
      if (dice() > QUESTIONS) continue;
      pullOf(lessons, question, scores, pull);
      for (let row = starts[question]!; row < starts[question + 1]!; row++) chosen[size++] = row;
    }
    const used = columns.flatMap(({ cuts }, at) => (cuts.length > 0 && dice() < COLUMNS ? at : []));
    const tree = growTree(columns, used, chosen.subarray(0, size), pull);
    for (let row = 0; row < height; row++) scores[row]! += valueIn(tree, columns, row);
    trees.push(tree);
  }
  return forestOf(trees, columns);
}

function pullOf(
  { starts, right, weights }: Lessons,
  question: number,
  scores: Float32Array,
  { slope, bend }: Pull,
): void {
  const from = starts[question]!;
  const to = starts[question + 1]!;
  let highest = -Infinity;
  for (let row = from; row < to; row++) highest = Math.max(highest, scores[row]!);
  let sum = 0;
  for (let row = from; row < to; row++) sum += weights[row]! * Math.exp(scores[row]! - highest);
  for (let row = from; row < to; row++) {
    const chance = Math.exp(scores[row]! - highest) / sum;
    slope[row] = weights[row]! * chance - (row === right[question] ? 1 : 0);
    bend[row] = weights[row]! * Math.max(chance * (1 - chance), 1e-6);
  }
}

function valueIn(tree: Node[], columns: readonly Bins[], row: number): number {
  let node = tree[0]!;
  while (node.column >= 0)
    node = tree[node.below + (columns[node.column]!.bin[row]! <= node.bin ? 0 : 1)]!;
  return node.value;
}

function forestOf(trees: Node[][], columns: readonly Bins[]): Forest {
  const nodes = trees.flat();
  let from = 0;
  const roots = trees.map((tree) => (from += tree.length) - tree.length);
  const below = trees.flatMap((tree, at) => tree.map((node) => roots[at]! + node.below));
  return {
    roots: Int32Array.from(roots),
    signal: Int8Array.from(nodes, ({ column }) => column),
    cut: Float32Array.from(nodes, ({ column, bin }) => columns[column]?.cuts[bin] ?? 0),
    below: Int32Array.from(below),
    value: Float32Array.from(nodes, ({ value }) => value),
  };
}
