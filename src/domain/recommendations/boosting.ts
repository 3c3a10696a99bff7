import { binsOf, cutsOf, type Bins } from './bins.ts';
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
  /** The column a row's score begins with. */
  first: number;
}

/** At most so many trees, and so many more than were the best on the lessons that check. */
const TREES = 100;
const PATIENCE = 20;
/** What part of the questions, and of the columns, a tree is grown on. */
const QUESTIONS = 0.5;
const COLUMNS = 0.7;

/**
 * Gradient boosting: each tree goes a step down the slope of the loss, which is how surprised the softmax
 * over a question's rows is by the right one (ListNet's top-one loss). As many trees stay as do best on
 * lessons they were not grown on: with little past, few or none.
 */
export function boost(lessons: Lessons, check: Lessons): Forest {
  const { width, rows, starts } = lessons;
  const cuts = cutsOf(rows, width);
  const bins = binsOf(rows, cuts);
  const checkBins = binsOf(check.rows, cuts);
  const dice = createDice();
  const scores = firstScores(lessons);
  const checkScores = firstScores(check);
  const pull: Pull = { slope: scores.slice(), bend: scores.slice() };
  const chosen = new Int32Array(scores.length);
  const trees: Node[][] = [];
  let best = { trees: 0, loss: lossOf(check, checkScores) };
  while (trees.length < Math.min(TREES, best.trees + PATIENCE)) {
    let size = 0;
    for (let question = 0; question < starts.length - 1; question++) {
      if (dice() > QUESTIONS) continue;
      pullOf(lessons, question, scores, pull);
      for (let row = starts[question]!; row < starts[question + 1]!; row++) chosen[size++] = row;
    }
    const used = cuts.flatMap(({ length }, at) => (length > 0 && dice() < COLUMNS ? at : []));
    const tree = growTree(bins, used, chosen.subarray(0, size), pull);
    trees.push(tree);
    addScores(tree, bins, scores);
    addScores(tree, checkBins, checkScores);
    const loss = lossOf(check, checkScores);
    if (loss < best.loss) best = { trees: trees.length, loss };
  }
  return forestOf(trees.slice(0, best.trees), cuts);
}

const firstScores = ({ rows, width, first }: Lessons): Float32Array =>
  Float32Array.from({ length: rows.length / width }, (_, row) => rows[row * width + first]!);

function addScores(tree: readonly Node[], { width, bin }: Bins, scores: Float32Array): void {
  const column = Int8Array.from(tree, (node) => node.column);
  const most = Uint8Array.from(tree, (node) => node.bin);
  const below = Uint8Array.from(tree, (node) => node.below);
  const value = Float64Array.from(tree, (node) => node.value);
  for (let row = 0; row < scores.length; row++) {
    let node = 0;
    while (column[node]! >= 0)
      node = below[node]! + (bin[row * width + column[node]!]! <= most[node]! ? 0 : 1);
    scores[row]! += value[node]!;
  }
}

/** How surprised it is by the right rows, summed. */
function lossOf({ starts, right, weights }: Lessons, scores: Float32Array): number {
  let loss = 0;
  for (const [question, answer] of right.entries()) {
    let sum = 0;
    for (let row = starts[question]!; row < starts[question + 1]!; row++)
      sum += weights[row]! * Math.exp(scores[row]! - scores[answer]!);
    loss += Math.log(sum);
  }
  return loss;
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

function forestOf(trees: Node[][], cuts: readonly Float32Array[]): Forest {
  const nodes = trees.flat();
  let from = 0;
  const roots = trees.map((tree) => (from += tree.length) - tree.length);
  const below = trees.flatMap((tree, at) => tree.map((node) => roots[at]! + node.below));
  return {
    roots: Int32Array.from(roots),
    signal: Int8Array.from(nodes, ({ column }) => column),
    cut: Float32Array.from(nodes, ({ column, bin }) => cuts[column]?.[bin] ?? 0),
    below: Int32Array.from(below),
    value: Float32Array.from(nodes, ({ value }) => value),
  };
}
