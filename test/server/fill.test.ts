import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { alder, sampleRows } from '../../src/backend/platforms/sample/index.ts';
import { fillWithSample } from '../../src/server/cli/fill.ts';
import { sampleCustomers } from '../../src/server/cli/sample-customers.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aShopConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';

const shops = createShops([{ ...alder, ...aShopConfig() } as never]);

describe('the sample shop', () => {
  test('is told anew on another day, and left as it is within one', async () => {
    const { storage } = await openDatabase(join(aFolder(), 'desk.db'));
    const startAt = (moment: string) =>
      fillWithSample({ storage, shops, clock: () => new Date(moment) });
    const sample = sampleRows({ now: new Date() }).find((row) => row.type === 'order')!;
    const placed = async () => (await storage.catalogue.order('alder', sample.id))?.placedAt;

    await startAt('2026-11-23T10:00:00Z');
    const first = await placed();
    await startAt('2026-11-23T11:00:00Z');
    assert.equal(await placed(), first);
    await startAt('2026-11-30T10:00:00Z');
    assert.equal(Date.parse((await placed())!) - Date.parse(first!), 7 * 24 * 3_600_000);
    await storage.close();
  });
});

describe('sample customers', () => {
  test('are the first with an e-mail and an order, by the names they go by', async () => {
    const rows = [
      { type: 'order', id: 'o-1', customer: 'c-2', number: '1' },
      {
        type: 'customer',
        id: 'c-1',
        email: 'none@example.com',
        firstName: 'No',
        lastName: 'Orders',
      },
      { type: 'customer', id: 'c-2', email: 'mara@kern.eu', firstName: 'Mara', lastName: 'Kern' },
      { type: 'customer', id: 'c-3', firstName: 'No', lastName: 'Mail' },
      { type: 'order', id: 'o-2', customer: 'c-2', number: '2' },
      { type: 'order', id: 'o-3', customer: 'c-3', number: '3' },
    ];
    assert.deepEqual(await sampleCustomers(rows), [
      { name: 'Mara Kern', email: 'mara@kern.eu', order: '1' },
    ]);
  });

  test('six are enough, and the rest is not read', async () => {
    let read = 0;
    function* endless() {
      for (; ; read += 1) {
        yield { type: 'customer', id: `c-${read}`, email: `c-${read}@example.com` };
        yield { type: 'order', id: `o-${read}`, customer: `c-${read}`, number: `${read}` };
      }
    }
    assert.equal((await sampleCustomers(endless())).length, 6);
    assert.ok(read < 10);
  });
});
