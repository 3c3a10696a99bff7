import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CustomerRow, OrderRow, ProductRow } from '../../src/contract/import.ts';
import { statusAfter } from '../../src/domain/shipments/tracking.ts';
import { convertOnlineRetail, readOnlineRetail, type OnlineRetail } from './online-retail.ts';
import { royalMailNumber } from './royal-mail.ts';
import { absent, folderOf } from './source.ts';

const now = new Date('2026-11-23T06:00:00Z');
const folder = folderOf('online-retail');

describe('online-retail in the import format', { skip: !folder && absent('online-retail') }, () => {
  if (!folder) return;
  const rows = convertOnlineRetail(readOnlineRetail(folder), { seed: 7, now });
  const orderOf = new Map(rows.orders.map((row) => [row.number, row]));
  // read here, not through the converter's reader: what it misreads must show
  const csv = readFileSync(join(folder, 'invoices_dev.csv'), 'utf8').trim().split('\n').slice(1);
  const source = csv.map((row) => {
    const [number = '', at = '', customer = '', , lines = ''] = row.split(',');
    return { number, at, customer, lines: lines.trim().split('|') };
  });

  test('is what the import takes', () => {
    for (const row of rows.products) ProductRow.parse(row);
    for (const row of rows.customers) CustomerRow.parse(row);
    for (const row of rows.orders) assert.deepEqual(OrderRow.parse(row), row);
  });

  test('accounts for every invoice: an order, or left out with a reason', () => {
    const left = Object.values(rows.skipped).reduce((sum, count) => sum + count, 0);
    assert.equal(rows.orders.length + left, source.length);
    assert.equal(orderOf.size, rows.orders.length);
    assert.equal(rows.skipped['credit note'], source.filter((one) => one.number[0] === 'C').length);
    assert.ok(rows.orders.every(({ number }) => /^\d+$/.test(number)));
  });

  test('leaves out no invoice by which a customer bought goods', () => {
    const goods = (line: string) =>
      !/^(POST|DOT|C2|AMAZONFEE|BANK CHARGES|CRUK|B)\*/.test(line) && !line.includes('*-');
    for (const { number, customer, lines } of source)
      if (/^\d/.test(number) && customer && lines.some(goods)) assert.ok(orderOf.has(number));
  });

  test('adds up to the invoice, to within the source’s tenths of a penny', () => {
    for (const { number, lines } of source) {
      const row = orderOf.get(number);
      if (!row) continue;
      const sum = lines.reduce((total, line) => {
        const [, quantity, price] = /\*(-?\d+)@(.+)$/.exec(line)!;
        return total + Number(quantity) * Number(price);
      }, 0);
      assert.ok(Math.abs(row.total / 100 - sum) <= 0.005, number);
      assert.equal(
        row.lines.reduce((total, line) => total + line.quantity * line.unitPrice, row.shipping),
        row.total,
        number,
      );
    }
  });

  test('keeps articles, quantities and prices; postage becomes shipping', () => {
    for (const { number, lines } of source) {
      const row = orderOf.get(number);
      if (!row) continue;
      assert.deepEqual(
        row.lines.map(
          ({ variant, quantity, unitPrice }) =>
            `${variant}*${quantity}@${(unitPrice / 100).toFixed(2)}`,
        ),
        lines
          .filter((line) => !/^(POST|DOT|C2)\*/.test(line))
          .map((line) => line.replace(/@(.+)$/, (_, price) => `@${Number(price).toFixed(2)}`)),
      );
    }
  });

  test('keeps customers; an order without one has no contact at all', () => {
    const customers = new Map(rows.customers.map((customer) => [customer.id, customer.email]));
    for (const { number, customer } of source) {
      const row = orderOf.get(number);
      if (!row) continue;
      assert.equal(row.customer ?? '', customer);
      if (customer) assert.match(customers.get(customer) ?? '', /@example\.com$/);
      else assert.deepEqual([row.email, row.phone], [undefined, undefined]);
    }
  });

  test('keeps weekday and time of day in London, summer and winter, whole weeks later', () => {
    const clock = (timeZone: string) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        weekday: 'long',
        hour: '2-digit',
        minute: '2-digit',
      });
    const [london, utc] = [clock('Europe/London'), clock('UTC')];
    for (const { number, at } of source) {
      const row = orderOf.get(number);
      if (!row) continue;
      const moment = new Date(`${at.replace(' ', 'T')}:00Z`);
      assert.equal(london.format(new Date(row.placedAt)), utc.format(moment), number);
      assert.ok(row.placedAt < now.toISOString());
    }
  });

  test('cancels an order only for a credit note that takes back all of it', () => {
    const cancelled = rows.orders.filter(({ status }) => status === 'cancelled');
    assert.ok(cancelled.length > 50);
    const byNumber = new Map(source.map((one) => [one.number, one]));
    const credits = [...rows.cancelledBy.values()];
    assert.equal(new Set(credits).size, credits.length);
    assert.deepEqual(
      cancelled.map(({ number }) => number).sort(),
      [...rows.cancelledBy.keys()].sort(),
    );
    for (const [number, credit] of rows.cancelledBy) {
      const [bought, back] = [byNumber.get(number)!, byNumber.get(credit)!];
      assert.equal(back.customer, bought.customer);
      assert.ok(back.at >= bought.at);
      const undone = back.lines.map((line) => line.replace('*-', '*')).sort();
      assert.deepEqual(undone, [...bought.lines].sort());
    }
  });

  test('makes parcels that agree with the status and with the clock', () => {
    for (const row of rows.orders) {
      assert.equal(statusAfter(row.status, row.shipments), row.status, row.number);
      for (const { events } of row.shipments)
        for (const { at } of events) assert.ok(at > row.placedAt && at < now.toISOString());
      const packed = row.shipments.flatMap(({ lines }) => lines.map(({ line }) => line));
      if (row.status !== 'cancelled')
        assert.deepEqual(
          packed,
          row.lines.map(({ id }) => id),
        );
    }
  });
});

