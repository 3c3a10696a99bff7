import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ImportRow, type OrderRow } from '../../src/contract/import.ts';
import { shopifyTopics } from '../../src/contract/shopify.ts';
import { sumOf } from '../../src/domain/orders/orders.ts';
import { newsOfShopify } from '../../src/domain/shopify/news.ts';
import { aShopifyLine, aShopifyOrder } from '../builders/shopify.ts';

type Wanted = Record<string, unknown>;

const orderOf = (wanted: Wanted): OrderRow => {
  const [news] = newsOfShopify(
    {
      topic: 'orders/updated',
      body: shopifyTopics.orders['orders/updated'].parse(aShopifyOrder(wanted)),
    },
    { currency: 'EUR', toldAt: '2026-11-23T08:00:00.877Z' },
  );
  assert.ok(news && 'row' in news && news.row.type === 'order');
  assert.equal(sumOf(news.row), news.row.total);
  assert.ok(ImportRow.safeParse(news.row).success);
  return news.row;
};
const unitsOf = ({ lines }: OrderRow) => lines.map(({ id, quantity }) => [id, quantity]);

/** A coat at 249.00 and three hats at 30.00, 10 % off, 3.95 for the way: 309.05. */
const coat = (wanted: Wanted = {}) => aShopifyLine(wanted);
const hats = (wanted: Wanted = {}) =>
  aShopifyLine({ id: 13_202, price: '30.00', price_set: null, quantity: 3, ...wanted });
const both: Wanted = {
  ...{ total_price: '309.05', total_price_set: null },
  ...{ total_tax: '53.64', total_tax_set: null },
  ...{ total_discounts: '33.90', total_discounts_set: null },
  line_items: [coat(), hats()],
};
const refundOf = (...units: [line: number, quantity: number][]): Wanted => ({
  id: 1,
  refund_line_items: units.map(([line_item_id, quantity]) => ({
    ...{ line_item_id, quantity, restock_type: 'cancel', subtotal: '27.00' },
  })),
  transactions: [],
});

