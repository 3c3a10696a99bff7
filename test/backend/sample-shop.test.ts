import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ImportRow, type OrderRow } from '../../src/contract/import.ts';
import { orderStatuses } from '../../src/contract/orders.ts';
import { trackingStatuses } from '../../src/contract/shipments.ts';
import { manyOrders, sampleRows } from '../../src/backend/platforms/sample/index.ts';
import { createCalendar } from '../../src/backend/platforms/sample/calendar.ts';
import { products as pages } from '../../demo/products.js';

const now = new Date('2026-11-25T08:16:00.000Z');
const rows = sampleRows({ now });
const orders = rows.filter((row) => row.type === 'order');

describe('the sample shop', () => {
  it('is a valid import', () => {
    for (const row of rows) assert.deepEqual(ImportRow.parse(row), row);
  });

  it('has an order in every state and a parcel in every status', () => {
    assert.deepEqual(new Set(orders.map(({ status }) => status)), new Set(orderStatuses));
    const statuses = orders.flatMap(({ shipments }) => shipments.map(({ status }) => status));
    assert.deepEqual(new Set(statuses), new Set(trackingStatuses));
  });

  it('sums every order up to its total', () => {
    for (const order of [...orders, ...manyOrders(50, 'mara', { now })])
      assert.equal(partsOf(order), order.total, order.number);
  });

  it('splits order 4182 into a parcel for Friday and one for Sunday, told on a Wednesday', () => {
    const order = orders.find(({ number }) => number === '4182');
    const told = order?.shipments.map(({ estimate, lines }) => [estimate?.from, lines.length]);
    assert.deepEqual(told, [
      ['2026-11-27T13:00:00.000Z', 2],
      ['2026-11-29T08:00:00.000Z', 1],
    ]);
  });

  it('tells nothing that has not happened yet, at any hour of the day', () => {
    for (let hour = 0; hour < 48; hour += 1) {
      const moment = new Date(Date.UTC(2026, 2, 28, hour, 17));
      for (const row of sampleRows({ now: moment })) {
        if (row.type !== 'order') continue;
        assert.ok(row.placedAt < moment.toISOString(), `${row.number} is placed in the future`);
        for (const { events } of row.shipments)
          for (const { at } of events) assert.ok(at < moment.toISOString(), `${row.number}: ${at}`);
      }
    }
  });

  it('tells the events of a parcel newest first', () => {
    for (const { number, shipments } of orders)
      for (const { events } of shipments) {
        const times = events.map(({ at }) => at);
        assert.deepEqual(times, [...times].sort().reverse(), number);
      }
  });

  it('sells what the pages of the demo show, at their prices', () => {
    const sold = rows
      .filter((row) => row.type === 'product')
      .map((row) => ({
        id: row.id,
        name: row.name,
        kind: row.category,
        price: row.variants[0]?.price,
        sizes: row.variants.flatMap(({ options }) => options?.Size ?? []),
      }));
    const shown = pages.map(({ id, name, kind, price, sizes }) => ({
      id,
      name,
      kind,
      price,
      sizes,
    }));
    assert.deepEqual(sold, shown);
  });
});

describe('the calendar of the sample shop', () => {
  it('knows the shop’s hours in summer and in winter', () => {
    const winter = createCalendar(new Date('2026-01-15T23:30:00Z'), 'Europe/Amsterdam');
    assert.equal(winter.day(0, '09:00'), '2026-01-16T08:00:00.000Z');
    const summer = createCalendar(new Date('2026-07-15T12:00:00Z'), 'Europe/Amsterdam');
    assert.equal(summer.day(1, '09:00'), '2026-07-16T07:00:00.000Z');
    assert.equal(summer.day(-1, '00:00'), '2026-07-13T22:00:00.000Z');
  });
});

const partsOf = ({ lines, discounts, shipping }: OrderRow) =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0) +
  discounts.reduce((sum, { amount }) => sum + amount, 0) +
  shipping;
