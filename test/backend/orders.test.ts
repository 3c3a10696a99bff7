import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, aLine, anOrder, aProduct, aShipment } from '../builders/rows.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';

const MARA = 'mara@kern.example';
const month = (at: number) => String(at).padStart(2, '0');
const many = Array.from({ length: 24 }, (_, at) =>
  anOrder({
    ...{ id: `o-${at}`, number: `41${month(at)}`, customer: 'mara', email: MARA },
    placedAt: `${at < 12 ? 2025 : 2026}-${month((at % 12) + 1)}-01T12:00:00.000Z`,
    status: at < 20 ? 'delivered' : 'processing',
    shipments: at === 23 ? [aShipment({ seen: ['in_transit'] })] : [],
    lines: [aLine({ name: `Thing ${at}` })],
  }),
);

let desk: BackendUnderTest;
let mara: Visitor;
before(async () => {
  desk = await aBackend({ rows: [aCustomer({ id: 'mara', email: MARA }), ...many] });
  mara = await aCustomerVisitor(desk, MARA);
});
after(() => desk.close());

const numbers = async (query: string) =>
  (await mara.get(`/orders${query}`)).body.items.map(({ number }) => number);

describe('GET /v1/orders', () => {
  test('tells the newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let query = '?limit=10';
    for (let page = 0; page < 3; page++) {
      const { body } = await mara.get(`/orders${query}`);
      seen.push(...body.items.map(({ number }) => number));
      query = `?limit=10&cursor=${encodeURIComponent(body.next ?? '')}`;
      assert.equal(body.next === undefined, page === 2);
      assert.deepEqual(body['years'], page === 0 ? [2026, 2025] : undefined);
    }
    assert.deepEqual(seen, many.map(({ number }) => number).reverse());
  });

  test('twenty at a time unless asked otherwise', async () => {
    assert.equal((await numbers('')).length, 20);
    assert.equal((await numbers('?limit=3')).length, 3);
  });

  test('of one year, and active or past', async () => {
    assert.equal((await numbers('?year=2025')).length, 12);
    assert.deepEqual(await numbers('?filter=active'), ['4123', '4122', '4121', '4120']);
    assert.equal((await numbers('?filter=past&year=2026')).length, 8);
    assert.deepEqual(await numbers('?year=1999'), []);
  });

  test('costs nothing when nothing has changed, and shows what has', async () => {
    const first = await mara.get('/orders');
    assert.equal(first.headers.get('cache-control'), 'private, no-cache');
    const ask = () =>
      mara.get('/orders', { headers: { 'If-None-Match': first.headers.get('etag')! } });
    assert.equal((await ask()).status, 304);
    await desk.load([anOrder({ ...many[23]!, lines: [aLine({ name: 'Another thing' })] })]);
    assert.equal((await ask()).status, 200);
    await desk.load([many[23]!]);
  });
});

describe('GET /v1/orders/:id', () => {
  test('is the whole order for its owner', async () => {
    const { body, headers } = await mara.get('/orders/o-23');
    assert.equal(body['number'], '4123');
    assert.equal((body['lines'] as object[]).length, 1);
    assert.match(headers.get('etag')!, /^"/);
  });

  test('is found by its number as well, however that is written', async () => {
    for (const number of ['4123', '%234123', ' 41 23'])
      assert.equal((await mara.get(`/orders/${number}`)).body.id, 'o-23', number);
    assert.equal((await mara.get('/orders/4123/tracking')).body.id, 'o-23');
  });

  test('by number is the customer’s own: not another’s, and not one whose id is that number', async () => {
    await desk.load([
      aCustomer({ id: 'jonas', email: 'jonas@kern.example' }),
      anOrder({ id: '4122', number: '9001', customer: 'jonas' }),
      anOrder({ id: 'j-2', number: '4121', customer: 'jonas' }),
    ]);
    assert.equal((await mara.get('/orders/4122')).body.id, 'o-22');
    assert.equal((await mara.get('/orders/4121')).body.id, 'o-21');
    for (const path of ['/orders/9001', '/orders/9001/tracking', '/orders/j-2'])
      assert.equal((await mara.get(path)).body.code, 'not_found', path);
  });

  test('of an id that is none is not found', async () => {
    for (const id of ['none', 'x'.repeat(128), '%F0%9F%8D%AA'])
      assert.equal((await mara.get(`/orders/${id}`)).body.code, 'not_found');
    assert.equal((await mara.get(`/orders/${'x'.repeat(129)}`)).body.code, 'invalid_request');
  });
});

describe('GET /v1/orders/:id/tracking', () => {
  test('is steps and parcels: no name, item, price or address', async () => {
    const guest = await aGuestVisitor(desk, '4123', MARA);
    const { status, body, headers } = await guest.get('/orders/o-23/tracking');
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['id', 'number', 'parcels', 'progress']);
    const again = { headers: { 'If-None-Match': headers.get('etag')! } };
    assert.equal((await guest.get('/orders/o-23/tracking', again)).status, 304);
  });

  test('is of the guest’s one order only', async () => {
    const guest = await aGuestVisitor(desk, '4123', MARA);
    assert.equal((await guest.get('/orders/%234123/tracking')).body.id, 'o-23');
    for (const other of ['o-22', '4122'])
      assert.equal((await guest.get(`/orders/${other}/tracking`)).body.code, 'not_found');
    assert.equal((await guest.get('/orders/o-23')).body.code, 'code_required');
    assert.equal((await guest.get('/orders')).body.code, 'code_required');
  });
});

describe('GET /v1/orders/:id/reorder', () => {
  test('tells what can be bought again now, and what stands in for the rest', async () => {
    const variant = { price: 9900, currency: 'EUR', available: true };
    await desk.load([
      aProduct({
        id: 'boots',
        category: 'Shoes',
        variants: [{ ...variant, id: 'boots-42', sku: 'B-42' }],
      }),
      aProduct({
        ...{ id: 'clogs', category: 'Shoes' },
        variants: [{ ...variant, id: 'clogs-42', available: false }],
      }),
      anOrder({
        ...{ id: 'again', number: '5000', customer: 'mara', placedAt: '2020-01-01T12:00:00.000Z' },
        lines: [
          aLine({ id: 'l1', quantity: 2 }),
          aLine({ id: 'l2', product: 'clogs', variant: 'clogs-42' }),
          aLine({ id: 'l3', product: 'no-more', variant: 'no-more' }),
        ],
      }),
    ]);
    const { status, body } = await mara.get('/orders/5000/reorder');
    const boots = { product: 'boots', variant: 'boots-42', name: 'Winter boots', options: [] };
    const unitPrice = { amount: 9900, currency: 'EUR' };
    assert.equal(status, 200);
    assert.deepEqual(
      [body['lines'], body['gone']],
      [
        [{ ...boots, sku: 'B-42', line: 'l1', quantity: 2, unitPrice }],
        [
          {
            line: 'l2',
            quantity: 1,
            alternative: { ...boots, sku: 'B-42', line: 'l2', quantity: 1, unitPrice },
          },
          { line: 'l3', quantity: 1 },
        ],
      ],
    );
  });
});
