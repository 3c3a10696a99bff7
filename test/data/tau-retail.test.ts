import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CustomerRow, OrderRow, ProductRow } from '../../src/contract/import.ts';
import {
  isFinal,
  progressOf,
  statusAfter,
  statusOfEvents,
} from '../../src/domain/shipments/tracking.ts';
import { generatedShop } from './generated.ts';
import { absent, folderOf } from './source.ts';
import { convertTauRetail, type TauRetail } from './tau-retail.ts';

const now = new Date('2026-11-23T06:00:00Z');
const options = { seed: 7, now };
const folder = folderOf('tau-retail');

describe('tau-retail in the import format', { skip: !folder && absent('tau-retail') }, () => {
  // read here, not through the converter's reader: what it misreads must show
  const raw = (file: string) => JSON.parse(readFileSync(join(folder!, file), 'utf8'));
  if (folder)
    compare({
      users: raw('users.json'),
      products: raw('products.json'),
      orders: raw('orders.json'),
    } as TauRetail);
});

describe('the generated shop in the import format', () => {
  compare(generatedShop({ seed: 3, customers: 60, orders: 200 }));

  test('is the same for the same seed and another for another', () => {
    const shop = (seed: number) => generatedShop({ seed, customers: 5, orders: 9 });
    assert.deepEqual(shop(1), shop(1));
    assert.notDeepEqual(shop(1), shop(2));
  });
});

