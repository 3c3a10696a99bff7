import type { OrderRow } from '../../contract/import.ts';
import type { OrderStatus } from '../../contract/orders.ts';
import type { ShopifyLine, ShopifyOrder } from '../../contract/shopify.ts';
import { minorUnits } from '../money/minor-units.ts';
import type { RowNews } from '../news/row-news.ts';
import { addressOf, emailOf, isDefaultOption, phoneOf, textOf } from './fields.ts';
import { sendingOf } from './fulfillments.ts';
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
  const total = money.of(from.total_price, from.total_price_set);
  return {
    type: 'order',
    id: from.id,
    number: textOf(from.name, 64) ?? from.id,
    ...(from.customer && { customer: from.customer.id }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    placedAt: from.processed_at ?? from.created_at,
    updatedAt: from.updated_at,
    status: statusOf(from),
    currency: money.currency,
    ...sumsOf({
      lines: from.line_items
        .filter(({ quantity }) => quantity > 0)
        .map((line) => lineRowOf(line, money)),
      discount: {
        label: discountLabel(from),
        amount: money.of(from.total_discounts, from.total_discounts_set),
      },
      shipping: money.of(undefined, from.total_shipping_price_set),
      tax: money.of(from.total_tax, from.total_tax_set),
      taxIncluded: from.taxes_included === true,
      total,
    }),
    payments: paymentsOf(from, total, money),
    ...(address && { address }),
    shipments: [],
  };
}

type MoneySet = ShopifyOrder['total_price_set'];
interface MoneyReader {
  currency: string;
  of(amount: string | null | undefined, set: MoneySet): number;
}

/**
 * Shoppers know what they paid in their own currency. Where one of the sums does not have it, all
 * are told in the shop's: an order has one currency.
 */
function moneyOf(from: ShopifyOrder): MoneyReader {
  const theirs = from.presentment_currency ?? from.currency;
  const sums: [string | null | undefined, MoneySet][] = [
    [from.total_price, from.total_price_set],
    [from.total_discounts, from.total_discounts_set],
    [from.total_tax, from.total_tax_set],
    ...from.line_items.map(({ price, price_set }): [string, MoneySet] => [price, price_set]),
  ];
  const isTold = sums.every(
    ([amount, set]) => !amount || set?.presentment_money.currency_code === theirs,
  );
  const currency = isTold ? theirs : from.currency;
  const side = isTold ? 'presentment_money' : 'shop_money';
  return {
    currency,
    // what is no amount is refused with its order
    of: (amount, set) => minorUnits(set?.[side].amount ?? amount ?? '0', currency) ?? Number.NaN,
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

function statusOf(from: ShopifyOrder): OrderStatus {
  if (from.cancelled_at) return 'cancelled';
  if (from.fulfillment_status === 'fulfilled') return 'shipped';
  return from.fulfillment_status || from.fulfillments?.length ? 'processing' : 'placed';
}

const discountLabel = ({ discount_codes }: ShopifyOrder): string =>
  textOf((discount_codes ?? []).flatMap(({ code }) => code ?? []).join(', '), 120) ??
  NAMELESS_DISCOUNT;

const unpaid = new Set(['pending', 'authorized', 'voided', 'expired']);

/** What was paid, and what was given back. */
function paymentsOf(from: ShopifyOrder, total: number, money: MoneyReader): OrderRow['payments'] {
  const gateways = (from.payment_gateway_names ?? []).filter((name) => name.trim());
  const gateway = gateways.slice(0, 3).join(', ');
  if (!from.financial_status || unpaid.has(from.financial_status)) return [];
  const owed =
    money.currency === from.currency
      ? (minorUnits(from.total_outstanding ?? '0', money.currency) ?? 0)
      : 0;
  const back = (from.refunds ?? [])
    .flatMap(({ transactions }) => transactions ?? [])
    .filter(
      ({ kind, status, currency }) =>
        kind === 'refund' && status === 'success' && (currency ?? from.currency) === money.currency,
    )
    .slice(0, 40);
  return [
    ...paymentOf(gateway, total - Math.max(0, owed)),
    ...back.flatMap((each) =>
      paymentOf(each.gateway ?? gateway, -(minorUnits(each.amount ?? '0', money.currency) ?? 0)),
    ),
  ];
}
