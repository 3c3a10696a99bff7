import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aShopifyOrder } from '../../builders/shopify.ts';
import { shopifySecret, signed, signedByShopify } from './signed.ts';

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ shop: { shopify: { webhookSecret: shopifySecret } } });
});
afterEach(() => desk.close());

const send = (area: string, options: ReturnType<typeof signed>) =>
  desk.visitor({ origin: null }).send('POST', `/webhooks/${area}`, options);
const orders = (change: object) => send('orders', signedByShopify('orders/create', change));
const told = () =>
  desk
    .logged()
    .split('\n')
    .filter((line) => line.includes('webhook_refused'))
    .map((line) => {
      const { shop, route, fault, reason } = JSON.parse(line) as Record<string, string>;
      return [shop, route, fault, reason];
    });

describe('A webhook that is refused', () => {
  test('is told to the log: of which shop, where to, why, and at which field', async () => {
    const [line] = aShopifyOrder()['line_items'] as object[];
    await orders(aShopifyOrder({ line_items: [{ ...line, price: 'mara@kern.example' }] }));
    await send('tracking', signed(desk, {}, { secret: 'another secret, of thirty letters' }));
    await send('customers', signed(desk, { type: 'customer' }));
    await send('orders', signedByShopify('orders/paid', {}));
    assert.deepEqual(told(), [
      [desk.shop.id, 'ordersWebhook', 'validation_failed', 'line_items/0/price'],
      [desk.shop.id, 'trackingWebhook', 'signature_invalid', undefined],
      [desk.shop.id, 'customersWebhook', 'validation_failed', 'id'],
      [desk.shop.id, 'ordersWebhook', 'topic_not_taken', undefined],
    ]);
    assert.doesNotMatch(desk.logged(), /mara/);
  });

  test('is told once an hour for each fault', async () => {
    const news = (secret?: string) => signed(desk, {}, secret === undefined ? {} : { secret });
    for (const seconds of [0, 3599, 1]) {
      desk.clock.pass(seconds);
      await send('products', news('another secret, of thirty letters'));
      await send('products', news());
    }
    assert.deepEqual(
      told().map(([, , fault]) => fault),
      ['signature_invalid', 'validation_failed', 'signature_invalid', 'validation_failed'],
    );
  });

  test('says no more of a strange field than what it lies in', async () => {
    const [line] = aShopifyOrder()['line_items'] as object[];
    const strange = { type: 'customer', id: 'c', updatedAt: '2026-11-23T08:00:00Z' };
    await send('customers', signed(desk, { ...strange, '+32470999111': line }));
    assert.deepEqual(told()[0]?.slice(2), ['validation_failed', undefined]);
  });

  test('and one that is taken is not told', async () => {
    assert.equal((await orders(aShopifyOrder())).status, 200);
    assert.deepEqual(told(), []);
  });
});
