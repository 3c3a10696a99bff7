import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { migrate } from '../../../src/backend/storage/migrate.ts';
import { createOutboxStore } from '../../../src/backend/storage/outbox.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { aDelivery, putDeliveries } from '../../builders/deliveries.ts';
import { engines } from '../../builders/engines.ts';
import { outboxSuite } from '../../suites/outbox.ts';

const now = '2026-11-23T09:00:00.000Z';

for (const { name, open, skip } of engines())
  if (skip) test(`outbox: ${name}`, { skip });
  else {
    outboxSuite(name, async () => openStorage(await open()));

    describe(`the lines of the outbox: ${name}`, () => {
      let db: Kysely<Database>;
      before(async () => {
        db = databaseOver<Database>(await open());
        await migrate(db);
      });
      after(() => db.destroy());

      test('are counted: what waits, since when, and what was given up', async () => {
        const empty = await createOutboxStore(db).backlog();
        assert.deepEqual(empty, { waiting: 0, dead: 0 });
        const at = (hour: number) => `2026-11-23T0${hour}:00:00.000Z`;
        const told = [
          aDelivery({ created_at: at(3) }),
          aDelivery({ created_at: at(2), state: 'sending' }),
          aDelivery({ created_at: at(1), state: 'dead', due_at: null }),
          aDelivery({ created_at: at(0), state: 'delivered', due_at: null }),
        ];
        await putDeliveries(db, told);
        const backlog = await createOutboxStore(db).backlog();
        assert.deepEqual(backlog, { waiting: 2, since: at(2), dead: 1 });
        await db.deleteFrom('outbox').execute();
      });

      test('however long that of one endpoint is, hide no other', async () => {
        const line = { url: 'https://m.example/', due_at: '2026-11-23T08:00:00.000Z' };
        const others = ['https://a.example/', 'https://z.example/'];
        await putDeliveries(db, [
          ...Array.from({ length: 10_500 }, () => aDelivery(line)),
          ...others.map((url) => aDelivery({ url, due_at: now })),
          aDelivery({ url: 'https://later.example/', due_at: '2026-11-23T09:00:00.001Z' }),
          aDelivery({ url: 'https://over.example/', state: 'delivered', due_at: null }),
          aDelivery({ shop_id: 'birch', url: line.url, due_at: now }),
        ]);
        const due = await createOutboxStore(db).due(now, 10);
        const [first, ...found] = due.map(({ shop, url }) => `${shop} ${url}`);
        assert.equal(first, `alder ${line.url}`);
        assert.equal(due[0]?.since, line.due_at);
        assert.deepEqual(found.toSorted(), [
          ...others.map((url) => `alder ${url}`),
          `birch ${line.url}`,
        ]);
      });
    });
  }
