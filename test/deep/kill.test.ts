import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importKillRounds } from '../server/import-kill.ts';
import { killRounds } from '../server/kill-rounds.ts';

test('300 times killed in the middle of its work, the server loses nothing it had said yes to', async (t) => {
  const { rounds, acknowledged, lost } = await killRounds(300, { seed: 2 });
  t.diagnostic(
    `figure: ${rounds} kill -9, ${acknowledged} acknowledged writes, ${lost.length} lost`,
  );
  assert.deepEqual(lost, []);
});

test('60 imports killed at any moment leave nothing, or are there whole', async (t) => {
  const { rounds, whole, nothing, torn } = await importKillRounds(60, 2);
  t.diagnostic(
    `figure: ${rounds} imports killed, ${nothing} left nothing, ${whole} finished, ${torn} torn`,
  );
  assert.equal(torn, 0);
  assert.ok(nothing > 0 && whole > 0, 'Every kill came at the same stage');
});