describe('Of an order that was edited or refunded in Shopify', () => {
  test('what is left counts, with the sums that Shopify tells of it', () => {
    const order = orderOf({
      ...both,
      line_items: [coat({ current_quantity: 1 }), hats({ current_quantity: 2 })],
      ...{ current_total_price: '282.05', current_total_price_set: null },
      ...{ current_total_tax: '48.95', current_total_discounts: '30.90' },
      refunds: [
        {
          ...refundOf([13_202, 1]),
          transactions: [{ kind: 'refund', status: 'success', amount: '27.00' }],
        },
      ],
    });
    assert.deepEqual(unitsOf(order), [
      ['13201', 1],
      ['13202', 2],
    ]);
    assert.deepEqual([order.total, order.tax, order.shipping], [28205, 4895, 395]);
    assert.deepEqual(order.discounts, [{ label: 'WELCOME10', amount: -3090 }]);
    assert.deepEqual(
      order.payments.map(({ amount }) => amount),
      [30905, -2700],
    );
  });

  test('refunds say what is left where the lines do not', () => {
    const order = orderOf({ ...both, refunds: [refundOf([13_202, 1]), refundOf([13_202, 1])] });
    assert.deepEqual(unitsOf(order), [
      ['13201', 1],
      ['13202', 1],
    ]);
    // 60.00 less their share of the discount: 10 %
    assert.equal(order.total, 30905 - 5400);
    assert.deepEqual(order.discounts, [{ label: 'WELCOME10', amount: -2790 }]);
  });

  test('the lines’ own word comes before the refunds’', () => {
    const refunds = [refundOf([13_202, 3])];
    const line_items = [coat(), hats({ current_quantity: 2 })];
    assert.deepEqual(unitsOf(orderOf({ ...both, line_items, refunds }))[1], ['13202', 2]);
  });

  test('a line with nothing left is gone, with what it weighed', () => {
    for (const of of [
      { refunds: [refundOf([13_201, 1])] },
      { line_items: [coat({ current_quantity: 0 }), hats()] },
    ]) {
      const order = orderOf({ ...both, ...of });
      assert.deepEqual(unitsOf(order), [['13202', 3]]);
      assert.equal(order.total, 30905 - 24900 + 2490);
      assert.equal(order.status, 'placed');
    }
  });

  test('nothing at all is a cancelled order, as it was ordered', () => {
    const order = orderOf({
      ...{ ...both, financial_status: 'refunded', fulfillment_status: 'fulfilled' },
      current_total_price: '0.00',
      refunds: [
        {
          ...refundOf([13_201, 1], [13_202, 3]),
          transactions: [{ kind: 'refund', status: 'success', amount: '309.05' }],
        },
      ],
    });
    assert.deepEqual([order.status, order.total], ['cancelled', 30905]);
    assert.deepEqual(unitsOf(order), [
      ['13201', 1],
      ['13202', 3],
    ]);
    assert.equal(
      order.payments.reduce((sum, { amount }) => sum + amount, 0),
      0,
    );
  });

  test('one that is cancelled in part before it is cancelled keeps its lines', () => {
    const cancelled = { cancelled_at: '2026-11-20T10:00:00Z', refunds: [refundOf([13_202, 1])] };
    const order = orderOf({ ...both, ...cancelled });
    assert.deepEqual([order.status, unitsOf(order)[1]], ['cancelled', ['13202', 3]]);
  });

  test('money given back without goods leaves lines and sums', () => {
    const order = orderOf({
      ...{ ...both, current_total_price: '299.05', current_total_price_set: null },
      refunds: [{ transactions: [{ kind: 'refund', status: 'success', amount: '10.00' }] }],
    });
    assert.equal(order.total, 30905);
    assert.equal(unitsOf(order).length, 2);
  });

  test('what is still to be paid is of what is left', () => {
    // 100.00 paid, a hat taken out
    const order = orderOf({
      ...{ ...both, financial_status: 'partially_paid', total_outstanding: '182.05' },
      ...{ current_total_price: '282.05', current_total_price_set: null },
      refunds: [refundOf([13_202, 1])],
    });
    assert.deepEqual(
      order.payments.map(({ amount }) => amount),
      [10000],
    );
  });

  test('the sums are the shopper’s currency’s, where all of them have it', () => {
    const set = (amount: string) => ({
      shop_money: { amount, currency_code: 'EUR' },
      presentment_money: { amount: (Number(amount) * 2).toFixed(2), currency_code: 'USD' },
    });
    const none = { total_tax: null, total_discounts: null, total_shipping_price_set: null };
    const line = (id: number, current_quantity: number) =>
      aShopifyLine({ id, price: '10.00', price_set: set('10.00'), current_quantity });
    const paid = {
      ...{ ...none, presentment_currency: 'USD', line_items: [line(1, 1), line(2, 0)] },
      ...{ total_price: '20.00', total_price_set: set('20.00'), current_total_price: '10.00' },
    };
    const told = orderOf({ ...paid, current_total_price_set: set('10.00') });
    assert.deepEqual([told.currency, told.total], ['USD', 2000]);
    const half = orderOf({ ...paid, current_total_price_set: null });
    assert.deepEqual([half.currency, half.total], ['EUR', 1000]);
  });

  test('it comes to its total, whatever is left', () => {
    const units = fc.integer({ min: 0, max: 3 });
    const money = fc.integer({ min: 0, max: 50_000 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(
        units,
        units,
        fc.option(money, { nil: null }),
        fc.boolean(),
        (gone, left, now, taxes_included) => {
          const order = orderOf({
            ...{ ...both, taxes_included, current_total_price: now },
            line_items: [coat({ quantity: 3 }), hats({ current_quantity: left })],
            refunds: [refundOf([13_201, gone])],
          });
          assert.equal(order.status === 'cancelled', gone === 3 && left === 0);
        },
      ),
    );
  });
});
