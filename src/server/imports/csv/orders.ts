import type { OrderRow } from '../../../contract/import.ts';
import type { OrderStatus } from '../../../contract/orders.ts';
import { addressOf, emailOf, phoneOf, textOf } from '../../../domain/shopify/fields.ts';
import { paymentOf } from '../../../domain/shopify/payments.ts';
import { NAMELESS_DISCOUNT, sumsOf } from '../../../domain/shopify/sums.ts';
import type { Cells } from './cells.ts';
import { made, type Made, type Settings } from './made.ts';

/**
 * An order of Shopify's order export: as many records as it has lines, the first with its sums.
 * It tells of no customer and no parcel: the customer is found by the e-mail address, parcels come
 * by webhook.
 */
export function orderOfExport(records: readonly Cells[], settings: Settings): Made {
  const [first] = records;
  const currency = first!.text('Currency');
  if (!/^[A-Z]{3}$/.test(currency) || !first!.text('Total'))
    return {
      fault: {
        pointer: 'Total',
        reason: 'The records of an order stand together, and the first has currency and total.',
      },
    };
  const amount = (column: string) => first!.amount(currency, column);
  const total = amount('Total');
  const name = first!.text('Name');
  const email = emailOf(first!.text('Email'));
  const phone = phoneOf(first!.text('Phone'));
  const address = addressOf(shippingAddress(first!));
  const shippingMethod = textOf(first!.text('Shipping Method'), 128);
  const row: OrderRow = {
    type: 'order',
    id: first!.text('Id') || name,
    number: name,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    placedAt: first!.instant('Created at'),
    status: statusOf(first!, settings.now),
    currency,
    ...sumsOf({
      lines: records
        .filter((cells) => cells.text('Lineitem name'))
        .map((cells, at) => lineOf(cells, at, currency)),
      discount: {
        label: textOf(first!.text('Discount Code'), 120) ?? NAMELESS_DISCOUNT,
        amount: amount('Discount Amount'),
      },
      shipping: amount('Shipping'),
      tax: amount('Taxes'),
      // the export does not say; its sums do
      taxIncluded: amount('Subtotal') + amount('Shipping') === total,
      total,
    }),
    ...(shippingMethod !== undefined && { shippingMethod }),
    payments: paymentsOf(first!, total, currency),
    ...(address && { address }),
    shipments: [],
  };
  return made(row, records);
}

function lineOf(cells: Cells, at: number, currency: string): OrderRow['lines'][number] {
  const name = cells.text('Lineitem name');
  const what = textOf(cells.text('Lineitem sku') || name, 128) ?? String(at + 1);
  return {
    id: String(at + 1),
    ...{ product: what, variant: what },
    name: textOf(name, 200) ?? what,
    quantity: cells.count('Lineitem quantity'),
    unitPrice: cells.amount(currency, 'Lineitem price'),
  };
}

const MONTH = 30 * 24 * 60 * 60 * 1000;

/** Nothing tells of arrivals: what was sent a month ago has arrived. */
function statusOf(cells: Cells, now: Date): OrderStatus {
  if (cells.text('Cancelled at')) return 'cancelled';
  const state = cells.text('Fulfillment Status').toLowerCase();
  if (state === 'partial') return 'processing';
  if (state !== 'fulfilled') return 'placed';
  const sent = Date.parse(cells.instant('Fulfilled at', 'Created at'));
  return now.getTime() - sent > MONTH ? 'delivered' : 'shipped';
}

const unpaid = new Set(['', 'pending', 'authorized', 'voided', 'expired']);

function paymentsOf(cells: Cells, total: number, currency: string): OrderRow['payments'] {
  const way = cells.text('Payment Method');
  if (unpaid.has(cells.text('Financial Status').toLowerCase())) return [];
  return [
    ...paymentOf(way, total - cells.amount(currency, 'Outstanding Balance')),
    ...paymentOf(way, -cells.amount(currency, 'Refunded Amount')),
  ];
}

const shippingAddress = (cells: Cells) => ({
  name: cells.text('Shipping Name'),
  company: cells.text('Shipping Company'),
  address1: cells.text('Shipping Address1', 'Shipping Street'),
  address2: cells.text('Shipping Address2'),
  city: cells.text('Shipping City'),
  zip: cells.code('Shipping Zip'),
  province: cells.text('Shipping Province'),
  country: cells.text('Shipping Country'),
});