function compare(source: TauRetail): void {
  const rows = convertTauRetail(source, options);
  const orderOf = new Map(rows.orders.map((row) => [row.number, row]));
  const pairs = Object.entries(source.orders).map(([number, order]) => {
    const row = orderOf.get(number);
    assert.ok(row, `${number} is there`);
    return { number, order, row };
  });

  test('has every product, customer and order once, and nothing else', () => {
    assert.deepEqual(rows.products.map(({ id }) => id).sort(), Object.keys(source.products).sort());
    assert.deepEqual(rows.customers.map(({ id }) => id).sort(), Object.keys(source.users).sort());
    assert.deepEqual([...orderOf.keys()].sort(), Object.keys(source.orders).sort());
    assert.equal(rows.orders.length, orderOf.size);
    assert.equal(new Set(rows.orders.map(({ id }) => id)).size, rows.orders.length);
    assert.deepEqual(rows.skipped, {});
  });

  test('is what the import takes', () => {
    for (const row of rows.products) ProductRow.parse(row);
    for (const row of rows.customers) CustomerRow.parse(row);
    for (const row of rows.orders) assert.deepEqual(OrderRow.parse(row), row);
  });

  test('keeps each status, and it can be read back', () => {
    const words = { placed: 'pending', shipped: 'processed', delivered: 'delivered' };
    const back: Record<string, string> = { ...words, cancelled: 'cancelled' };
    for (const { order, row } of pairs) assert.equal(back[row.status], order.status);
  });

  test('keeps each line: article, name, options and price', () => {
    for (const { order, row } of pairs)
      assert.deepEqual(
        row.lines.map((line) => [
          line.product,
          line.variant,
          line.name,
          line.options,
          line.quantity,
          line.unitPrice,
        ]),
        order.items.map((item) => [
          item.product_id,
          item.item_id,
          item.name,
          item.options,
          1,
          fromDecimal(item.price),
        ]),
      );
  });

  test('adds up: the lines, the total and what was paid, to within the source’s half cent', () => {
    for (const { order, row, number } of pairs) {
      const items = order.items.reduce((sum, { price }) => sum + fromDecimal(price), 0);
      assert.equal(row.total, items, number);
      assert.deepEqual([row.discounts, row.shipping, row.tax], [[], 0, 0]);
      assert.equal(row.payments.length, order.payment_history.length);
      for (const [index, paid] of order.payment_history.entries()) {
        const amount = row.payments[index]!.amount;
        assert.equal(Math.sign(amount), paid.transaction_type === 'refund' ? -1 : 1);
        assert.ok(Math.abs(Math.abs(amount) / 100 - paid.amount) <= 0.005, number);
        assert.ok(paid.payment_method_id.includes(row.payments[index]!.kind), number);
      }
    }
  });

  test('names a card by its brand and last four digits', () => {
    const cards = pairs.flatMap(({ order, row }) =>
      order.payment_history.map((paid, index) => ({
        method: source.users[order.user_id]!.payment_methods[paid.payment_method_id]!,
        payment: row.payments[index]!,
      })),
    );
    assert.ok(cards.some(({ payment }) => payment.kind === 'card'));
    for (const { method, payment } of cards) {
      assert.equal(payment.lastFour, method.last_four);
      if (method.brand) assert.equal(payment.label.toLowerCase(), method.brand);
    }
  });

  test('keeps each customer’s payment methods, gift cards with what is left on them', () => {
    for (const customer of rows.customers)
      assert.deepEqual(
        customer.paymentMethods?.map(({ id, kind, lastFour, balance }) => ({
          ...{ id, kind, lastFour, balance: balance?.amount },
        })),
        Object.entries(source.users[customer.id]!.payment_methods).map(([id, method]) => ({
          id,
          kind: method.source.replace('credit_', ''),
          lastFour: method.last_four,
          balance: method.balance === undefined ? undefined : fromDecimal(method.balance),
        })),
      );
    for (const { order, row } of pairs)
      assert.deepEqual(
        row.payments.map(({ method }) => method),
        order.payment_history.map(({ payment_method_id }) => payment_method_id),
      );
  });

  test('keeps the address and the customer of each order', () => {
    for (const { order, row } of pairs) {
      const { first_name, last_name } = source.users[order.user_id]!.name;
      const { address1, address2, city, state, zip, country } = order.address;
      assert.equal(row.customer, order.user_id);
      assert.deepEqual(row.address, {
        name: `${first_name} ${last_name}`,
        lines: [address1, address2],
        city,
        region: state,
        postcode: zip,
        country,
      });
    }
    for (const customer of rows.customers)
      assert.equal(customer.email, source.users[customer.id]!.email);
  });

  test('keeps the tracking numbers, each with the lines it carries', () => {
    for (const { order, row, number } of pairs) {
      assert.deepEqual(
        row.shipments.map((shipment) => shipment.number),
        order.fulfillments.flatMap(({ tracking_id }) => tracking_id),
        number,
      );
      const variants = new Map(row.lines.map(({ id, variant }) => [id, variant]));
      assert.equal(variants.size, row.lines.length, 'line ids are told apart');
      assert.deepEqual(
        row.shipments.flatMap(({ lines }) => lines.map(({ line }) => variants.get(line))),
        order.fulfillments.flatMap(({ item_ids }) => item_ids),
        number,
      );
    }
  });

  test('makes parcels that agree with the status and with the clock', () => {
    for (const { row, number } of pairs) {
      const moments = row.shipments.flatMap(({ events }) => events.map(({ at }) => at));
      for (const at of moments) {
        assert.ok(at > row.placedAt, `${number} has no news from before it was placed`);
        assert.ok(at < now.toISOString(), `${number} has no news from the future`);
      }
      assert.ok(row.placedAt < now.toISOString());
      for (const { status, events, estimate } of row.shipments) {
        assert.deepEqual(
          events.map(({ at }) => at),
          events.map(({ at }) => at).sort((a, b) => (a < b ? 1 : -1)),
          'newest first',
        );
        assert.equal(statusOfEvents(events, 'unknown'), status, number);
        if (!isFinal(status)) assert.ok(estimate && estimate.to > now.toISOString(), number);
      }
      const { parcel } = progressOf({
        status: row.status,
        parcels: row.shipments.map(({ status }) => ({ status })),
      });
      assert.equal(statusAfter(row.status, row.shipments), row.status, number);
      if (row.status === 'delivered') assert.equal(parcel, 'delivered', number);
      if (row.status === 'shipped') assert.notEqual(parcel, 'delivered', number);
      if (row.status === 'placed') assert.deepEqual(row.shipments, [], number);
    }
  });

  test('never says in a parcel’s news where its shopper lives', () => {
    for (const { order, row, number } of pairs)
      for (const event of row.shipments.flatMap(({ events }) => events))
        for (const secret of [order.address.city, order.address.address1, order.address.zip])
          assert.ok(!`${event.text} ${event.place ?? ''}`.includes(secret), number);
  });

  test('comes out the same for the same seed, and otherwise for another', () => {
    assert.deepEqual(convertTauRetail(source, options), rows);
    assert.notDeepEqual(convertTauRetail(source, { ...options, seed: 8 }).orders, rows.orders);
  });
}

/** Cents by the digits as printed, with no multiplication to go wrong. */
function fromDecimal(price: number): number {
  const [whole = '0', part = ''] = String(price).split('.');
  return Number(whole + part.padEnd(2, '0'));
}
