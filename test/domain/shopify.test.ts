import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ImportRow, type OrderRow, type ProductRow } from '../../src/contract/import.ts';
import { shopifyTopics } from '../../src/contract/shopify.ts';
import { sumOf } from '../../src/domain/orders/orders.ts';
import type { RowNews, SendingTold } from '../../src/domain/news/row-news.ts';
import { newsOfShopify } from '../../src/domain/shopify/news.ts';
import {
  aFulfillment,
  aShopifyCustomer,
  aShopifyLine,
  aShopifyOrder,
  aShopifyProduct,
} from '../builders/shopify.ts';

const toldAt = '2026-11-23T08:00:00.877Z';
const settings = { currency: 'EUR', toldAt };
type Wanted = Record<string, unknown>;

const newsOfOrder = (wanted: Wanted = {}): RowNews[] =>
  newsOfShopify(
    {
      topic: 'orders/updated',
      body: shopifyTopics.orders['orders/updated'].parse(aShopifyOrder(wanted)),
    },
    settings,
  );
const orderOf = (wanted: Wanted = {}): OrderRow => {
  const [news] = newsOfOrder(wanted);
  assert.ok(news && 'row' in news && news.row.type === 'order');
  return news.row;
};
const sendingOf = (wanted: Wanted = {}): SendingTold => {
  const [news] = newsOfShopify(
    {
      topic: 'fulfillments/update',
      body: shopifyTopics.orders['fulfillments/update'].parse(aFulfillment(wanted)),
    },
    settings,
  );
  assert.ok(news && 'sending' in news);
  return news;
};
const productOf = (wanted: Wanted = {}): ProductRow => {
  const body = shopifyTopics.products['products/update'].parse(aShopifyProduct(wanted));
  const [news] = newsOfShopify({ topic: 'products/update', body }, settings);
  assert.ok(news && 'row' in news && news.row.type === 'product');
  return news.row;
};

