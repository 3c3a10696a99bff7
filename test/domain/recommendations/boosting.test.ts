import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boost, type Lessons } from '../../../src/domain/recommendations/boosting.ts';
import { createDice } from '../../../src/domain/recommendations/dice.ts';
import { addScores } from '../../../src/domain/recommendations/forest.ts';

type RightOf = (rows: Float32Array, from: number, dice: () => number) => number;

/** Of five rows of two columns the right one has the highest in the first; the other says nothing. */
function lessons(questions: number, seed: number, rightOf: RightOf = highest): Lessons {
  const dice = createDice(seed);
  const rows = Float32Array.from({ length: questions * 15 }, (_, at) =>
    at % 3 === 2 ? 0 : dice(),
  );
  const starts = Array.from({ length: questions + 1 }, (_, at) => at * 5);
  const right = starts.slice(0, -1).map((from) => from + rightOf(rows, from, dice));
  return {
    width: 3,
    rows,
    weights: new Float32Array(questions * 5).fill(1),
    starts,
    right,
    first: 2,
  };
}

function highest(rows: Float32Array, from: number): number {
  const values = [0, 1, 2, 3, 4].map((row) => rows[(from + row) * 3]!);
  return values.indexOf(Math.max(...values));
}

test('Trees learn which column tells the right row', () => {
  const asked = lessons(200, 3);
  const forest = boost(lessons(1000, 1), lessons(150, 2));
  const scores = new Float64Array(asked.rows.length / 3);
  addScores(forest, asked.rows, 3, scores);
  const good = asked.right.filter((answer, question) => {
    const own = scores.subarray(question * 5, question * 5 + 5);
    return own.indexOf(Math.max(...own)) === answer - question * 5;
  });
  assert.ok(good.length > 170, `${good.length} of 200`);
});

test('No tree stays where there is nothing to learn', () => {
  const anyOf: RightOf = (_rows, _from, dice) => Math.floor(dice() * 5);
  assert.equal(boost(lessons(300, 1, anyOf), lessons(100, 2, anyOf)).roots.length, 0);
});
