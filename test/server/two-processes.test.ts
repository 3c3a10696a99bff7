import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { listen } from '../backend/live/events.ts';
import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import type { Visitor } from '../builders/visitor.ts';
import { runCli, type ServerProcess } from './server-process.ts';
import { aDeskFolder, tellNews, visitorOf } from './shared-desk.ts';

const parcel = { number: 'TWO000000001', order: 'T1' };
const rows = [
  aCustomer({ id: 'mara', email: 'mara@kern.eu' }),
  aCustomer({ id: 'ben', email: 'ben@mail.example' }),
  anOrder({
    ...{ id: 'order-1', number: 'T1', customer: 'mara', status: 'shipped' },
    shipments: [aShipment({ id: 'parcel-1', number: parcel.number })],
  }),
  anOrder({ id: 'order-2', number: 'T2', email: 'guest@mail.example' }),
];

describe('two processes on one Postgres', { skip: noPostgres() }, () => {
  let desk: Awaited<ReturnType<typeof aDeskFolder>>;
  let database: pg.Client;
  let one: ServerProcess;
  let other: ServerProcess;
  let token: string | undefined;
  before(async () => {
    const url = await aPostgresDatabase();
    desk = await aDeskFolder('two', rows, url);
    database = new pg.Client(url);
    await database.connect();
    [one, other] = await Promise.all([desk.serve('--dev'), desk.serve('--dev')]);
  });
  after(async () => {
    one.child.kill('SIGKILL');
    other.child.kill('SIGKILL');
    await database.end();
  });

  const count = async (table: string): Promise<number> => {
    const { rows: found } = await database.query(`select count(*)::int as n from ${table}`);
    return found[0].n;
  };
  /** Asks one process for a code and answers it at the other. */
  const signIn = async (email: string): Promise<Visitor> => {
    const { body } = await visitorOf(one).post('/identity/challenges', { email });
    const code = await codeTo(email);
    const there = visitorOf(other);
    const answer = await there.post(`/identity/challenges/${body.id}/answer`, { code });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    there.token = answer.body.token;
    return there;
  };
  /** It leaves once its request has been answered. */
  const codeTo = async (email: string): Promise<string> => {
    for (;;) {
      const box = await fetch(`${one.url}/dev/mailbox.json?to=${email}`);
      const { mails } = (await box.json()) as { mails: { text: string }[] };
      const code = /^\d{6}$/m.exec(mails.at(-1)?.text ?? '')?.[0];
      if (code !== undefined) return code;
    }
  };

  test('a code from one signs in at the other, and the session is good at both', async () => {
    ({ token } = await signIn('mara@kern.eu'));
    for (const process of [one, other]) {
      const { body } = await visitorOf(process, token).get('/session');
      assert.equal(body.kind, 'customer');
    }
  });

  test('news told to one reach the page that listens at the other', async () => {
    const listener = await listen(visitorOf(other, token));
    assert.match((await listener.next())!, /: welcome/);
    const told = await tellNews(one, parcel, 'At the depot');
    assert.deepEqual(await told.json(), { result: 'applied' });
    assert.deepEqual(await listener.change(), { topic: 'order', id: 'order-1' });
    await listener.leave();
  });

  test('a sign-out at one ends the page’s stream and session at the other', async () => {
    const there = await signIn('ben@mail.example');
    const listener = await listen(there);
    assert.match((await listener.next())!, /: welcome/);
    const here = visitorOf(one, there.token);
    assert.equal((await here.signOut()).status, 204);
    assert.equal((await listener.change())?.topic, 'session');
    assert.equal(await listener.change(), undefined);
    assert.equal((await there.get('/orders')).status, 401);
  });

  test('an import from the command line is seen by both', async () => {
    const row = anOrder({ id: 'order-3', number: 'T3', customer: 'mara' });
    writeFileSync(join(desk.cwd, 'more.jsonl'), JSON.stringify(row));
    const { exit, stdout, stderr } = await runCli(['import', 'more.jsonl'], desk);
    assert.equal(exit, 0, stderr);
    assert.equal(stdout, '1 row imported.\n');
    for (const process of [one, other])
      assert.equal((await visitorOf(process, token).get('/orders/order-3')).status, 200);
  });

  test('50 conversations opened at once, at either, are one', async () => {
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, nth) =>
        visitorOf(nth % 2 ? one : other, token).post('/conversations', {}),
      ),
    );
    assert.deepEqual([...new Set(told.map(({ status }) => status))], [200]);
    assert.equal(new Set(told.map(({ body }) => body.id)).size, 1);
    assert.equal(await count('conversations'), 1);
  });

  test('50 writes at once with one Idempotency-Key have one effect', async () => {
    const before = await count('sessions');
    const wish = { number: 'T2', email: 'guest@mail.example' };
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, nth) =>
        visitorOf(nth % 2 ? one : other).post('/identity/lookups', wish, { key: 'fifty-at-once' }),
      ),
    );
    const answers = told.map(({ status, body }) => (status === 200 ? body.token : body.code));
    const tokens = new Set(answers.filter((each) => each !== 'idempotency_in_flight'));
    assert.equal(tokens.size, 1, [...tokens].join());
    assert.equal(await count('sessions'), before + 1);
    const changed = await visitorOf(one).post(
      '/identity/lookups',
      { ...wish, number: 'T1' },
      { key: 'fifty-at-once' },
    );
    assert.equal(changed.status, 422);
  });

  test('a write whose process is killed before it could answer is answered by the other, once', async () => {
    const wish = { number: 'T2', email: 'guest@mail.example' };
    const before = await count('sessions');
    // holds the answer back at the moment it is written down
    await database.query(`
      create function wait_here() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(4747); return new; end $$`);
    await database.query(`
      create trigger wait_here before update on kept_answers
        for each row execute function wait_here()`);
    await database.query('select pg_advisory_lock(4747)');
    const doomed = visitorOf(one).post('/identity/lookups', wish, { key: 'killed-midway' });
    const outcome = assert.rejects(doomed, TypeError);
    const waits = `select 1 from pg_locks where locktype = 'advisory' and objid = 4747 and not granted`;
    while ((await database.query(waits)).rowCount === 0);
    one.child.kill('SIGKILL');
    await one.ended;
    await outcome;
    await database.query('select pg_advisory_unlock(4747)');

    const again = () => visitorOf(other).post('/identity/lookups', wish, { key: 'killed-midway' });
    assert.equal((await again()).status, 409);
    // nothing works for a minute: as if it had gone by
    await database.query('update kept_answers set claimed_at = $1 where sealed is null', [
      new Date(Date.now() - 61_000).toISOString(),
    ]);
    const told = await again();
    assert.equal(told.status, 200);
    const once = await again();
    assert.equal(once.body.token, told.body.token);
    assert.equal(await count('sessions'), before + 1);
  });

  test('the one that is left stops in order', async () => {
    other.child.kill('SIGTERM');
    assert.equal(await other.ended, 0, other.stderr());
  });

  test('an address nobody answers at is told, without its password', async () => {
    const environment = { DATABASE_URL: 'postgres://desk:hidden@127.0.0.1:1/shop' };
    const { exit, stderr } = await runCli(['serve', '--port', '0'], { cwd: desk.cwd, environment });
    assert.equal(exit, 1);
    assert.match(stderr, /^Postgres at 127\.0\.0\.1:1\/shop cannot be opened: .*\n$/m);
    assert.doesNotMatch(stderr, /hidden/);
  });

  test('a DATABASE_URL of another kind is refused', async () => {
    const environment = { DATABASE_URL: 'mysql://desk:hidden@127.0.0.1/shop' };
    const { exit, stderr } = await runCli(['serve', '--port', '0'], { cwd: desk.cwd, environment });
    assert.equal(exit, 2);
    assert.match(stderr, /^DATABASE_URL: No database\. Write .*postgres:\/\//);
    assert.doesNotMatch(stderr, /hidden/);
  });
});