describe('An order of Shopify’s', () => {
  test('is a row of the import format, with its sums', () => {
    const order = orderOf();
    assert.ok(ImportRow.safeParse(order).success);
    assert.equal(sumOf(order), order.total);
    assert.deepEqual(
      [order.total, order.shipping, order.tax, order.taxIncluded, order.discounts],
      [22805, 395, 3958, true, [{ label: 'WELCOME10', amount: -2490 }]],
    );
    assert.deepEqual(order.lines[0], {
      ...{ id: '13201', product: '7001', variant: '7101', name: 'Field coat' },
      ...{ options: { variant: 'M / Camel' }, quantity: 1, unitPrice: 24900 },
    });
    assert.deepEqual(order.payments, [{ kind: 'card', label: 'Shopify Payments', amount: 22805 }]);
    assert.equal(order.number, '#1001');
    assert.equal(order.customer, '9001');
    assert.equal(order.address?.postcode, '2000');
  });

  const states: [Wanted, OrderRow['status']][] = [
    [{}, 'placed'],
    [{ fulfillment_status: 'partial' }, 'processing'],
    [{ fulfillments: [aFulfillment()] }, 'processing'],
    [{ fulfillment_status: 'fulfilled' }, 'shipped'],
    [{ fulfillment_status: 'fulfilled', cancelled_at: '2026-11-20T10:00:00Z' }, 'cancelled'],
  ];
  for (const [wanted, status] of states)
    test(`with ${JSON.stringify(Object.keys(wanted))} is ${status}`, () => {
      assert.equal(orderOf(wanted).status, status);
    });

  test('has begun by a fulfilment that goes on, not by one that was called off or failed', () => {
    const statusWith = (...statuses: string[]) =>
      orderOf({ fulfillments: statuses.map((status) => aFulfillment({ status })) }).status;
    for (const status of ['cancelled', 'error', 'failure']) {
      assert.equal(statusWith(status), 'placed');
      assert.equal(statusWith(status, 'open'), 'processing');
    }
  });

  test('in yen has no decimals, in dinars three', () => {
    const plain = { total_price_set: null, total_tax_set: null, total_discounts_set: null };
    const line = (price: string) => aShopifyLine({ price, price_set: null });
    const yen = orderOf({
      ...{ ...plain, currency: 'JPY', presentment_currency: null, total_discounts: '0' },
      ...{ total_price: '3800', line_items: [line('3800.00')], total_shipping_price_set: null },
    });
    assert.deepEqual([yen.total, yen.lines[0]?.unitPrice], [3800, 3800]);
    const dinars = orderOf({
      ...{ ...plain, currency: 'KWD', presentment_currency: null, total_discounts: '0' },
      ...{ total_price: '10.5', line_items: [line('10.500')], total_shipping_price_set: null },
    });
    assert.equal(dinars.total, 10500);
  });

  test('is told in the currency the shopper paid in, where all of it is', () => {
    const set = (shop: string, theirs: string) => ({
      shop_money: { amount: shop, currency_code: 'EUR' },
      presentment_money: { amount: theirs, currency_code: 'USD' },
    });
    const paid = {
      ...{ currency: 'EUR', presentment_currency: 'USD', total_discounts: '0.00' },
      ...{ total_price: '100.00', total_price_set: set('100.00', '110.00') },
      ...{ total_tax: '0.00', total_tax_set: set('0.00', '0.00') },
      ...{ total_discounts_set: set('0.00', '0.00') },
      total_shipping_price_set: set('0.00', '0.00'),
    };
    const line = { price: '100.00', price_set: set('100.00', '110.00') };
    const dollars = orderOf({ ...paid, line_items: [aShopifyLine(line)] });
    assert.deepEqual([dollars.currency, dollars.total], ['USD', 11000]);
    const half = orderOf({ ...paid, line_items: [aShopifyLine({ ...line, price_set: null })] });
    assert.deepEqual([half.currency, half.total], ['EUR', 10000]);
  });

  test('comes to its total, whatever its sums leave out', () => {
    const money = fc.integer({ min: 0, max: 99_999_99 }).map((cents) => (cents / 100).toFixed(2));
    const sums = fc.record({
      ...{ total_price: money, total_tax: money, total_discounts: money },
      taxes_included: fc.boolean(),
    });
    fc.assert(
      fc.property(sums, money, fc.integer({ min: 1, max: 9 }), (told, price, quantity) => {
        const none = { total_price_set: null, total_tax_set: null, total_discounts_set: null };
        const line = aShopifyLine({ price, quantity, price_set: null });
        const order = orderOf({ ...none, ...told, line_items: [line] });
        assert.equal(sumOf(order), order.total);
        assert.ok(ImportRow.safeParse(order).success);
      }),
    );
  });

  test('tells what was given back, and nothing of money that has not moved', () => {
    const refund = { kind: 'refund', status: 'success', amount: '50.00', gateway: 'paypal' };
    const { payments } = orderOf({
      financial_status: 'partially_refunded',
      refunds: [{ transactions: [refund, { ...refund, status: 'failure' }] }],
    });
    assert.deepEqual(payments[1], { kind: 'paypal', label: 'Paypal', amount: -5000 });
    assert.equal(payments.length, 2);
    assert.deepEqual(orderOf({ financial_status: 'pending' }).payments, []);
  });

  test('leaves out what fits no field of ours', () => {
    const order = orderOf({ email: 'not an address', contact_email: null, phone: '12' });
    assert.deepEqual([order.email, order.phone], [undefined, undefined]);
    assert.ok(ImportRow.safeParse(order).success);
  });

  test('tells its fulfilments apart, each with its own clock', () => {
    const [order, sending] = newsOfOrder({ fulfillments: [aFulfillment()] });
    assert.ok(order && 'row' in order && order.row.type === 'order');
    assert.deepEqual(order.row.shipments, []);
    assert.ok(sending && 'sending' in sending);
    assert.equal(sending.updatedAt, '2026-11-20T09:00:00.000Z');
  });
});

