import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { ImportRow } from '../../../src/contract/import.ts';
import type { Shop, Shops, Storage } from '../../../src/backend/ports.ts';
import {
  importRows,
  ImportUnfinished,
  type BadRow,
  type ImportNews,
  type ImportOptions,
} from '../../../src/backend/services/import.ts';
import { resumeImports } from '../../../src/backend/services/resume-imports.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { openWasm, type WasmDb } from '../../../src/backend/storage/wasm.ts';
import { aCustomer, aLine, anEvent, anOrder, aProduct, aShipment } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';

describe('an import', () => {
  let storage: Storage;
  let shop: Shop;
  let shops = 0;
  let database: WasmDb;
  before(async () => {
    database = await openWasm();
    storage = await openStorage(database);
  });
  after(() => storage.close());
  beforeEach(() => {
    shop = aShop({ id: `shop-${(shops += 1)}` });
  });

  const clock = () => new Date('2026-01-10T10:00:00.000Z');
  const take = async (rows: readonly unknown[], options: ImportOptions = {}) => {
    const bad: BadRow[] = [];
    const report = await importRows({ storage, clock }, shop, linesOf(rows), {
      ...options,
      tell: (news) => 'bad' in news && bad.push(news.bad),
    });
    return { ...report, told: bad };
  };
  const order = (id = 'order-1') => storage.catalogue.order(shop.id, id);

  test('takes products, customers and orders in any order', async () => {
    const rows = [
      anOrder({ id: 'a', customer: 'anna' }),
      aProduct(),
      aCustomer({ id: 'anna' }),
      anOrder({ id: 'b', number: '2', email: 'guest@mail.example' }),
    ];
    assert.deepEqual(await take(rows), { rows: 4, imported: 4, bad: 0, told: [] });
    assert.equal((await order('a'))?.email, 'anna@mail.example');
    assert.equal((await order('b'))?.customer, undefined);
    assert.deepEqual(await storage.imports.unfinished(), []);
  });

  test('passes over empty lines and rows that are there twice', async () => {
    const report = await take(['', JSON.stringify(anOrder()), '  ', anOrder()]);
    assert.deepEqual(report, { rows: 2, imported: 1, bad: 0, told: [] });
  });

  test('of nothing is nothing', async () => {
    assert.deepEqual(await take([]), { rows: 0, imported: 0, bad: 0, told: [] });
    assert.deepEqual(await storage.imports.unfinished(), []);
  });

  test('again changes nothing', async () => {
    const rows = [
      aCustomer({ id: 'anna' }),
      anOrder({ customer: 'anna', deliveredOn: '2026-01-05' }),
    ];
    await take(rows);
    const first = await order();
    assert.equal((await take(rows)).imported, 2);
    assert.deepEqual(await order(), first);
    const list = await storage.catalogue.orders(shop.id, 'anna', { filter: 'all', limit: 9 });
    assert.equal(list.orders.length, 1);
  });

  test('may speak of customers of an import before', async () => {
    await take([aCustomer({ id: 'anna' })]);
    assert.equal((await take([anOrder({ customer: 'anna' })])).bad, 0);
  });

  test('leaves guest orders to whoever proves the contact', async () => {
    await take([
      aCustomer({ id: 'anna', email: 'anna@mail.example' }),
      anOrder({ email: 'anna@mail.example' }),
    ]);
    assert.equal((await order())?.customer, undefined);
  });

  describe('with a bad row', () => {
    const good = anOrder({ id: 'good', number: '1' });
    const table: [name: string, row: unknown, pointer: string, reason: RegExp][] = [
      ['no JSON', '{"type":"order",', '', /not JSON/],
      ['no object', '[]', '', /./],
      ['an unknown type', { type: 'refund', id: '1' }, '/type', /product, customer or order/],
      ['a missing field', without(anOrder(), 'placedAt'), '/placedAt', /^Required\.$/],
      ['an unknown field', { ...anOrder(), colour: 'red' }, '/colour', /not known/],
      [
        'an unknown field deep down',
        { ...anOrder(), lines: [{ ...aLine(), size: 1 }] },
        '/lines/0/size',
        /not known/,
      ],
      ['no moment', { ...anOrder(), placedAt: 'yesterday' }, '/placedAt', /./],
      [
        'a sum in euros',
        anOrder({ lines: [aLine({ unitPrice: 89.5 })] }),
        '/lines/0/unitPrice',
        /int/i,
      ],
      ['a currency in words', anOrder({ currency: 'Euro' }), '/currency', /another form/],
      ['no lines', { ...anOrder(), lines: [] }, '/lines', /./],
      [
        'a total that is not the sum of its parts',
        anOrder({ shipping: 495, total: 8900 }),
        '/total',
        /come to 9395, not 8900/,
      ],
      [
        'amounts beyond counting',
        anOrder({ lines: [aLine({ unitPrice: 9e15, quantity: 1000 })], total: 1 }),
        '/total',
        /too large/,
      ],
      [
        'two lines of one id',
        anOrder({ lines: [aLine(), aLine()] }),
        '/lines/1',
        /line-1 is there twice/,
      ],
      [
        'a parcel of a line that is not there',
        anOrder({ shipments: [aShipment({ lines: [{ line: 'x', quantity: 1 }] })] }),
        '/shipments/0/lines/0/line',
        /no line x/,
      ],
      [
        'a line twice in a parcel',
        anOrder({
          shipments: [
            aShipment({
              lines: [
                { line: 'line-1', quantity: 1 },
                { line: 'line-1', quantity: 1 },
              ],
            }),
          ],
        }),
        '/shipments/0/lines/1',
        /twice/,
      ],
      [
        'two parcels of one id',
        anOrder({ shipments: [aShipment(), aShipment()] }),
        '/shipments/1',
        /twice/,
      ],
      [
        'an estimate that ends before it begins',
        anOrder({
          shipments: [
            aShipment({
              estimate: { from: '2026-01-05T10:00:00Z', to: '2026-01-05T11:00:00+02:00' },
            }),
          ],
        }),
        '/shipments/0/estimate',
        /ends before/,
      ],
      ['an unknown customer', anOrder({ customer: 'nobody' }), '/customer', /no customer nobody/],
      ['a phone without digits', aCustomer({ phone: '(   ) - -' }), '/phone', /more digits/],
      [
        'variants in two currencies',
        aProduct({
          variants: [
            { id: 'a', price: 1, currency: 'EUR', available: true },
            { id: 'b', price: 1, currency: 'USD', available: true },
          ],
        }),
        '/variants/1/currency',
        /one currency/,
      ],
      ['a NUL in a text', anOrder({ number: 'A\0B' }), '', /NUL/],
      ['half a character', anOrder({ number: 'A\ud83d' }), '', /half a character/],
      [
        'too many options',
        anOrder({ lines: [aLine({ options: manyOptions(13) })] }),
        '/lines/0/options',
        /12/,
      ],
      [
        'an event in no words of ours',
        {
          ...anOrder(),
          shipments: [{ ...aShipment(), events: [{ ...anEvent(), status: 'lost' }] }],
        },
        '/shipments/0/events/0/status',
        /./,
      ],
    ];
    for (const [name, row, pointer, reason] of table)
      test(`${name}: is refused whole, and told by line, place and reason`, async () => {
        const report = await take([good, row]);
        assert.equal(report.imported, 0);
        assert.equal(report.bad, 1);
        const [told] = report.told;
        assert.deepEqual([told?.position, told?.pointer], [2, pointer]);
        assert.match(told?.reason ?? '', reason);
        assert.equal(await order('good'), undefined);
        assert.deepEqual(await storage.imports.unfinished(), []);
      });

    test('skips it alone when asked to, and the orders that hang on it', async () => {
      const report = await take(
        [
          good,
          { ...aCustomer({ id: 'anna' }), email: 'no address' },
          anOrder({ id: 'hers', number: '2', customer: 'anna' }),
          anOrder({ id: 'fine', number: '3' }),
        ],
        { skipBad: true },
      );
      assert.deepEqual([report.rows, report.imported, report.bad], [4, 2, 2]);
      assert.deepEqual(
        report.told.map(({ position }) => position),
        [2, 3],
      );
      assert.ok((await order('good')) && (await order('fine')));
      assert.equal(await order('hers'), undefined);
    });

    test('of nothing but bad rows takes nothing', async () => {
      const report = await take(['no', 'way'], { skipBad: true });
      assert.deepEqual([report.rows, report.imported, report.bad], [2, 0, 2]);
      assert.deepEqual(await storage.imports.unfinished(), []);
    });

    test('a second row of an id that says something else is bad', async () => {
      const report = await take([anOrder(), anOrder({ number: '#other' })]);
      assert.equal(report.told[0]?.pointer, '/id');
      assert.match(report.told[0]?.reason ?? '', /Row 1 is another order/);
    });

    test('a variant belongs to one product', async () => {
      const report = await take([aProduct({ id: 'a' }), aProduct({ id: 'b' })]);
      assert.equal(report.told[0]?.pointer, '/variants/0/id');
      assert.match(report.told[0]?.reason ?? '', /product of row 1/);
    });
  });

  describe('cut short', () => {
    const only = (known: Shop | undefined): Shops => ({
      find: (id) => (known && (id === undefined || id === known.id) ? known : undefined),
      all: () => (known ? [known] : []),
    });

    test('while it is read leaves nothing', async () => {
      const broken = (async function* () {
        for (let nth = 0; nth < 1200; nth += 1)
          yield JSON.stringify(anOrder({ id: `o${nth}`, number: `${nth}` }));
        throw new Error('The line went dead');
      })();
      await assert.rejects(importRows({ storage, clock }, shop, broken), /went dead/);
      assert.deepEqual(await storage.imports.unfinished(), []);
      assert.equal(await order('o1'), undefined);
    });

    test('before it counts is wiped at the next start', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      await storage.imports.stage(id, [{ position: 1, row: anOrder() }]);
      // no commit: the process ends here
      assert.deepEqual(await resumeImports({ storage, clock }, only(shop)), {
        finished: 0,
        dropped: 1,
      });
      assert.equal(await order(), undefined);
      assert.deepEqual(await storage.imports.unfinished(), []);
    });

    test('nothing of it is written before it counts', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      await storage.imports.stage(id, [{ position: 1, row: anOrder() }]);
      assert.equal(await storage.imports.applyNext(shop, id, { most: 10, at: clock() }), 0);
      assert.equal(await order(), undefined);
      await storage.imports.drop(id);
    });

    test('after it counts is finished at the next start', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      const rows = Array.from({ length: 130 }, (_, nth) => ({
        position: nth + 1,
        row: anOrder({ id: `o${nth}`, number: `${nth}` }),
      }));
      await storage.imports.stage(id, rows);
      await storage.imports.commit(id, clock());
      await storage.imports.applyNext(shop, id, { most: 50, at: clock() });
      // the process ends here, in the middle of writing
      assert.equal(await order('o120'), undefined);
      assert.deepEqual(await resumeImports({ storage, clock }, only(shop)), {
        finished: 1,
        dropped: 0,
      });
      assert.ok((await order('o0')) && (await order('o120')));
      assert.deepEqual(await storage.imports.unfinished(), []);
    });

    test('by a full disk after it counts is told as it is, and finished by whoever comes next', async () => {
      database.exec(
        `create trigger full before insert on orders when new.id = 'o120' and new.shop_id = '${shop.id}'
         begin select raise(abort, 'database or disk is full'); end`,
      );
      const rows = Array.from({ length: 130 }, (_, nth) =>
        anOrder({ id: `o${nth}`, number: `${nth}` }),
      );
      await assert.rejects(take(rows), (error: Error) => {
        assert.ok(error instanceof ImportUnfinished, String(error));
        assert.match(error.message, /counts .* do not run it again/);
        assert.match(String(error.cause), /disk is full/);
        return true;
      });
      assert.ok((await order('o0')) && !(await order('o120')));
      database.exec('drop trigger full');
      // at once: its writer has said that it has given up
      const silence = { reading: new Date(0), writing: new Date(0) };
      const resumed = await resumeImports({ storage, clock }, only(shop), { silence });
      assert.deepEqual(resumed, { finished: 1, dropped: 0 });
      assert.ok(await order('o120'));
    });

    test('by a full disk before it counts leaves nothing, and that is told', async () => {
      database.exec(
        `create trigger full before update on imports when new.state = 'committed'
         begin select raise(abort, 'database or disk is full'); end`,
      );
      await assert.rejects(take([anOrder()]), (error) => !(error instanceof ImportUnfinished));
      database.exec('drop trigger full');
      assert.deepEqual(await storage.imports.unfinished(), []);
    });

    test('by a database whose answer to the commit is lost counts all the same', async () => {
      const { commit } = storage.imports;
      const imports: Storage['imports'] = {
        ...storage.imports,
        async commit(id, at) {
          await commit(id, at);
          throw new Error('The line went dead');
        },
      };
      const cut = importRows(
        { storage: { ...storage, imports }, clock },
        shop,
        linesOf([anOrder()]),
      );
      await assert.rejects(cut, ImportUnfinished);
      const resumed = await resumeImports({ storage, clock }, only(shop));
      assert.deepEqual(resumed, { finished: 1, dropped: 0 });
      assert.ok(await order());
    });

    test('for a shop that is gone waits until it is back', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      await storage.imports.stage(id, [{ position: 1, row: anOrder() }]);
      await storage.imports.commit(id, clock());
      assert.deepEqual(await resumeImports({ storage, clock }, only(undefined)), {
        finished: 0,
        dropped: 0,
      });
      assert.deepEqual(await resumeImports({ storage, clock }, only(shop)), {
        finished: 1,
        dropped: 0,
      });
      assert.ok(await order());
    });
  });

  test('tells how far it is, and lets others read meanwhile', async () => {
    const rows = Array.from({ length: 250 }, (_, nth) =>
      anOrder({ id: `o${nth}`, number: `${nth}` }),
    );
    const told: number[] = [];
    let others = 0;
    const count = () => {
      others += 1;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    await importRows({ storage, clock }, shop, linesOf(rows), {
      tell: (news: ImportNews) => {
        if ('writing' in news) told.push(news.writing);
        assert.ok('writing' in news && news.of === 250);
      },
    });
    clearImmediate(waiting);
    assert.equal(told.at(-1), 250);
    assert.deepEqual(told, [100, 200, 250]);
    assert.ok(others >= told.length - 1, 'nobody else had a turn');
  });
});

const linesOf = async function* (rows: readonly unknown[]): AsyncGenerator<string> {
  for (const row of rows) yield typeof row === 'string' ? row : JSON.stringify(row);
};

function without(row: ImportRow, field: string): unknown {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
}

function manyOptions(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, nth) => [`Option ${nth}`, 'yes']));
}
