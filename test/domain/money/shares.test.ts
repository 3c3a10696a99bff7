import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { firstOf, shares } from '../../../src/domain/money/shares.ts';

describe('Shares of an amount', () => {
  const table: [total: number, weights: number[], shares: number[]][] = [
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [1, 2], [33, 67]],
    [1, [1, 1], [1, 0]],
    [1000, [8900, 1000], [899, 101]],
    [5, [0, 0], [3, 2]],
    [5, [0, 7], [0, 5]],
    [0, [3, 4], [0, 0]],
    [0, [], []],
    [9_007_199_254_740_991, [9_007_199_254_740_991, 1], [9_007_199_254_740_990, 1]],
  ];
  for (const [total, weights, expected] of table)
    test(`of ${total} by ${weights.join(' : ')} are ${expected.join(' and ')}`, () => {
      assert.deepEqual(shares(total, weights), expected);
    });

  const amount = fc.integer({ min: -1e12, max: 1e12 });
  const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 20 });

  test('add up to it, carry its sign, and are less than one unit off', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        const parts = shares(total, by);
        const sum = by.reduce((a, b) => a + b, 0);
        assert.equal(
          parts.reduce((a, b) => a + b, 0),
          total,
        );
        for (const [at, part] of parts.entries()) {
          assert.ok(part === 0 || Math.sign(part) === Math.sign(total));
          if (sum > 0) assert.ok(Math.abs(part - (total * by[at]!) / sum) < 1.01);
        }
      }),
    );
  });

  test('of units that are taken apart add up again', () => {
    const cuts = fc.array(fc.nat({ max: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(amount, cuts, (total, marks) => {
        const stops = [0, ...marks.sort((a, b) => a - b), 30];
        const parts = stops.slice(1).map((to, at) => {
          return firstOf(total, to, 30) - firstOf(total, stops[at]!, 30);
        });
        assert.equal(
          parts.reduce((a, b) => a + b, 0),
          total,
        );
      }),
    );
  });
});
