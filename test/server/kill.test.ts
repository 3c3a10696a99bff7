import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killRounds } from './kill-rounds.ts';

test('20 times killed in the middle of its work, the server loses nothing it had said yes to', async (t) => {
  const { rounds, acknowledged, lost } = await killRounds(20);
  t.diagnostic(`${rounds} kills, ${acknowledged} acknowledged writes`);
  assert.ok(acknowledged > rounds);
  assert.deepEqual(lost, []);
});