describe('A fulfilment of Shopify’s', () => {
  test('is a parcel with number, carrier, link and lines', () => {
    assert.deepEqual(sendingOf({ shipment_status: 'out_for_delivery' }).parcels, [
      {
        ...{ id: '4401', carrier: 'PostNL', number: '3SABCD1234567' },
        url: 'https://postnl.example/3SABCD1234567',
        status: 'out_for_delivery',
        lines: [{ line: '13201', quantity: 1 }],
        events: [],
      },
    ]);
  });

  const states: [Wanted, string][] = [
    [{ shipment_status: null }, 'unknown'],
    [{ shipment_status: 'teleported' }, 'unknown'],
    [{ shipment_status: 'delivered' }, 'delivered'],
    [{ status: 'cancelled', shipment_status: 'in_transit' }, 'cancelled'],
    [{ status: 'failure' }, 'cancelled'],
  ];
  for (const [wanted, status] of states)
    test(`${JSON.stringify(wanted)} is ${status}`, () => {
      assert.equal(sendingOf(wanted).parcels[0]?.status, status);
    });

  test('with several numbers is as many parcels, without any one', () => {
    const ids = (wanted: Wanted) => sendingOf(wanted).parcels.map(({ id }) => id);
    assert.deepEqual(ids({ tracking_numbers: ['A1', 'B2'] }), ['4401', '4401.2']);
    assert.deepEqual(ids({ tracking_numbers: [], tracking_number: null }), ['4401']);
  });

  test('by a carrier it calls Other names none', () => {
    assert.equal(sendingOf({ tracking_company: 'Other' }).parcels[0]?.carrier, undefined);
  });
});

describe('A product of Shopify’s', () => {
  test('is a row, and ends the one an export brought by its handle', () => {
    const body = shopifyTopics.products['products/update'].parse(aShopifyProduct());
    const [, end] = newsOfShopify({ topic: 'products/update', body }, settings);
    assert.deepEqual(end, {
      ...{ gone: 'product', id: 'field-coat', updatedAt: '2026-11-18T07:00:00.000Z' },
      toldAt,
    });
    const product = productOf();
    assert.ok(ImportRow.safeParse(product).success);
    assert.deepEqual(product.variants[0], {
      ...{ id: '7101', sku: 'FC-M', options: { Size: 'M' } },
      ...{ price: 24900, currency: 'EUR', available: true, stock: 4 },
    });
    assert.deepEqual(product.tags, ['wool', 'winter']);
  });

  const variant = (wanted: Wanted) => [
    { ...(aShopifyProduct()['variants'] as Wanted[])[0], ...wanted },
  ];
  const stocks: [Wanted, boolean][] = [
    [{ variants: variant({ inventory_quantity: 0 }) }, false],
    [{ variants: variant({ inventory_quantity: -2 }) }, false],
    [{ variants: variant({ inventory_quantity: 0, inventory_policy: 'continue' }) }, true],
    [{ variants: variant({ inventory_quantity: 0, inventory_management: null }) }, true],
    [{ status: 'draft' }, false],
  ];
  for (const [wanted, isAvailable] of stocks)
    test(`${JSON.stringify(wanted).slice(0, 40)} is ${isAvailable ? 'there' : 'not to be had'}`, () => {
      assert.equal(productOf(wanted).variants[0]?.available, isAvailable);
    });
});

test('A customer of Shopify’s is a row; a deleted one or product is gone as of then', () => {
  const body = shopifyTopics.customers['customers/update'].parse(aShopifyCustomer());
  const [news] = newsOfShopify({ topic: 'customers/update', body }, settings);
  assert.ok(news && 'row' in news && ImportRow.safeParse(news.row).success);
  assert.ok(news.row.type === 'customer');
  assert.equal(news.row.phone, '+32470004120');
  assert.deepEqual(newsOfShopify({ topic: 'customers/delete', body: { id: '9' } }, settings), [
    { gone: 'customer', id: '9', updatedAt: toldAt, toldAt },
  ]);
  assert.deepEqual(newsOfShopify({ topic: 'products/delete', body: { id: '7' } }, settings), [
    { gone: 'product', id: '7', updatedAt: toldAt, toldAt },
  ]);
});
