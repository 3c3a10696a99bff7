import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaUnderCurve } from './look-up-times.ts';

for (const [one, other, area] of [
  [[1, 2], [3, 4], 0],
  [[3, 4], [1, 2], 1],
  [[1, 4], [2, 3], 0.5],
  [[1, 1], [1, 1], 0.5],
  [[2, 3, 3], [1, 3], 4 / 6],
] as const)
  test(`the area under the curve of ${one.join()} against ${other.join()} is ${area}`, () => {
    assert.equal(areaUnderCurve({ one: [...one], other: [...other] }), area);
  });
