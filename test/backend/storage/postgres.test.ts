import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { SessionRecord } from '../../../src/backend/ports.ts';
import { writeIn } from '../../../src/backend/storage/conversation-writes.ts';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { migrate, migrations } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { createStorage } from '../../../src/backend/storage/storage.ts';
import { asked, begun } from '../../../src/domain/conversations/conversations.ts';
import {
  DatabaseUnreachable,
  openPostgres,
  unhurried,
} from '../../../src/server/drivers/postgres.ts';
import { aPostgresDatabase, noPostgres } from '../../builders/postgres.ts';
import { aCustomer, anEvent, anOrder, aShipment } from '../../builders/rows.ts';
import { anEndpoint, aShop } from '../../builders/shop.ts';

const skip = noPostgres();

describe('Postgres, asked by several processes', { skip }, () => {
  let url: string;
  const open: Kysely<Database>[] = [];
  const another = async () => {
    const { pool } = await openPostgres(url, unhurried);
    const db = databaseOver<Database>(pool);
    open.push(db);
    return db;
  };
  before(async () => {
    url = await aPostgresDatabase();
  });
  after(() => Promise.all(open.map((db) => db.destroy())));

  test('has its tables made by one of those that start together', async () => {
    const all = await Promise.all([another(), another(), another(), another()]);
    const applied = await Promise.all(all.map((db) => migrate(db)));
    assert.deepEqual(applied.flat(), Object.keys(migrations));
  });

  test('makes one order of rows that all of them bring at once', async () => {
    const shop = aShop({ id: 'at-once' });
    const rows = ['a', 'b', 'c'].map((id) => anOrder({ id, number: `#${id}` }));
    await Promise.all(
      open.flatMap((db) =>
        [rows, rows.toReversed()].map((some) => createStorage(db).catalogue.put(shop, some)),
      ),
    );
    const kept = await open[0]!
      .selectFrom('order_lines')
      .select('order_id')
      .where('shop_id', '=', shop.id)
      .orderBy('order_id')
      .execute();
    assert.deepEqual(
      kept.map(({ order_id }) => order_id),
      ['a', 'b', 'c'],
    );
  });

  test('keeps the news that come while the shop tells the order again', async () => {
    const shop = aShop({ id: 'news' });
    const [one, other] = open.map((db) => createStorage(db).catalogue);
    const order = anOrder({ id: 'o', shipments: [aShipment({ number: '3SALDR000000001' })] });
    await one!.put(shop, [order]);
    const news = Array.from({ length: 12 }, (_, nth) =>
      anEvent({ at: `2026-01-09T08:00:${10 + nth}.000Z`, status: 'in_transit', text: `n${nth}` }),
    );
    await Promise.all(
      news.flatMap((event) => [
        other!.applyTracking(
          shop,
          { number: '3SALDR000000001', events: [event] },
          new Date('2026-01-09T09:00:00.000Z'),
        ),
        one!.put(shop, [order]),
      ]),
    );
    const kept = await one!.order(shop.id, 'o');
    const texts = kept?.shipments.flatMap(({ events }) => events.map(({ text }) => text));
    assert.deepEqual(texts?.sort(), news.map(({ text }) => text).sort());
  });

  test('keeps no news of what somebody writes while they are erased', async () => {
    const shop = aShop({ id: 'erased', webhooks: [anEndpoint()] });
    const [one, other] = open;
    const at = '2026-11-23T09:00:00.000Z';
    await createStorage(one!).catalogue.put(shop, [aCustomer({ id: 'mara' })]);
    const fresh = { id: 'talk', record: begun(at) };
    await createStorage(one!).conversations.open(shop.id, { customer: 'mara' }, fresh);
    const gone = { gone: 'customer', id: 'mara', updatedAt: at } as const;
    const erased = await one!.transaction().execute(async (tx) => {
      await writeIn(tx, shop, 'talk', { decide: (held) => asked(held, { text: 'Hello?' }, at) });
      const erasing = createStorage(other!).catalogue.applyNews(shop, [gone], new Date(at));
      const waits = sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await waits.execute(open[2]!)).rows.length === 0);
      return { erasing };
    });
    await erased.erasing;
    const kept = await one!
      .selectFrom('outbox')
      .select('type')
      .where('shop_id', '=', shop.id)
      .where('forget_at', 'is', null)
      .execute();
    assert.deepEqual(kept, []);
  });

  test('ends a session that is refreshed at the same time without a quarrel', async () => {
    const [one, other] = open.map((db) => createStorage(db).sessions);
    const at = (minute: number) => `2026-11-23T09:${minute}:00.000Z`;
    const moment = { now: at(10), graceSince: at(10) };
    for (let nth = 0; nth < 20; nth += 1) {
      const session: SessionRecord = {
        ...{ id: `s${nth}`, shop: 'alder', endsAt: at(59) },
        ...{ kind: 'customer', customer: 'mara', verifiedAt: at(10) },
      };
      const token = { use: 'refresh', expiresAt: at(59) } as const;
      await one!.start(session, [{ hash: `r${nth}`, ...token }]);
      await Promise.all([
        one!.rotate('alder', `r${nth}`, moment, () => [{ hash: `n${nth}`, ...token }]),
        other!.end('alder', `s${nth}`),
      ]);
      assert.equal(await one!.byToken(`n${nth}`, at(11)), undefined);
    }
  });
});

describe('A Postgres connection', { skip }, () => {
  let db: Kysely<Database>;
  before(async () => {
    const { pool } = await openPostgres(await aPostgresDatabase());
    db = databaseOver<Database>(pool);
  });
  after(() => db.destroy());

  test('that breaks fails who asks on it, and the next one is answered', async () => {
    const end = db.connection().execute(async (own) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(own);
    });
    await assert.rejects(end);
    const { rows } = await sql<{ n: number }>`select 1 as n`.execute(db);
    assert.equal(rows[0]?.n, 1);
  });

  test('plans anew what a newer version’s migration has changed, and asks once more', async () => {
    await sql`create table grows (a bigint)`.execute(db);
    const ask = (own: Kysely<Database>) => sql`select * from grows where a = ${1}`.execute(own);
    await db.connection().execute(async (own) => {
      for (let nth = 0; nth < 3; nth += 1) await ask(own);
      await sql`alter table grows add column b bigint`.execute(own);
      assert.deepEqual((await ask(own)).rows, []);
      await ask(own);
      // what has begun is lost with it, and the next is not
      await sql`alter table grows add column c bigint`.execute(own);
      await assert.rejects(own.transaction().execute(ask), /cached plan/);
      assert.deepEqual((await own.transaction().execute(ask)).rows, []);
      await sql`alter table grows add column d bigint`.execute(own);
      assert.deepEqual((await ask(own)).rows, []);
    });
    assert.deepEqual((await ask(db)).rows, []);
  });

  test('refuses an integer that a number cannot hold', async () => {
    await assert.rejects(sql`select 9007199254740993::bigint as n`.execute(db), RangeError);
    const { rows } = await sql<{
      n: number;
    }>`select sum(n) as n from (values (1), (2)) as t(n)`.execute(db);
    assert.equal(rows[0]?.n, 3);
  });

  test('that cannot be made is told with its address and without its password', async () => {
    await assert.rejects(openPostgres('postgres://desk:secret@127.0.0.1:1/shop'), (error) => {
      assert.ok(error instanceof DatabaseUnreachable);
      assert.match(error.message, /^Postgres at 127\.0\.0\.1:1\/shop cannot be opened: /);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
});
