import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import {
  aFulfillment,
  aShopifyCustomer,
  aShopifyLine,
  aShopifyOrder,
  aShopifyProduct,
} from '../../builders/shopify.ts';
import { aShop } from '../../builders/shop.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { listen } from './events.ts';
import { shopifySecret, signed, signedByShopify } from './signed.ts';

const MARA = 'mara@kern.example';
const shopify = { webhookSecret: shopifySecret };

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ shop: { shopify } });
});
afterEach(() => desk.close());

const areaOf = (topic: string) =>
  topic.startsWith('fulfillments/') ? 'orders' : topic.split('/')[0]!;
const send = (topic: string, payload: object, change?: Parameters<typeof signedByShopify>[2]) =>
  desk
    .visitor({ origin: null })
    .send('POST', `/webhooks/${areaOf(topic)}`, signedByShopify(topic, payload, change));
const result = async (...given: Parameters<typeof send>) => (await send(...given)).body['result'];
const order = () => desk.storage.catalogue.order(desk.shop.id, '5501');

describe('A webhook of Shopify’s', () => {
  test('brings order, customer and product; the shopper sees the order', async () => {
    assert.equal(await result('orders/create', aShopifyOrder()), 'applied');
    assert.equal(await result('customers/create', aShopifyCustomer()), 'applied');
    assert.equal(await result('products/create', aShopifyProduct()), 'applied');
    const page = await aCustomerVisitor(desk, MARA);
    const { body } = await page.get('/orders/5501');
    assert.equal(body['number'], '#1001');
    assert.deepEqual((body['totals'] as { total: object }).total, {
      ...{ amount: 22805, currency: 'EUR' },
    });
  });

  test('of a fulfilment shows in an open panel, and by itself when it is early', async () => {
    const early = aFulfillment({ id: 4_402, shipment_status: 'label_printed' });
    assert.equal(await result('fulfillments/create', early), 'applied');
    await send('customers/create', aShopifyCustomer());
    await send('orders/create', aShopifyOrder());
    assert.equal((await order())?.shipments[0]?.status, 'label_printed');
    const listener = await listen(await aCustomerVisitor(desk, MARA));
    const later = { shipment_status: 'out_for_delivery', updated_at: '2026-11-21T08:00:00Z' };
    assert.equal(await result('fulfillments/update', { ...early, ...later }), 'applied');
    assert.deepEqual(await listener.change(), { topic: 'order', id: '5501' });
    assert.equal((await order())?.shipments[0]?.status, 'out_for_delivery');
    await listener.leave();
  });

  test('of a deletion ahead of our clock is one of now, and what comes later counts', async () => {
    const soon = (minutes: number) =>
      new Date(desk.clock.now.getTime() + minutes * 60_000).toISOString();
    const known = () => desk.storage.catalogue.knownContact('alder', { email: MARA });
    const comesBack = async (triggeredAt: string) => {
      await send('customers/delete', { id: 9_001 }, { triggeredAt, id: triggeredAt });
      assert.equal(await known(), undefined);
      await send('customers/update', aShopifyCustomer({ updated_at: soon(2) }));
      return (await known()) !== undefined;
    };
    assert.equal(await comesBack('2099-01-01T00:00:00Z'), true);
    // clocks differ by minutes
    assert.equal(await comesBack(soon(4)), false);
  });

  test('that tries an address is answered by its signature, and nothing comes of it', async () => {
    const headers = { 'X-Shopify-Test': 'true' };
    // as Shopify writes its sample: beyond what a number holds
    const raw = JSON.stringify(aShopifyOrder()).replace('"id":5501', '"id":820982911946154508');
    const tried = await send('orders/create', {}, { raw, headers });
    assert.deepEqual([tried.status, tried.body], [200, { result: 'test' }]);
    assert.equal((await send('orders/create', {}, { raw, headers, secret: 'other' })).status, 401);
    assert.equal((await send('orders/edited', {}, { raw, headers })).body.code, 'topic_not_taken');
    assert.equal(await desk.storage.catalogue.order(desk.shop.id, '820982911946154508'), undefined);
    const news = await send('orders/create', {}, { raw });
    assert.deepEqual([news.status, news.body.errors?.[0]?.pointer], [422, '/id']);
  });

  test('of one second counts as Shopify noticed', async () => {
    const of = (name: string) => aShopifyOrder({ name });
    await send('orders/updated', of('#2'), { triggeredAt: '2026-11-23T08:00:00.900000000Z' });
    await send('orders/create', of('#1'), { triggeredAt: '2026-11-23T08:00:00.100000000Z' });
    assert.equal((await order())?.number, '#2');
  });

  test('twice changes nothing', async () => {
    assert.equal(await result('orders/create', aShopifyOrder(), { id: 'w-1' }), 'applied');
    assert.equal(await result('orders/create', aShopifyOrder(), { id: 'w-1' }), 'unchanged');
    assert.equal(await result('orders/create', aShopifyOrder(), { id: 'w-2' }), 'unchanged');
  });

  test('of a refund takes what was refunded out of the order, and its parcel, however late', async () => {
    const lines = (refunds: object[] = []) => ({
      line_items: [aShopifyLine(), aShopifyLine({ id: 13_202 })],
      refunds,
    });
    const refund = { refund_line_items: [{ line_item_id: 13_201, quantity: 1 }] };
    const left = { ...lines([refund]), updated_at: '2026-11-22T10:00:00Z' };
    await send('customers/create', aShopifyCustomer());
    const arrived = aFulfillment({ shipment_status: 'delivered' });
    await send('orders/updated', aShopifyOrder({ ...left, fulfillments: [arrived] }));
    await send('orders/create', aShopifyOrder(lines()));
    const now = await order();
    assert.deepEqual(
      now?.lines.map(({ id }) => id),
      ['13202'],
    );
    // it held nothing else, and the line that is left has not been sent
    assert.deepEqual([now?.shipments, now?.status], [[], 'processing']);
  });

  test('cancels an order, deletes a customer with what is theirs', async () => {
    await send('customers/create', aShopifyCustomer());
    await send('orders/create', aShopifyOrder());
    const off = { cancelled_at: '2026-11-22T10:00:00Z', updated_at: '2026-11-22T10:00:00Z' };
    await send('orders/cancelled', aShopifyOrder(off));
    assert.equal((await order())?.status, 'cancelled');
    assert.equal(await result('customers/delete', { id: 9_001, orders_count: 0 }), 'applied');
    assert.equal(await desk.storage.catalogue.knownContact('alder', { email: MARA }), undefined);
    assert.equal(await order(), undefined);
  });
});

