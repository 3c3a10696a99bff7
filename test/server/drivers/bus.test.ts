import assert from 'node:assert/strict';
import { createServer, connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import type { Log } from '../../../src/backend/ports.ts';
import { createLocalBus } from '../../../src/backend/services/local-bus.ts';
import { createLog } from '../../../src/server/drivers/log.ts';
import { openPostgres, unhurried, type Postgres } from '../../../src/server/drivers/postgres.ts';
import { openPostgresBus, type PostgresBus } from '../../../src/server/drivers/postgres-bus.ts';
import { aPostgresDatabase, noPostgres } from '../../builders/postgres.ts';
import { busSuite } from '../../suites/bus.ts';

const skip = noPostgres();
type Event = { event: string };
const quiet: Log = { info: () => undefined, error: () => undefined };

busSuite('local', async () => {
  const bus = createLocalBus();
  return { here: bus, there: bus, close: async () => undefined };
});

if (skip) test('bus: Postgres', { skip });
else
  busSuite('Postgres', async () => {
    const url = await aPostgresDatabase();
    const [one, other] = [await openPostgres(url), await openPostgres(url)];
    let isLost = false;
    const notify: Postgres['notify'] = async (channel, payloads) => {
      // one that Postgres refuses
      const to = isLost ? 'x'.repeat(64) : channel;
      isLost = false;
      await one.notify(to, payloads);
    };
    const here = await openPostgresBus({ ...one, notify }, quiet);
    const there = await openPostgresBus(other, quiet);
    return {
      here,
      there,
      lose: () => void (isLost = true),
      async close() {
        await Promise.all([here.close(), there.close()]);
        await Promise.all([one.pool.end(), other.pool.end()]);
      },
    };
  });

describe('The bus over Postgres', { skip }, () => {
  let url: string;
  let postgres: Postgres;
  let bus: PostgresBus;
  before(async () => {
    url = await aPostgresDatabase();
    postgres = await openPostgres(url);
    bus = await openPostgresBus(postgres, quiet);
  });
  after(async () => {
    await bus.close();
    await postgres.pool.end();
  });

  const gapOf = (on: PostgresBus) =>
    new Promise<void>((resolve) => {
      const leave = on.onGap(() => {
        leave();
        resolve();
      });
    });
  const hears = async (on: PostgresBus): Promise<void> => {
    const heard = new Promise((resolve) => on.subscribe('again', resolve));
    const tell = () => bus.publish('again', 'here');
    // what is told in a gap is not heard, and a slow machine may have one more of them
    const leave = on.onGap(() => void tell());
    await tell();
    assert.equal(await heard, 'here');
    leave();
  };

  test('tells of a gap after its line was cut, and hears again', async () => {
    const gap = gapOf(bus);
    const client = await postgres.pool.connect();
    await client.query({
      text: `select pg_terminate_backend(pid) from pg_stat_activity
             where query like 'listen%' and datname = current_database()`,
    });
    client.release();
    await gap;
    await hears(bus);
  });

  test('notices a line on which nothing comes any more', async () => {
    const relay = await aRelay(new URL(url).searchParams.get('host')!);
    const { pathname } = new URL(url);
    const connectionString = `postgres://postgres@127.0.0.1:${relay.port}${pathname}`;
    const client = () => new pg.Client({ connectionString, query_timeout: 1_000 });
    const patience = { look: 20, taken: 1_000, pause: 1, longestPause: 5 };
    const other = await openPostgresBus({ ...postgres, client }, quiet, patience);
    const gap = gapOf(other);
    relay.freeze();
    await gap;
    await hears(other);
    await other.close();
    relay.close();
  });

  test('holds nobody up whose hint meets a line on which nothing comes any more', async () => {
    const relay = await aRelay(new URL(url).searchParams.get('host')!);
    const { pathname } = new URL(url);
    const address = `postgres://postgres@127.0.0.1:${relay.port}${pathname}`;
    const far = await openPostgres(address, { ...unhurried, answer: 2_000 });
    const events: string[] = [];
    const log = createLog((line) => void events.push((JSON.parse(line) as Event).event));
    const patience = { look: 1_000, taken: 5, pause: 1, longestPause: 5 };
    const other = await openPostgresBus({ ...postgres, notify: far.notify }, log, patience);
    const gap = gapOf(bus);
    relay.freeze();
    await other.publish('frozen', 'x');
    await other.publish('frozen', 'y');
    assert.deepEqual(events, ['hints_held_up']);
    await gap;
    assert.deepEqual(events, ['hints_held_up', 'hints_lost']);
    await hears(other);
    await other.close();
    await far.pool.end();
    relay.close();
  });

  test('refuses what Postgres would not carry', async () => {
    await assert.rejects(bus.publish('long', 'x'.repeat(8_000)), RangeError);
    await hears(bus);
  });
});

/** Stands between a client and the server, and can stop passing on without closing. */
async function aRelay(folder: string) {
  const lines = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(`${folder}/.s.PGSQL.5432`);
    near.pipe(far).pipe(near);
    for (const each of [near, far]) each.on('error', () => undefined);
    lines.add([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    freeze() {
      for (const [near, far] of lines) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    close() {
      server.close();
      for (const line of lines) for (const socket of line) socket.destroy();
    },
  };
}
