import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { databaseOver, failureOf, type RawDatabase } from '../../src/backend/storage/dialect.ts';
import { migrate, migrations } from '../../src/backend/storage/migrate.ts';
import { classification, type Database } from '../../src/backend/storage/schema.ts';
import { createStorage } from '../../src/backend/storage/storage.ts';
import { bulkInsert } from '../../src/backend/storage/bulk.ts';
import type { Storage } from '../../src/backend/ports.ts';
import { aCustomer, aLine, anOrder, aShipment } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

/** What every engine must keep, so that one code can stand on all of them. */
export function storageSuite(name: string, open: () => Promise<RawDatabase>): void {
  describe(`storage: ${name}`, () => {
    let db: Kysely<Database>;
    let storage: Storage;
    before(async () => {
      db = databaseOver<Database>(await open());
      await migrate(db);
      storage = createStorage(db);
    });
    after(() => storage.close());

    describe('migrations', () => {
      test('are applied in order, each once', async () => {
        const fresh = databaseOver<Database>(await open());
        assert.deepEqual(await migrate(fresh), Object.keys(migrations));
        assert.deepEqual(await migrate(fresh), []);
        await fresh.destroy();
      });

      test('that fail leave nothing behind', async () => {
        const fresh = databaseOver<Database>(await open());
        const half = {
          async up(on: Kysely<never>) {
            await on.schema.createTable('half').addColumn('id', 'text').execute();
            throw new Error('It broke');
          },
        };
        await assert.rejects(migrate(fresh, { '001-half': half }), /It broke/);
        const tables = await fresh.introspection.getTables();
        assert.ok(!tables.some((table) => table.name === 'half'));
        await fresh.destroy();
      });

      test('make just the columns that are classified', async () => {
        const tables = await db.introspection.getTables();
        const made = Object.fromEntries(
          tables.map((table) => [table.name, table.columns.map((column) => column.name).sort()]),
        );
        const classified = Object.fromEntries(
          Object.entries(classification).map(([table, columns]) => [
            table,
            Object.keys(columns).sort(),
          ]),
        );
        assert.deepEqual(made, classified);
      });
    });

    describe('values', () => {
      const shop = aShop({ id: 'values' });

      test('come back as they went: large money, every script, quotes, line ends', async () => {
        const row = anOrder({
          id: 'ид-✓',
          number: `#'1"2\\3`,
          email: 'žofie@mail.example',
          lines: [aLine({ name: 'Mütze 😀\nשלום', unitPrice: 9_007_199_254_740_991 })],
        });
        await storage.catalogue.put(shop, [row]);
        const order = await storage.catalogue.order(shop.id, 'ид-✓');
        assert.equal(order?.number, row.number);
        assert.equal(order?.lines[0]?.name, 'Mütze 😀\nשלום');
        assert.equal(order?.total, 9_007_199_254_740_991);
      });

      test('an engine would bend are refused, and the process lives', async () => {
        for (const value of [true, undefined, {}, Number.NaN, 'cut\0here', new Date(), 2n ** 64n])
          await assert.rejects(
            db.executeQuery(sql`select ${value as never}`.compile(db)),
            TypeError,
          );
      });

      test('that break a rule are refused with its kind', async () => {
        const line = {
          shop_id: shop.id,
          order_id: 'none',
          shipment_id: 'none',
          line_id: 'none',
          position: 0,
          quantity: 1,
        };
        const kind = (attempt: Promise<unknown>) => attempt.then(() => 'accepted', failureOf);
        assert.equal(await kind(db.insertInto('shipment_lines').values(line).execute()), 'foreign');
        const run = {
          ...{ id: 'one', shop_id: shop.id, created_at: 'now', touched_at: 'now' },
          state: 'staging',
        } as const;
        await db.insertInto('imports').values(run).execute();
        assert.equal(await kind(db.insertInto('imports').values(run).execute()), 'unique');
        const text = sql`insert into imports values ('two', 'shop', 'staging', null, 'now')`;
        assert.equal(await kind(text.execute(db)), 'other');
      });
    });

    describe('writing', () => {
      test('many rows at once keeps each of them', async () => {
        const insert = bulkInsert('imports', [
          'id',
          'shop_id',
          'state',
          'created_at',
          'touched_at',
        ]);
        for (const count of [0, 1, 7, 64, 201]) {
          const rows = Array.from({ length: count }, (_, nth) => ({
            id: `${count}-${nth}`,
            shop_id: `bulk-${count}`,
            state: 'staging' as const,
            created_at: String(nth),
            touched_at: '',
          }));
          await db.transaction().execute((tx) => insert(tx, rows));
          const kept = await db
            .selectFrom('imports')
            .selectAll()
            .where('shop_id', '=', `bulk-${count}`)
            .execute();
          assert.deepEqual(
            // a row of node:sqlite has no prototype
            kept
              .map((row) => ({ ...row }))
              .sort((a, b) => Number(a.created_at) - Number(b.created_at)),
            rows,
          );
        }
      });

      test('from many sides at once makes one customer of one contact', async () => {
        const shop = aShop({ id: 'crowd' });
        const made = await Promise.all(
          Array.from({ length: 20 }, () =>
            storage.catalogue.adoptContact(shop, { email: 'one@mail.example' }, new Date()),
          ),
        );
        assert.equal(new Set(made.map(({ id }) => id)).size, 1);
      });

      test('that fails half way leaves nothing', async () => {
        const shop = aShop({ id: 'half' });
        const good = anOrder({ id: 'good' });
        const twice = { line: 'line-1', quantity: 1 };
        const bad = anOrder({ id: 'bad', shipments: [aShipment({ lines: [twice, twice] })] });
        await assert.rejects(storage.catalogue.put(shop, [aCustomer(), good, bad]));
        assert.equal(await storage.catalogue.order(shop.id, 'good'), undefined);
        assert.equal(await storage.catalogue.customer(shop.id, 'anna'), undefined);
      });

      test('more kinds of statements than are kept prepared still works', async () => {
        for (let nth = 0; nth < 250; nth += 1) {
          const { rows } = await sql<{ n: number }>`select ${sql.raw(String(nth))} as n`.execute(
            db,
          );
          assert.equal(rows[0]?.n, nth);
        }
      });
    });

    describe('the same rows again', () => {
      const dump = async () =>
        Promise.all(
          (
            [
              'customers',
              'payment_methods',
              'orders',
              'order_lines',
              'shipments',
              'tracking_events',
            ] as const
          ).map((table) =>
            db.selectFrom(table).selectAll().where('shop_id', '=', 'again').execute(),
          ),
        );

      test('change nothing', async () => {
        const shop = aShop({ id: 'again' });
        const rows = [
          aCustomer({ paymentMethods: [{ id: 'card', kind: 'card', label: 'Visa' }] }),
          anOrder({ id: 'a', customer: 'anna', shipments: [aShipment({ seen: ['confirmed'] })] }),
          anOrder({ id: 'b', email: 'guest@mail.example' }),
        ];
        await storage.catalogue.put(shop, rows);
        await storage.catalogue.adoptContact(shop, { email: 'guest@mail.example' }, new Date());
        const before = await dump();
        await storage.catalogue.put(shop, rows);
        assert.deepEqual(await dump(), before);
      });

      test('with other words replace what the shop told before', async () => {
        const shop = aShop({ id: 'again' });
        const estimate = { from: '2026-01-09T00:00:00.000Z', to: '2026-01-09T23:00:00.000Z' };
        await storage.catalogue.put(shop, [anOrder({ id: 'c', shipments: [aShipment()] })]);
        await storage.catalogue.put(shop, [
          anOrder({
            id: 'c',
            lines: [aLine({ name: 'Better boots' })],
            shipments: [aShipment({ estimate })],
          }),
        ]);
        const order = await storage.catalogue.order(shop.id, 'c');
        assert.deepEqual(
          order?.lines.map(({ name }) => name),
          ['Better boots'],
        );
        assert.deepEqual(order?.shipments[0]?.estimate, estimate);
      });
    });
  });
}
