import type { OrderRow } from '../../contract/import.ts';
import type { OrderStatus } from '../../contract/orders.ts';
import type { ShopifyLine, ShopifyOrder } from '../../contract/shopify.ts';
import { minorUnits } from '../money/minor-units.ts';
import type { RowNews } from '../news/row-news.ts';
import { addressOf, emailOf, isDefaultOption, phoneOf, textOf } from './fields.ts';
import { isCalledOff, sendingOf } from './fulfillments.ts';
import { leftOf, sumsLeft, type Left } from './left.ts';
import { moneyOf, type MoneyReader } from './money.ts';
import { paymentOf } from './payments.ts';
import { NAMELESS_DISCOUNT, sumsOf } from './sums.ts';

/**
 * An order of Shopify's as a row of ours. Its fulfilments are told apart from it, each with its
 * own clock: Shopify tells them here and by themselves.
 */
export function orderNewsOf(from: ShopifyOrder, toldAt?: string): RowNews[] {
  return [
    { row: orderRowOf(from), toldAt },
    ...(from.fulfillments ?? []).map((fulfillment) => sendingOf(fulfillment, toldAt)),
  ];
}

function orderRowOf(from: ShopifyOrder): OrderRow {
  const money = moneyOf(from);
  const email = emailOf(from.email ?? from.contact_email);
  const phone = phoneOf(from.phone);
  const address = addressOf(from.shipping_address);
  const left = leftOf(from);
  const sums = sumsLeft(from, left, money);
  return {
    type: 'order',
    id: from.id,
    number: textOf(from.name, 64) ?? from.id,
    ...(from.customer && { customer: from.customer.id }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    placedAt: from.processed_at ?? from.created_at,
    updatedAt: from.updated_at,
    status: statusOf(from, left),
    currency: money.currency,
    ...sumsOf({
      ...sums,
      lines: left.lines.map((line) => lineRowOf(line, money)),
      discount: { label: discountLabel(from), amount: sums.discount },
      taxIncluded: from.taxes_included === true,
    }),
    payments: paymentsOf(from, money),
    ...(address && { address }),
    shipments: [],
  };
}

function lineRowOf(line: ShopifyLine, money: MoneyReader): OrderRow['lines'][number] {
  const options = isDefaultOption(line.variant_title) ? undefined : line.variant_title?.trim();
  const name = textOf(line.title ?? line.name, 200) ?? line.sku?.trim() ?? line.id;
  return {
    id: line.id,
    // a line that was typed in by hand is of no product
    product: line.product_id ?? `line-${line.id}`,
    variant: line.variant_id ?? `line-${line.id}`,
    name: textOf(name, 200) ?? line.id,
    ...(options && { options: { [VARIANT]: textOf(options, 120)! } }),
    quantity: Math.min(line.quantity, 1_000_000),
    unitPrice: Math.max(0, money.of(line.price, line.price_set)),
  };
}

/** Of a variant's options Shopify tells the values alone: "M / Camel". */
const VARIANT = 'variant';

function statusOf(from: ShopifyOrder, { isNothing }: Left): OrderStatus {
  if (from.cancelled_at || isNothing) return 'cancelled';
  if (from.fulfillment_status === 'fulfilled') return 'shipped';
  const hasBegun = from.fulfillment_status || !(from.fulfillments ?? []).every(isCalledOff);
  return hasBegun ? 'processing' : 'placed';
}

const discountLabel = ({ discount_codes }: ShopifyOrder): string =>
  textOf((discount_codes ?? []).flatMap(({ code }) => code ?? []).join(', '), 120) ??
  NAMELESS_DISCOUNT;

const unpaid = new Set(['pending', 'authorized', 'voided', 'expired']);

/** What was paid, and what was given back. */
function paymentsOf(from: ShopifyOrder, money: MoneyReader): OrderRow['payments'] {
  const gateways = (from.payment_gateway_names ?? []).filter((name) => name.trim());
  const gateway = gateways.slice(0, 3).join(', ');
  if (!from.financial_status || unpaid.has(from.financial_status)) return [];
  const back = (from.refunds ?? [])
    .flatMap(({ transactions }) => transactions ?? [])
    .filter(
      ({ kind, status, currency }) =>
        kind === 'refund' && status === 'success' && (currency ?? from.currency) === money.currency,
    )
    .slice(0, 40)
    .flatMap((each) =>
      paymentOf(each.gateway ?? gateway, -(minorUnits(each.amount ?? '0', money.currency) ?? 0)),
    );
  return [...paymentOf(gateway, paidOf(from, back, money)), ...back];
}

/** What is owed is owed of what the order comes to now; one that is paid was paid as ordered. */
function paidOf(from: ShopifyOrder, back: OrderRow['payments'], money: MoneyReader): number {
  const owed =
    money.currency === from.currency
      ? (minorUnits(from.total_outstanding ?? '0', money.currency) ?? 0)
      : 0;
  const ordered = money.of(from.total_price, from.total_price_set);
  if (owed <= 0) return ordered;
  const now = from.current_total_price
    ? money.of(from.current_total_price, from.current_total_price_set)
    : ordered;
  return now - owed - back.reduce((sum, { amount }) => sum + amount, 0);
}
