import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder, aProduct, aShipment } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { listen } from './events.ts';
import { signed } from './signed.ts';

const MARA = 'mara@kern.example';
const at = (minute: number) => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const mara = (minute: number, more = {}) => ({
  ...aCustomer({ id: 'mara', email: MARA, ...more }),
  updatedAt: at(minute),
});
const order = (minute: number, more = {}) => ({
  ...anOrder({ id: 'o-1', number: '4182', customer: 'mara', ...more }),
  updatedAt: at(minute),
});

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend();
});
afterEach(() => desk.close());

type Change = Parameters<typeof signed>[2];
const send = (area: string, body: unknown, change?: Change) =>
  desk.visitor({ origin: null }).send('POST', `/webhooks/${area}`, signed(desk, body, change));
const result = async (area: string, body: unknown, change?: Change) =>
  (await send(area, body, change)).body['result'];
const statusOf = async (id = 'o-1') =>
  (await desk.storage.catalogue.order(desk.shop.id, id))?.status;

describe('A webhook of the shop’s own rows', () => {
  test('brings a customer and their order, which comes first', async () => {
    assert.equal(await result('orders', order(1)), 'applied');
    assert.equal(await result('customers', mara(1)), 'applied');
    assert.equal(await result('products', { ...aProduct(), updatedAt: at(1) }), 'applied');
    const page = await aCustomerVisitor(desk, MARA);
    const { body } = await page.get('/orders/o-1');
    assert.equal(body['number'], '4182');
  });

  test('counts when it is the newest, not when it comes last', async () => {
    assert.equal(await result('orders', order(5, { status: 'shipped' })), 'applied');
    assert.equal(await result('orders', order(3, { status: 'placed' })), 'unchanged');
    assert.equal(await statusOf(), 'shipped');
    assert.equal(await result('orders', order(6, { status: 'cancelled' })), 'applied');
    assert.equal(await statusOf(), 'cancelled');
  });

  test('twice changes nothing, by its id or its content', async () => {
    const named = { headers: { 'X-Front-Desk-Delivery': 'delivery-1' } };
    assert.equal(await result('orders', order(1), named), 'applied');
    assert.equal(await result('orders', order(2), named), 'unchanged');
    assert.equal(await result('orders', order(2)), 'applied');
    assert.equal(await result('orders', order(2)), 'unchanged');
  });

  test('has ids of its own at each address: senders count orders and customers alike', async () => {
    const named = { headers: { 'X-Front-Desk-Delivery': '1001' } };
    assert.equal(await result('orders', order(1), named), 'applied');
    assert.equal(await result('customers', mara(1), named), 'applied');
  });

  test('ends a product for good, until a newer telling', async () => {
    const gone = { type: 'product', id: 'boots', deleted: true, updatedAt: at(5) };
    assert.equal(await result('products', gone), 'applied');
    assert.equal(await result('products', { ...aProduct(), updatedAt: at(4) }), 'applied');
    assert.equal(await result('products', { ...aProduct(), updatedAt: at(4) }), 'unchanged');
    assert.equal(await result('products', { ...aProduct(), updatedAt: at(6) }), 'applied');
  });

  test('erases a customer: session, contact and orders, also those told late', async () => {
    await send('customers', mara(1));
    await send('orders', order(1));
    const page = await aCustomerVisitor(desk, MARA);
    const gone = { type: 'customer', id: 'mara', deleted: true, updatedAt: at(5) };
    assert.equal(await result('customers', gone), 'applied');
    assert.equal((await page.get('/orders')).body.code, 'unauthenticated');
    const { catalogue } = desk.storage;
    assert.equal(await catalogue.customer('alder', 'mara'), undefined);
    assert.equal(await catalogue.knownContact('alder', { email: MARA }), undefined);
    assert.equal(await statusOf(), undefined);
    await send('orders', order(4, { id: 'o-late', email: MARA }));
    assert.equal(await statusOf('o-late'), undefined);
    assert.equal(await catalogue.knownContact('alder', { email: MARA }), undefined);
    await send('orders', order(6, { id: 'o-new', email: MARA }));
    assert.equal(await statusOf('o-new'), 'processing');
  });

  test('shows in an open panel', async () => {
    await send('customers', mara(1));
    await send('orders', order(1));
    const listener = await listen(await aCustomerVisitor(desk, MARA));
    await send('orders', order(2, { shipments: [aShipment({ seen: ['in_transit'] })] }));
    assert.deepEqual(await listener.change(), { topic: 'order', id: 'o-1' });
    await listener.leave();
  });

  test('does not take the place of an import without a date, nor is it kept from it', async () => {
    await send('orders', order(5, { status: 'processing' }));
    await desk.load([anOrder({ id: 'o-1', number: '4182', status: 'shipped' })]);
    assert.equal(await statusOf(), 'shipped');
    assert.equal(await result('orders', order(4, { status: 'placed' })), 'unchanged');
    assert.equal(await statusOf(), 'shipped');
    assert.equal(await result('orders', order(6, { status: 'cancelled' })), 'applied');
    assert.equal(await statusOf(), 'cancelled');
  });

  test('an import with an older date passes a row over', async () => {
    await send('orders', order(5, { status: 'shipped' }));
    await desk.load([order(4, { status: 'placed' }), mara(1)]);
    assert.equal(await statusOf(), 'shipped');
    assert.ok(await desk.storage.catalogue.customer('alder', 'mara'));
  });
});

describe('A webhook of the shop’s own rows is refused', () => {
  const strange: [string, string, unknown, string, string?][] = [
    ['a field we do not know', 'orders', { ...order(1), colour: 'red' }, '/colour'],
    ['no date', 'orders', anOrder(), '/updatedAt'],
    ['sums that do not add up', 'orders', { ...order(1), total: 1 }, '/total'],
    ['a row of another kind', 'customers', { ...aProduct(), updatedAt: at(1) }, '/type'],
    ['two of one variant', 'products', twice(), '/variants/1'],
  ];
  for (const [what, area, body, pointer] of strange)
    test(`with ${what}`, async () => {
      const { status, body: problem } = await send(area, body);
      assert.equal(status, 422);
      assert.equal(problem.code, 'validation_failed');
      const errors = problem['errors'] as { pointer: string }[];
      assert.ok(
        errors.some((error) => error.pointer === pointer),
        JSON.stringify(errors),
      );
    });

  test('unsigned, wrongly signed, or signed with another shop’s secret', async () => {
    const birch = 'another secret of some length';
    const both = await aBackend({
      shops: [aShop(), aShop({ id: 'birch', webhookSecret: birch })],
    });
    const ask = async (shop: string, secret: string) => {
      const wish = signed(both, order(1), { secret });
      const visitor = both.visitor({ origin: null, shop });
      return (await visitor.send('POST', '/webhooks/orders', wish)).status;
    };
    assert.equal(await ask('birch', aShop().webhookSecret), 401);
    assert.equal(await ask('alder', 'guessed'), 401);
    assert.equal(await ask('birch', birch), 200);
    assert.ok(await both.storage.catalogue.order('birch', 'o-1'));
    assert.equal(await both.storage.catalogue.order('alder', 'o-1'), undefined);
    await both.close();
  });

  test('over 2 MiB, before its signature is looked at', async () => {
    const raw = JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) });
    assert.equal((await send('orders', null, { raw })).status, 413);
    const most = JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024 - 64) });
    assert.equal((await send('orders', null, { raw: most })).status, 422);
  });
});

function twice() {
  const { variants, ...product } = aProduct();
  return { ...product, variants: [...variants, ...variants], updatedAt: at(1) };
}
