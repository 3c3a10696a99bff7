import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gathered } from '../../../src/backend/storage/gathered.ts';

describe('Work that is gathered', () => {
  test('is done with what came meanwhile, and each gets its own answer', async () => {
    const calls: (readonly number[])[] = [];
    const double = gathered<number, number>(1, async (numbers) => {
      calls.push(numbers);
      return numbers.map((number) => 2 * number);
    });
    assert.deepEqual(await Promise.all([1, 2, 3].map(double)), [2, 4, 6]);
    assert.deepEqual(calls, [[1], [2, 3]]);
    assert.equal(await double(4), 8);
  });

  test('fails alone', async () => {
    const done: number[] = [];
    const work = gathered<number, void>(1, async (numbers) => {
      if (numbers.includes(3)) throw new Error('not three');
      done.push(...numbers);
      return numbers.map(() => undefined);
    });
    const ends = await Promise.allSettled([1, 2, 3, 4].map(work));
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(done, [1, 2, 4]);
  });

  test('that only reads fails with all that it was asked with, at once', async () => {
    let calls = 0;
    const read = gathered<number, void>(
      1,
      async () => {
        calls += 1;
        throw new Error('there is nobody');
      },
      'together',
    );
    const ends = await Promise.allSettled([1, 2, 3, 4].map(read));
    assert.ok(ends.every(({ status }) => status === 'rejected'));
    assert.equal(calls, 2);
  });
});