const bought = (number: string, customer: string, lines: [string, number, number][]) => ({
  number,
  at: '2011-03-27T08:26',
  customer,
  lines: lines.map(([sku, quantity, price]) => ({ sku, quantity, price })),
});
const shopOf = (...invoices: OnlineRetail['invoices']): OnlineRetail => ({
  products: [],
  invoices,
});

describe('an invoice of online-retail', () => {
  const skippedOf = (invoice: OnlineRetail['invoices'][number]) =>
    Object.keys(convertOnlineRetail(shopOf(invoice), { seed: 1, now }).skipped);

  for (const [reason, invoice] of [
    ['credit note', bought('C1', '7', [['a', -1, 2]])],
    ['correction of the books', bought('A1', '', [['B', 1, 2]])],
    ['stock written off', bought('1', '', [['a', -5, 0]])],
    ['stock found', bought('1', '', [['a', 5, 0]])],
    ['fees without goods', bought('1', '7', [['POST', 1, 18]])],
  ] as const)
    test(`is left out as ${reason}`, () => assert.deepEqual(skippedOf(invoice), [reason]));

  test('with free goods for a customer is an order', () =>
    assert.deepEqual(skippedOf(bought('1', '7', [['a', 1, 0]])), []));

  test('that was taken back twice as one of two is cancelled once', () => {
    const rows = convertOnlineRetail(
      shopOf(
        bought('1', '7', [['a', 1, 2]]),
        bought('2', '7', [['a', 1, 2]]),
        bought('C3', '7', [['a', -1, 2]]),
      ),
      { seed: 1, now },
    );
    assert.deepEqual(
      rows.orders.map(({ status }) => status === 'cancelled'),
      [false, true],
    );
  });

  test('has a parcel number whose check digit is right', () => {
    // 473124829 is the worked example of the Universal Postal Union's standard S10
    assert.equal(royalMailNumber(47312482), 'RM473124829GB');
  });
});
