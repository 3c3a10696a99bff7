import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { databaseOver, type RawDatabase } from '../../src/backend/storage/dialect.ts';
import { DatabaseNewer, migrate, migrations } from '../../src/backend/storage/migrate.ts';
import { schemaState } from '../../src/backend/storage/schema-state.ts';
import type { Database } from '../../src/backend/storage/schema.ts';
import { openPostgres } from '../../src/server/drivers/postgres.ts';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import { join } from 'node:path';
import { run } from '../../src/server/cli/program.ts';
import { runCli, type ServerProcess } from './server-process.ts';
import { aDeskFolder, tellNews } from './shared-desk.ts';
import { aTerminal } from './terminal.ts';

const parcel = { number: 'TWO000000001', order: 'T1' };
const rows = [
  anOrder({
    ...{ id: 'order-1', number: 'T1', email: 'guest@mail.example', status: 'shipped' },
    shipments: [aShipment({ id: 'parcel-1', number: parcel.number })],
  }),
];

/** What the next version brings: a column in each table that a carrier's news and a look-up read. */
const adding = {
  ...migrations,
  '998-later-beside': {
    async up(db: ReturnType<typeof databaseOver<unknown>>) {
      for (const table of ['orders', 'shipments', 'sessions', 'limits'])
        await db.schema.alterTable(table).addColumn('later', 'text').execute();
      await db.schema.createTable('later').addColumn('id', 'text').execute();
    },
  },
};
const changing = { ...adding, '999-later': { up: async () => undefined } };

async function upgrade(raw: RawDatabase, to: typeof migrations): Promise<void> {
  const db = databaseOver<Database>(raw);
  await migrate(db, to);
  await db.destroy();
}

const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

const lookUp = ({ url }: ServerProcess) =>
  fetch(`${url}/v1/identity/lookups`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: 'https://alder.example',
    },
    body: JSON.stringify({ number: 'T1', email: 'guest@mail.example' }),
  });

/** Asks for longer than an answer is kept; what was said in the end. */
async function ready({ url }: ServerProcess): Promise<{ status: number; body: object }> {
  const enough = performance.now() + 1_100;
  for (;;) {
    const answer = await fetch(`${url}/readyz`);
    const body = (await answer.json()) as object;
    if (performance.now() > enough) return { status: answer.status, body };
  }
}

describe('an older version', () => {
  test(
    'goes on beside a newer one that only adds, starts again, and gives way to one that changes',
    {
      skip: noPostgres(),
    },
    async () => {
      const url = await aPostgresDatabase();
      const desk = await aDeskFolder('rolling', rows, url);
      const one = await desk.serve();
      running.push(one);
      const works = async (server: ServerProcess) => {
        assert.equal((await lookUp(server)).status, 200);
        assert.equal((await tellNews(server, parcel, `News ${crypto.randomUUID()}`)).status, 200);
      };
      // often enough for its statements to be planned
      for (let turn = 0; turn < 3; turn += 1) await works(one);

      await upgrade((await openPostgres(url)).pool, adding);
      const answers = [await lookUp(one), await lookUp(one)];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200],
      );
      await works(one);
      assert.deepEqual(await ready(one), { status: 200, body: { ready: true } });
      const again = await desk.serve();
      running.push(again);
      await works(again);
      assert.equal((await ready(again)).status, 200);

      await upgrade((await openPostgres(url)).pool, changing);
      const missing = ['a newer version of Front Desk'];
      for (const server of [one, again])
        assert.deepEqual(await ready(server), { status: 503, body: { ready: false, missing } });
      const { exit, stderr } = await runCli(['serve', '--port', '0'], desk);
      assert.equal(exit, 1);
      assert.match(stderr, /it has 999-later, which this version does not know/);
    },
  );

  test('takes the embedded file after a newer one that only added, and refuses it otherwise', async () => {
    const { cwd, serve } = await aDeskFolder('rolling', rows);
    const file = join(cwd, 'data/front-desk.db');
    await upgrade(openSqliteFile(file), adding);
    const server = await serve();
    running.push(server);
    assert.equal((await lookUp(server)).status, 200);
    assert.equal((await tellNews(server, parcel, 'At the depot')).status, 200);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    await upgrade(openSqliteFile(file), changing);
    await assert.rejects(openDatabase(file), DatabaseNewer);
  });
});

describe('a command of a newer version, on Postgres', { skip: noPostgres() }, () => {
  const beside = ['050-outbox-states-beside', '051-conversations-by-age-beside'];
  const listing = async (desk: { cwd: string; environment: Record<string, string> }) => {
    const terminal = aTerminal(desk);
    const exit = await run(['webhooks', 'list'], terminal);
    return { exit, stderr: terminal.complained() };
  };
  const lacking = async (url: string) => {
    const { pool } = await openPostgres(url);
    const db = databaseOver<Database>(pool);
    const { missing } = await schemaState(db, Object.keys(migrations));
    await db.destroy();
    return missing;
  };
  /** As an older version has left it, whose servers may be at work. */
  const older = async (url: string, to: (name: string) => boolean) => {
    const wanted = Object.fromEntries(Object.entries(migrations).filter(([name]) => to(name)));
    await upgrade((await openPostgres(url)).pool, wanted);
  };

  test('changes nothing that servers of the older one work on, and says what to do', async () => {
    const url = await aPostgresDatabase();
    await older(url, (name) => name < '049');
    const desk = await aDeskFolder('looking', [], await aPostgresDatabase());
    const before = await lacking(url);
    const { exit, stderr } = await listing({ ...desk, environment: { DATABASE_URL: url } });
    assert.equal(exit, 1);
    assert.match(stderr, /^The database is of an older .*: it lacks 049-message-parts\. Stop all /);
    assert.deepEqual(await lacking(url), before);
  });

  test('adds what they need not know, and makes the tables of an empty database', async () => {
    const desk = await aDeskFolder('looking', [], await aPostgresDatabase());
    const [behind, empty] = [await aPostgresDatabase(), await aPostgresDatabase()];
    await older(behind, (name) => !beside.includes(name) && name < '052');
    for (const url of [behind, empty]) {
      assert.ok((await lacking(url)).length > 0);
      const { exit, stderr } = await listing({ ...desk, environment: { DATABASE_URL: url } });
      assert.equal(exit, 0, stderr);
      assert.deepEqual(await lacking(url), []);
    }
  });
});
