import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { noPostgres } from '../builders/postgres.ts';
import { eventKillRounds } from './event-kill.ts';
import { importKillRounds } from './import-kill.ts';
import { killRounds } from './kill-rounds.ts';
import { moneyKillRounds } from './money-kill.ts';
import { uploadKillRounds } from './upload-kill.ts';

// another Node comes to try its own SQLite, and nothing else
const sqlite = nodeSqlite() ? 'node:sqlite' : 'libsql';
const isGuest = process.env.FD_ENGINE !== undefined;

for (const { on, skip } of [
  { on: 'file', skip: undefined },
  { on: 'Postgres', skip: isGuest ? 'tried by the other Node' : noPostgres() },
] as const)
  test(
    `20 times killed in the middle of its work, the server loses nothing it had said yes to, and does nothing twice: ${on === 'file' ? sqlite : on}`,
    {
      skip: skip ?? false,
    },
    async (t) => {
      const { rounds, acknowledged, again, done, lost, twice } = await killRounds(20, { on });
      t.diagnostic(
        `${rounds} kills, ${acknowledged} acknowledged writes, ${again} of them sent again: ` +
          `${done} had been done before`,
      );
      assert.ok(acknowledged > rounds);
      assert.ok(again >= rounds);
      assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
    },
  );

test(
  'an import that is killed leaves nothing, or is there whole at the next start',
  {
    skip: isGuest && 'tried by the other Node',
  },
  async (t) => {
    const { rounds, whole, nothing, torn } = await importKillRounds(6);
    t.diagnostic(`${rounds} kills: ${nothing} left nothing, ${whole} were finished`);
    assert.equal(torn, 0);
    assert.equal(whole + nothing, rounds);
  },
);

for (const on of ['file', 'Postgres'] as const)
  test(
    `money goes back once, whoever is killed while giving it back, 20 times: ${on}`,
    { skip: isGuest ? 'tried by the other Node' : on === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      const { kills, orders, asked, ...faults } = await moneyKillRounds(20, { on });
      t.diagnostic(`${kills} kills, ${orders} refunds, ${asked} times asked`);
      assert.equal(kills, 20);
      assert.ok(asked > orders, 'nobody was killed with a refund under way');
      assert.deepEqual(faults, { lost: [], twice: [], open: 0 });
    },
  );

test(
  'events that were answered 202 are there, whoever is killed while keeping others',
  {
    skip: isGuest && 'tried by the other Node',
  },
  async (t) => {
    const { acknowledged, lost, twice } = await eventKillRounds(3);
    t.diagnostic(`3 kills, ${acknowledged} acknowledged events`);
    assert.ok(acknowledged > 0);
    assert.deepEqual({ lost, twice }, { lost: 0, twice: 0 });
  },
);

for (const on of ['file', 'Postgres'] as const)
  test(
    `a message that was answered is there with its whole file after 6 kill -9 of the server: ${on}`,
    { skip: on === 'Postgres' && (isGuest ? 'tried by the other Node' : (noPostgres() ?? false)) },
    async () => {
      const { messages, ...faults } = await uploadKillRounds(6, { on });
      assert.ok(messages > 6);
      assert.deepEqual(faults, { lost: [], torn: [], twice: [] });
    },
  );
