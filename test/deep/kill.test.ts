import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { noPostgres } from '../builders/postgres.ts';
import { eventKillRounds } from '../server/event-kill.ts';
import { importKillRounds } from '../server/import-kill.ts';
import { killRounds, type KillWanted } from '../server/kill-rounds.ts';
import { moneyKillRounds } from '../server/money-kill.ts';
import { uploadKillRounds } from '../server/upload-kill.ts';

// another Node comes to try its own SQLite, and nothing else
const isGuest = process.env.FD_ENGINE !== undefined;

const wanted: [what: string, rounds: number, KillWanted][] = [
  [`the server on ${nodeSqlite() ? 'node:sqlite' : 'libsql'}`, 300, { seed: 2 }],
  ['the server on Postgres', 300, { seed: 3, on: 'Postgres' }],
  ['Postgres under the server', 40, { seed: 4, on: 'Postgres', victim: 'database' }],
];
for (const [what, rounds, how] of wanted)
  test(
    `nothing that was said yes to is lost: kill -9 of ${what}, ${rounds} times`,
    {
      skip:
        how.on === 'Postgres' && (isGuest ? 'tried by the other Node' : (noPostgres() ?? false)),
    },
    async (t) => {
      const { acknowledged, lost, twice } = await killRounds(rounds, how);
      t.diagnostic(
        `figure: kill -9 of ${what}: ${rounds}, ${acknowledged} acknowledged writes, ` +
          `${lost.length} lost, ${twice.length} twice`,
      );
      assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
    },
  );

test(
  '60 imports killed at any moment leave nothing, or are there whole',
  { skip: isGuest && 'tried by the other Node' },
  async (t) => {
    const { rounds, whole, nothing, torn } = await importKillRounds(60, 2);
    t.diagnostic(
      `figure: imports killed: ${rounds}, ${nothing} left nothing, ${whole} finished, ${torn} torn`,
    );
    assert.equal(torn, 0);
    assert.ok(nothing > 0 && whole > 0, 'Every kill came at the same stage');
  },
);

for (const on of ['file', 'Postgres'] as const)
  test(
    `events that were answered 202 are there after 300 kill -9 of the server: ${on}`,
    { skip: isGuest ? 'tried by the other Node' : on === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      const { acknowledged, lost, twice } = await eventKillRounds(300, { seed: 5, on });
      t.diagnostic(
        `figure: kill -9 while events are kept, ${on}: 300, ${acknowledged} acknowledged events, ` +
          `${lost} lost, ${twice} twice`,
      );
      assert.deepEqual({ lost, twice }, { lost: 0, twice: 0 });
    },
  );

for (const on of ['file', 'Postgres'] as const)
  test(
    `messages that were answered have their whole files after 100 kill -9 of the server: ${on}`,
    { skip: isGuest ? 'tried by the other Node' : on === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      const { messages, ...faults } = await uploadKillRounds(100, { seed: 6, on });
      t.diagnostic(
        `figure: kill -9 while files are sent, ${on}: 100, ${messages} acknowledged messages with ` +
          `a file each, ${faults.lost.length} lost, ${faults.torn.length} torn, ` +
          `${faults.twice.length} twice`,
      );
      assert.deepEqual(faults, { lost: [], torn: [], twice: [] });
    },
  );

for (const on of ['file', 'Postgres'] as const)
  test(
    `money goes back once after 300 kill -9 of who gives it back: ${on}`,
    { skip: isGuest ? 'tried by the other Node' : on === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      const { kills, orders, asked, ...faults } = await moneyKillRounds(300, { seed: 7, on });
      t.diagnostic(
        `figure: kill -9 while money goes back, ${on}: ${kills}, ${orders} refunds asked for ` +
          `${asked} times, ${faults.lost.length} lost, ${faults.twice.length} twice, ${faults.open} left open`,
      );
      assert.equal(kills, 300);
      assert.deepEqual(faults, { lost: [], twice: [], open: 0 });
    },
  );
