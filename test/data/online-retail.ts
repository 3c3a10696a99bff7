import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CustomerRow, OrderRow, ProductRow } from '../../src/contract/import.ts';
import { dice } from './dice.ts';
import { journeySince } from './journey.ts';
import { day, momentOf } from './local-time.ts';
import { royalMailNumber } from './royal-mail.ts';
import type { ConversionOptions, Rows } from './rows.ts';
import { readJson } from './source.ts';

const SourceProducts = z.array(z.object({ sku: z.string(), title: z.string(), price: z.number() }));

export interface SourceLine {
  sku: string;
  quantity: number;
  price: number;
}
export interface Invoice {
  number: string;
  /** By the wall clock in London: `2010-12-01T08:26`. */
  at: string;
  customer: string;
  lines: SourceLine[];
}
export interface OnlineRetail {
  products: z.infer<typeof SourceProducts>;
  invoices: Invoice[];
}

export const onlineTimeZone = 'Europe/London';

export function readOnlineRetail(folder: string): OnlineRetail {
  const [, ...rows] = readFileSync(join(folder, 'invoices_dev.csv'), 'utf8').trim().split('\n');
  return {
    products: SourceProducts.parse(readJson(folder, 'products.json')),
    invoices: rows.map(invoiceOf),
  };
}

/** No field is quoted and none holds a comma. */
function invoiceOf(row: string): Invoice {
  const [number, at, customer, , lines] = row.trim().split(',');
  if (!number || !at || customer === undefined || !lines) throw new Error(`Not an invoice: ${row}`);
  return { number, at: at.replace(' ', 'T'), customer, lines: lines.split('|').map(lineOf) };
}

function lineOf(text: string): SourceLine {
  const match = /^(.+)\*(-?\d+)@(-?[\d.]+)$/.exec(text);
  if (!match) throw new Error(`Not a line: ${text}`);
  return { sku: match[1]!, quantity: Number(match[2]), price: Number(match[3]) };
}

/** Postage and carriage: what an order calls shipping. */
export const shippingCodes = new Set(['POST', 'DOT', 'C2']);
/** Entries of the books, not articles. */
const bookCodes = new Set(['AMAZONFEE', 'BANK CHARGES', 'CRUK', 'B']);

/**
 * Why an invoice is no order a shopper could ask about; undefined when it is one.
 *
 * Credit notes are returns and cancellations. Most take back a part of some earlier purchase and
 * do not say which, so they cannot be told as orders. One that undoes exactly one earlier invoice
 * of the same customer, line for line, makes that order a cancelled one.
 */
export function notAnOrder({ number, customer, lines }: Invoice): string | undefined {
  if (isCreditNote({ number })) return 'credit note';
  if (!/^\d/.test(number)) return 'correction of the books';
  if (lines.some(({ quantity }) => quantity < 0)) return 'stock written off';
  if (!customer && lines.every(({ price }) => price === 0)) return 'stock found';
  if (lines.every(({ sku }) => shippingCodes.has(sku) || bookCodes.has(sku)))
    return 'fees without goods';
  return undefined;
}

export const isCreditNote = ({ number }: Pick<Invoice, 'number'>): boolean =>
  number.startsWith('C');

export function convertOnlineRetail(
  source: OnlineRetail,
  { seed, now }: ConversionOptions,
): Rows & { cancelledBy: Map<string, string> } {
  const skipped: Record<string, number> = {};
  const invoices = source.invoices.filter((invoice) => {
    const reason = notAnOrder(invoice);
    if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1;
    return !reason;
  });
  const titles = new Map(source.products.map(({ sku, title }) => [sku, title]));
  const cancelledBy = wholeCredits(source.invoices, invoices);
  const shift = shiftTo(source.invoices, now);
  return {
    products: source.products
      .filter(({ sku }) => !shippingCodes.has(sku) && !bookCodes.has(sku))
      .map(productRow),
    customers: customerRows(invoices),
    orders: invoices.map((invoice) =>
      orderRow(invoice, {
        titles,
        cancelled: cancelledBy.has(invoice.number),
        seed,
        now,
        placedAt: placedAt(invoice, shift),
      }),
    ),
    skipped,
    cancelledBy,
  };
}

/**
 * The data ends in 2011. It is moved by whole weeks so that its last invoice lies in the week
 * before `now`: weekdays and times of day stay as they were.
 */
function shiftTo(invoices: readonly Invoice[], now: Date): number {
  const last = Math.max(...invoices.map(({ at }) => momentOf(at, onlineTimeZone).getTime()));
  return Math.floor((now.getTime() - last) / (7 * day)) * 7;
}

