import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { startPostgres } from '../../../scripts/postgres.mjs';
import { Unavailable } from '../../../src/backend/services/unavailable.ts';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { outageOf } from '../../../src/server/drivers/postgres-outages.ts';
import {
  openPostgres,
  unhurried,
  type PostgresPatience,
} from '../../../src/server/drivers/postgres.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPostgresDatabase, noPostgres } from '../../builders/postgres.ts';
import { anOrder } from '../../builders/rows.ts';

const skip = noPostgres();
/** More are never open. */
const CONNECTIONS = 10;
/**
 * What is cut would take for ever, and what is to be done in time a moment: in between, in ms, so that
 * a machine with much to do cuts nothing else.
 */
const SHORT = 1_000;

async function opened(patience: Partial<PostgresPatience>, at?: string) {
  const { pool } = await openPostgres(at ?? (await aPostgresDatabase()), {
    ...unhurried,
    ...patience,
  });
  return databaseOver<Database>(pool);
}
const answers = async (db: Awaited<ReturnType<typeof opened>>) => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]!.pid;
};
/** Unavailable, for this reason. */
const because = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Unavailable, String(error));
  assert.equal((error.cause as { code?: string }).code, code);
  return true;
};

interface Held {
  take(): void;
  taken: Promise<void>;
}
function aHold(): Held {
  let take = () => {};
  const taken = new Promise<void>((resolve) => (take = resolve));
  return { take, taken };
}

describe('What Postgres says of itself', () => {
  const said = (code: string, severity: string) =>
    Object.assign(new pg.DatabaseError('…', 1, 'error'), { code, severity });

  for (const [code, what] of [
    ['08006', 'a connection that failed'],
    ['25P03', 'a transaction that was idle for too long'],
    ['25P04', 'a transaction that took too long'],
    ['53300', 'too many connections'],
    ['57P01', 'an administrator who ends it'],
    ['57P02', 'another process that crashed'],
    ['57P03', 'a start that is not over'],
    ['57P05', 'a line that was idle for too long'],
  ] as const)
    test(`is an outage in any language: ${what}`, () => {
      for (const severity of ['FATAL', 'SCHWERWIEGEND']) {
        const error = said(code, severity);
        assert.equal(outageOf(error)?.cause, error);
      }
    });

  test('is none where another try comes to the same', () => {
    for (const code of ['23505', '42P01', '22003'])
      assert.equal(outageOf(said(code, 'ERROR')), undefined);
  });
});

