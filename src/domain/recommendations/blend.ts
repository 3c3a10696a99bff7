import type { Candidates, Wish } from './candidates.ts';
import { columnOf, counted, WIDTH } from './signals.ts';
import type { Question } from './questions.ts';

/**
 * What each counted signal is worth when candidates are chosen: the prior is the sum of worth times the
 * logarithm of how much more of the signal the item has than an even share.
 */
export type Blend = Float64Array;

const FIRST = 0.5;
const PACE = 0.05;
/** So many candidates a question is learned from. */
const CANDIDATES = 600;

export const evenBlend = (): Blend => new Float64Array(counted.length).fill(FIRST / counted.length);

/** Of the sums that begin there. */
export function createPrior(blend: Blend, totals: Float64Array, found: number) {
  const used = Int32Array.from([...blend.keys()].filter((at) => blend[at]! > 0 && totals[at]! > 0));
  return (sums: Float32Array, from: number): number => {
    let prior = 0;
    for (let one = 0; one < used.length; one++) {
      const at = used[one]!;
      const sum = sums[from + at]!;
      if (sum > 0) prior += blend[at]! * liftOf(sum, totals[at]!, found);
    }
    return prior;
  };
}

const liftOf = (sum: number, total: number, found: number): number =>
  Math.log(1 + (sum * found) / (total || 1));

/**
 * Learns it by going, question by question, against the slope of the surprise at the right answer
 * (softmax regression with AdaGrad's paces, no worth below 0).
 */
export function learnBlend(
  questions: readonly Question[],
  gather: (wish: Wish, blend: Blend) => Candidates,
): Blend {
  const blend = evenBlend();
  const squares = new Float64Array(blend.length).fill(1e-3);
  for (const question of questions) {
    const candidates = gather({ ...question, most: CANDIDATES }, blend);
    const right = candidates.items.subarray(0, candidates.size).indexOf(question.answer);
    if (right < 0) continue;
    const slope = slopeOf(candidates, right);
    for (let at = 0; at < blend.length; at++) {
      squares[at]! += slope[at]! ** 2;
      blend[at] = Math.max(0, blend[at]! - (PACE * slope[at]!) / Math.sqrt(squares[at]!));
    }
  }
  const least = Math.max(...blend) / 100;
  return blend.map((worth) => (worth < least ? 0 : worth));
}

function slopeOf({ size, rows, totals, found }: Candidates, right: number): Float64Array {
  const chances = new Float64Array(size);
  const slope = new Float64Array(counted.length);
  const highest = rows[columnOf.prior]!;
  let sum = 0;
  for (let at = 0; at < size; at++)
    sum += chances[at] = Math.exp(rows[at * WIDTH + columnOf.prior]! - highest);
  for (let at = 0; at < size; at++) {
    const pull = chances[at]! / sum - (at === right ? 1 : 0);
    if (Math.abs(pull) < 1e-5) continue;
    for (let signal = 0; signal < slope.length; signal++)
      slope[signal]! += pull * liftOf(rows[at * WIDTH + signal]!, totals[signal]!, found);
  }
  return slope;
}
