import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SyncDb } from '../../../src/backend/storage/dialect.ts';
import { purge } from '../../../src/backend/services/purge.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { sqliteEngines } from '../../builders/engines.ts';
import { aCustomer, anOrder, aShipment } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';

const shop = aShop();
const email = 'mara@kern.eu';
const order = anOrder({ email, shipments: [aShipment({ number: 'PARCEL1' })] });

for (const { name, open, skip } of sqliteEngines())
  describe(`how a database is asked: ${name}`, { skip: skip ?? false }, () => {
    test('looks at the orders that may be meant, not at all of the shop', async () => {
      const db = await open();
      const asked = new Map<string, readonly unknown[]>();
      const storage = await openStorage(noting(db, asked));
      const { catalogue } = storage;
      await catalogue.put(shop, [order]);
      asked.clear();
      await catalogue.findOrder(shop.id, order.number, { email });
      await catalogue.ordersBeyond(shop.id, 'somebody', { email });
      for (const named of [{ order: order.number }, {}])
        await catalogue.applyTracking(
          shop,
          { number: 'PARCEL1', ...named, events: [] },
          new Date(),
        );
      const plans = [...asked]
        .filter(([text]) => text.startsWith('select'))
        .flatMap(([text, values]) => db.prepare(`explain query plan ${text}`).all(values));
      assert.ok(plans.length > 0);
      assert.doesNotMatch(JSON.stringify(plans), /SCAN (orders|customers)|\(shop_id=\?\)/);
      await storage.close();
    });

    test('looks at what was decided of the orders that are told, not at all of the shop', async () => {
      const db = await open();
      const asked = new Map<string, readonly unknown[]>();
      const storage = await openStorage(noting(db, asked));
      const gift = { id: 'gift', kind: 'gift_card' as const, label: 'Gift card' };
      const balance = { amount: 500, currency: 'EUR' };
      const updatedAt = '2026-11-23T08:00:00.000Z';
      const news = [
        aCustomer({ updatedAt, paymentMethods: [{ ...gift, balance }] }),
        { ...order, updatedAt },
      ];
      await storage.catalogue.put(shop, [order]);
      asked.clear();
      await storage.catalogue.put(shop, news, new Date());
      const decided = /^select .* from "(money_moves|receipts|ledger_entries)"/;
      const plans = [...asked]
        .filter(([text]) => decided.test(text))
        .map(([text, values]) => db.prepare(`explain query plan ${text}`).all(values));
      assert.equal(plans.length, 3);
      assert.doesNotMatch(JSON.stringify(plans), /SCAN |\(shop_id=\?\)/);
      await storage.close();
    });

    test('lists the newest deliveries along an index, whatever their state, and leaves their bodies', async () => {
      const db = await open();
      const asked = new Map<string, readonly unknown[]>();
      const storage = await openStorage(noting(db, asked));
      for (const [state, index] of [
        [undefined, 'outbox_by_newest'],
        ['dead', 'outbox_by_state'],
      ] as const) {
        asked.clear();
        await storage.outbox.list({ most: 20, ...(state && { state }) });
        const [[text, values] = assert.fail('Nothing was asked'), ...more] = asked;
        const plan = JSON.stringify(db.prepare(`explain query plan ${text}`).all(values));
        assert.match(plan, new RegExp(`USING INDEX ${index}`));
        if (!state) assert.doesNotMatch(plan, /TEMP B-TREE/);
        assert.doesNotMatch(text, /body|\*/);
        assert.deepEqual(more, []);
      }
      await storage.close();
    });

    test('looks at what is over, not at all there is, to delete it', async () => {
      const db = await open();
      const asked = new Map<string, readonly unknown[]>();
      const storage = await openStorage(noting(db, asked));
      const now = new Date('2026-11-23T09:00:00Z');
      asked.clear();
      await purge(storage, now);
      const plans = [...asked]
        .filter(([text]) => text.trim().match(/^(select|delete|with)/))
        .flatMap(([text, values]) => db.prepare(`explain query plan ${text}`).all(values));
      const steps = plans.map((plan) => (plan as { detail: string }).detail);
      assert.ok(steps.some((step) => step.includes('conversations_by_age')));
      assert.deepEqual(
        steps.filter((step) => /^SCAN (?!piece|json_each)/.test(step)),
        [],
      );
      await storage.close();
    });
  });

/** Writes down what is asked. */
const noting = (db: SyncDb, asked: Map<string, readonly unknown[]>): SyncDb => ({
  exec: (text) => db.exec(text),
  close: () => db.close(),
  prepare(text) {
    const statement = db.prepare(text);
    return {
      reader: statement.reader,
      run(values) {
        asked.set(text, values);
        return statement.run(values);
      },
      all(values) {
        asked.set(text, values);
        return statement.all(values);
      },
    };
  },
});