describe('A Postgres that holds us up', { skip }, () => {
  test('cuts a statement that takes too long, and goes on', async () => {
    const db = await opened({ statement: SHORT });
    await assert.rejects(sql`select pg_sleep(60)`.execute(db), because('57014'));
    await answers(db);
    await db.destroy();
  });

  test('cuts the wait for a row that somebody else holds, and takes back what was begun', async () => {
    const db = await opened({ lock: SHORT });
    await sql`create table held as select 1 as n`.execute(db);
    await db.transaction().execute(async (holder) => {
      await sql`update held set n = 2`.execute(holder);
      const late = db.transaction().execute(async (tx) => {
        await sql`create table begun (n int)`.execute(tx);
        await sql`update held set n = 3`.execute(tx);
      });
      await assert.rejects(late, because('55P03'));
    });
    const { rows } = await sql`select n, to_regclass('begun') as begun from held`.execute(db);
    assert.deepEqual(rows, [{ n: 2, begun: null }]);
    await db.destroy();
  });

  test('takes back one of two that wait for each other, who may come again', async () => {
    const db = await opened({});
    await sql`create table pair as select n, 0 as by from generate_series(1, 2) n`.execute(db);
    const [first, second] = [aHold(), aHold()];
    const ended = await Promise.allSettled([
      turnOf(1, 2, first, second),
      turnOf(2, 1, second, first),
    ]);
    const [refused, ...more] = ended.filter(({ status }) => status === 'rejected');
    assert.equal(more.length, 0);
    because('40P01')((refused as PromiseRejectedResult).reason);
    const winner = ended.findIndex(({ status }) => status === 'fulfilled') + 1;
    const { rows } = await sql`select distinct by from pair`.execute(db);
    assert.deepEqual(rows, [{ by: winner }]);
    await db.destroy();

    /** Each takes one row, and the other's once both have theirs. */
    async function turnOf(mine: number, theirs: number, own: Held, other: Held) {
      await db.transaction().execute(async (tx) => {
        await sql`update pair set by = ${mine} where n = ${mine}`.execute(tx);
        own.take();
        await other.taken;
        await sql`update pair set by = ${mine} where n = ${theirs}`.execute(tx);
      });
    }
  });

  test('and says nothing more is given up, with its line; the next one has another', async () => {
    const db = await opened({ answer: SHORT });
    const pid = await answers(db);
    process.kill(pid, 'SIGSTOP');
    try {
      const wait = db.transaction().execute((tx) => answers(tx));
      await assert.rejects(wait, because('no_answer'));
      assert.notEqual(await answers(db), pid);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await db.destroy();
  });

  test('and ends a line is asked no more on it; the next one has another', async () => {
    const db = await opened({});
    const pid = await answers(db);
    const cut = db.transaction().execute(async (tx) => {
      assert.equal(await answers(tx), pid);
      const killed = sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
      await assert.rejects(killed, because('57P01'));
      await answers(tx);
    });
    await assert.rejects(cut, because('57P01'));
    assert.notEqual(await answers(db), pid);
    await db.destroy();
  });

  test('is waited for as long as the address says, where it says so', async () => {
    const url = await aPostgresDatabase();
    const hurried = await opened({}, `${url}&statement_timeout=${SHORT}`);
    await assert.rejects(sql`select pg_sleep(60)`.execute(hurried), because('57014'));
    await hurried.destroy();
    const calm = await opened(
      { statement: 20, answer: 20 },
      `${url}&statement_timeout=60000&query_timeout=70000`,
    );
    await sql`select pg_sleep(0.1)`.execute(calm);
    await calm.destroy();
  });

  test('with all connections taken lets nobody wait for ever', async () => {
    const { pool } = await openPostgres(await aPostgresDatabase(), {
      ...unhurried,
      connection: 2 * SHORT,
    });
    const taken = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
    await assert.rejects(pool.connect(), because('no_connection'));
    taken[0]!.release();
    (await pool.connect()).release();
    for (const client of taken.slice(1)) client.release();
    await pool.end();
  });

  test('is told apart from a statement that is wrong', async () => {
    const db = await opened({});
    for (const wrong of [sql`select nothing`, sql`select 9007199254740993::bigint`])
      await assert.rejects(wrong.execute(db), (error) => !(error instanceof Unavailable));
    await db.destroy();
  });
});

describe('A desk whose Postgres', { skip }, () => {
  let server: NonNullable<Awaited<ReturnType<typeof startPostgres>>>;
  let desk: BackendUnderTest;
  let database: pg.Client;
  const wish = { number: '4182', email: 'guest@mail.example' };
  before(async () => {
    server = (await startPostgres())!;
    const url = await aPostgresDatabase(server.url);
    const patience = { ...unhurried, connection: 2 * SHORT, lock: SHORT, answer: 2 * SHORT };
    desk = await aBackend({
      engine: { name: 'Postgres', open: async () => (await openPostgres(url, patience)).pool },
      rows: [anOrder({ number: wish.number, email: wish.email })],
    });
    database = new pg.Client(url);
    database.on('error', () => undefined);
    await database.connect();
  });
  after(async () => {
    await desk.close();
    await database.end();
    await server.stop();
  });

  const lookUp = () => desk.visitor().post('/identity/lookups', wish, { key: crypto.randomUUID() });
  const isAway = async () => {
    const { status, body, headers } = await lookUp();
    assert.deepEqual([status, body.code, headers.get('Retry-After')], [503, 'unavailable', '5']);
    assert.equal(headers.get('Content-Type'), 'application/problem+json');
  };
  const isBack = async () => assert.equal((await lookUp()).status, 200);
  const lastLogged = () => JSON.parse(desk.logged().split('\n').at(-1)!);

  test('is locked by somebody else says when to come again', async () => {
    await isBack();
    await database.query('begin; lock table orders in access exclusive mode');
    await isAway();
    const { event, route, error } = lastLogged();
    assert.deepEqual(
      [event, route, error.name, error.cause.code],
      ['request_failed', 'createLookup', 'Unavailable', '55P03'],
    );
    await database.query('rollback');
    await isBack();
  });

  test('stands still does so as well', async () => {
    const { rows } = await database.query(
      `select pid, setting as folder from pg_stat_activity, pg_settings
       where name = 'data_directory' and application_name = 'front-desk'`,
    );
    const [postmaster] = readFileSync(join(rows[0].folder, 'postmaster.pid'), 'utf8').split('\n');
    const pids = [Number(postmaster), ...rows.map(({ pid }) => Number(pid))];
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      await isAway();
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    await isBack();
  });

  test('is gone does so as well, until it is there again', async () => {
    await server.kill();
    await isAway();
    await server.start();
    await isBack();
  });
});
