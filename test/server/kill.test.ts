import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noPostgres } from '../builders/postgres.ts';
import { importKillRounds } from './import-kill.ts';
import { killRounds } from './kill-rounds.ts';

for (const { on, skip } of [
  { on: 'file', skip: undefined },
  { on: 'Postgres', skip: noPostgres() },
] as const)
  test(
    `20 times killed in the middle of its work, the server loses nothing it had said yes to: ${on}`,
    {
      skip: skip ?? false,
    },
    async (t) => {
      const { rounds, acknowledged, lost, twice } = await killRounds(20, { on });
      t.diagnostic(`${rounds} kills, ${acknowledged} acknowledged writes`);
      assert.ok(acknowledged > rounds);
      assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
    },
  );

test('an import that is killed leaves nothing, or is there whole at the next start', async (t) => {
  const { rounds, whole, nothing, torn } = await importKillRounds(6);
  t.diagnostic(`${rounds} kills: ${nothing} left nothing, ${whole} were finished`);
  assert.equal(torn, 0);
  assert.equal(whole + nothing, rounds);
});
