import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all } from '../../../src/backend/services/past.ts';

test('Whoever reads a long past rests after each page as long as it took, the work on it included', async (t) => {
  let now = 0;
  const rests: number[] = [];
  t.mock.method(performance, 'now', () => now);
  t.mock.method(globalThis, 'setTimeout', (act: () => void, ms: number) => {
    rests.push(ms);
    queueMicrotask(act);
  });
  const pages = [[1, 2], [3], []];
  const read: number[] = [];
  const next = async () => {
    now += 4;
    return pages.shift()!;
  };
  for await (const row of all<number>(next)) {
    now += 1;
    read.push(row);
  }
  assert.deepEqual(read, [1, 2, 3]);
  assert.deepEqual(rests, [6, 5]);
});
