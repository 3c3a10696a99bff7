import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importKillRounds } from './import-kill.ts';
import { killRounds } from './kill-rounds.ts';

test('20 times killed in the middle of its work, the server loses nothing it had said yes to', async (t) => {
  const { rounds, acknowledged, lost } = await killRounds(20);
  t.diagnostic(`${rounds} kills, ${acknowledged} acknowledged writes`);
  assert.ok(acknowledged > rounds);
  assert.deepEqual(lost, []);
});

test('an import that is killed leaves nothing, or is there whole at the next start', async (t) => {
  const { rounds, whole, nothing, torn } = await importKillRounds(6);
  t.diagnostic(`${rounds} kills: ${nothing} left nothing, ${whole} were finished`);
  assert.equal(torn, 0);
  assert.equal(whole + nothing, rounds);
});