describe('A webhook of Shopify’s is refused', () => {
  test('wrongly signed, changed on its way, or signed as ours are', async () => {
    assert.equal((await send('orders/create', {}, { secret: 'guessed' })).status, 401);
    const good = signedByShopify('orders/create', aShopifyOrder());
    const raw = JSON.stringify(aShopifyOrder({ total_price: '1.00' }));
    const sender = desk.visitor({ origin: null });
    const ask = (wish: object) => sender.send('POST', '/webhooks/orders', wish);
    assert.equal((await ask({ ...good, raw })).body.code, 'signature_invalid');
    const ours = signed(desk, aShopifyOrder(), { headers: { 'X-Shopify-Topic': 'orders/create' } });
    assert.equal((await ask(ours)).body.code, 'signature_invalid');
    const empty = { ...good.headers, 'X-Shopify-Hmac-Sha256': '' };
    assert.equal((await ask({ ...good, headers: empty })).body.code, 'signature_invalid');
  });

  test('where the shop has no secret of Shopify’s, or another', async () => {
    const both = await aBackend({
      shops: [
        aShop(),
        aShop({ id: 'birch', shopify: { webhookSecret: 'shpss_another secret of Shopify’s' } }),
      ],
    });
    for (const shop of ['alder', 'birch']) {
      const wish = signedByShopify('orders/create', aShopifyOrder());
      const visitor = both.visitor({ origin: null, shop });
      assert.equal((await visitor.send('POST', '/webhooks/orders', wish)).status, 401);
    }
    await both.close();
  });

  const topics = ['orders/delete', 'products/create', 'constructor', ''];
  for (const topic of topics)
    test(`at orders with the topic "${topic}"`, async () => {
      const wish = signedByShopify(topic, aShopifyOrder());
      const { status, body } = await desk
        .visitor({ origin: null })
        .send('POST', '/webhooks/orders', wish);
      assert.deepEqual([status, body.code], [422, 'topic_not_taken']);
    });

  test('as a deletion where it tells of what is there: another topic is as well signed', async () => {
    await send('customers/create', aShopifyCustomer());
    await send('products/create', aShopifyProduct());
    for (const [topic, captured] of [
      ['customers/delete', aShopifyCustomer()],
      ['customers/delete', aShopifyOrder({ id: 9_001 })],
      ['products/delete', aShopifyProduct()],
    ] as const) {
      const { status, body } = await send(topic, captured);
      assert.deepEqual([status, body.code], [422, 'validation_failed']);
      assert.match(JSON.stringify(body['errors']), /updated_at.*something that is there/);
    }
    assert.ok(await desk.storage.catalogue.knownContact('alder', { email: MARA }));
  });

  test('at tracking, which is not Shopify’s', async () => {
    const wish = signedByShopify('fulfillments/update', aFulfillment());
    const sender = desk.visitor({ origin: null });
    assert.equal((await sender.send('POST', '/webhooks/tracking', wish)).status, 401);
  });

  test('without what an order needs, told in our words', async () => {
    const none = await send('orders/create', aShopifyOrder({ line_items: [] }));
    assert.deepEqual([none.status, none.body.code], [422, 'validation_failed']);
    assert.match(
      JSON.stringify(none.body['errors']),
      /Read as a row of the import format: \/lines/,
    );
    const price = await send('orders/create', aShopifyOrder({ total_price: '1,00' }));
    assert.match(JSON.stringify(price.body['errors']), /total_price/);
  });
});
