import type { Blend } from './blend.ts';
import type { Lessons } from './boosting.ts';
import type { Candidates, Wish } from './candidates.ts';
import type { Question } from './questions.ts';
import { columnOf, WIDTH } from './signals.ts';

/** The first candidates are all kept; of the others one in four, which then stands for four. */
const HEAD = 40;
const TAIL = 4;

/** The candidates of each question whose answer is among them. */
export function lessonsOf(
  questions: readonly Question[],
  { most, rows: rowsMost }: { most: number; rows: number },
  blend: Blend,
  gather: (wish: Wish, blend: Blend) => Candidates,
  dice: () => number,
): Lessons {
  const rows = new Float32Array(Math.min(rowsMost, questions.length * most) * WIDTH);
  const weights = new Float32Array(rows.length / WIDTH);
  const starts = [0];
  const right: number[] = [];
  let size = 0;
  for (const question of questions) {
    if (size + most > weights.length) break;
    const candidates = gather({ ...question, most }, blend);
    const answer = candidates.items.subarray(0, candidates.size).indexOf(question.answer);
    if (answer < 0) continue;
    for (let at = 0; at < candidates.size; at++) {
      const sure = at < HEAD || at === answer;
      if (!sure && dice() * TAIL > 1) continue;
      if (at === answer) right.push(size);
      weights[size] = sure ? 1 : TAIL;
      rows.set(candidates.rows.subarray(at * WIDTH, (at + 1) * WIDTH), size * WIDTH);
      size += 1;
    }
    starts.push(size);
  }
  return {
    width: WIDTH,
    rows: rows.subarray(0, size * WIDTH),
    weights,
    starts,
    right,
    first: columnOf.prior,
  };
}