function placedAt({ at }: Invoice, days: number): Date {
  const date = new Date(Date.parse(`${at}:00Z`) + days * day).toISOString().slice(0, 10);
  return momentOf(`${date}T${at.slice(11)}`, onlineTimeZone);
}

/** Order number to the credit note that takes all of it back. */
function wholeCredits(all: readonly Invoice[], orders: readonly Invoice[]): Map<string, string> {
  const content = ({ customer, lines }: Invoice, sign: 1 | -1) =>
    `${customer} ${lines
      .map(({ sku, quantity, price }) => `${sku}*${sign * quantity}@${price}`)
      .sort()
      .join('|')}`;
  const found = new Map<string, string>();
  const bought = new Map<string, Invoice[]>();
  for (const order of orders) {
    const key = content(order, 1);
    if (order.customer) bought.set(key, [...(bought.get(key) ?? []), order]);
  }
  for (const credit of all) {
    if (!isCreditNote(credit)) continue;
    const open = (bought.get(content(credit, -1)) ?? []).filter(
      ({ number, at }) => at <= credit.at && !found.has(number),
    );
    const newest = open.at(-1);
    if (newest) found.set(newest.number, credit.number);
  }
  return found;
}

const productRow = ({ sku, title, price }: OnlineRetail['products'][number]): ProductRow => ({
  type: 'product',
  id: sku,
  name: title,
  variants: [{ id: sku, sku, price: pence(price), currency: 'GBP', available: true }],
});

/** The source has numbers alone: the addresses are made, so that a code has somewhere to go. */
const customerRows = (invoices: readonly Invoice[]): CustomerRow[] =>
  [...new Set(invoices.flatMap(({ customer }) => customer || []))].map((id) => ({
    type: 'customer',
    id,
    email: `customer-${id}@example.com`,
  }));

interface OrderFacts {
  titles: Map<string, string>;
  cancelled: boolean;
  seed: number;
  now: Date;
  placedAt: Date;
}

function orderRow(invoice: Invoice, facts: OrderFacts): OrderRow {
  const { number, customer } = invoice;
  const goods = invoice.lines.filter(({ sku }) => !shippingCodes.has(sku));
  const lines = goods.map((line, index) => lineRow(line, index, facts.titles));
  const shipping = invoice.lines
    .filter(({ sku }) => shippingCodes.has(sku))
    .reduce((sum, { quantity, price }) => sum + quantity * pence(price), 0);
  const roll = dice(facts.seed, number);
  const { shipments, placedAt } = facts.cancelled
    ? { shipments: [], placedAt: facts.placedAt.toISOString() }
    : journeySince(facts.placedAt, {
        status: 'shipped',
        parcels: parcelsOf(lines).map((packed, index) => ({
          id: `${number}-${index + 1}`,
          number: royalMailNumber(Number(number) * 10 + index),
          lines: packed,
        })),
        now: facts.now,
        timeZone: onlineTimeZone,
        dice: roll,
        hubs,
      });
  return {
    type: 'order',
    id: number,
    number,
    // no customer in the source means no contact either: such an order is in nobody's list
    ...(customer && { customer }),
    placedAt,
    status: facts.cancelled ? 'cancelled' : statusOf(shipments),
    currency: 'GBP',
    lines,
    discounts: [],
    shipping,
    tax: 0,
    taxIncluded: true,
    total: lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, shipping),
    payments: [],
    shipments,
  };
}

const lineRow = (
  { sku, quantity, price }: SourceLine,
  index: number,
  titles: Map<string, string>,
): OrderRow['lines'][number] => ({
  id: String(index + 1),
  product: sku,
  variant: sku,
  name: titles.get(sku) ?? `Article ${sku}`,
  quantity,
  unitPrice: pence(price),
});

/** The wholesaler's largest orders have 700 lines; a parcel names at most 500. */
function parcelsOf(lines: OrderRow['lines']): { line: string; quantity: number }[][] {
  const packed = lines.map(({ id, quantity }) => ({ line: id, quantity }));
  return packed.length <= 500 ? [packed] : [packed.slice(0, 500), packed.slice(500)];
}

function statusOf(shipments: OrderRow['shipments']): OrderRow['status'] {
  const status = shipments[0]?.status;
  if (status === 'delivered') return 'delivered';
  if (status === undefined || status === 'unknown') return 'placed';
  return status === 'label_printed' ? 'processing' : 'shipped';
}

/** A tenth of a penny is the books' way of saying free: it rounds to nothing. */
export const pence = (price: number): number => Math.round(price * 100);

const hubs = ['Northampton', 'Warrington', 'Bristol', 'Edinburgh', 'London Heathrow'];
