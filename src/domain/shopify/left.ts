import type { ShopifyLine, ShopifyOrder } from '../../contract/shopify.ts';
import type { MoneyReader } from './money.ts';

/** What is left of an order that was edited or refunded in Shopify. */
export interface Left {
  lines: ShopifyLine[];
  /** As ordered: none of it is gone, or all. */
  isWhole: boolean;
  isNothing: boolean;
}

/**
 * Lines as they count now, those with nothing left left out. An order that is cancelled, or of which
 * nothing is left, keeps its lines, as one that is cancelled here does.
 */
export function leftOf(from: ShopifyOrder): Left {
  const ordered = from.line_items.filter(({ quantity }) => quantity > 0);
  const lines = ordered
    .map((line) => ({ ...line, quantity: unitsLeft(from, line) }))
    .filter(({ quantity }) => quantity > 0);
  const isNothing = lines.length === 0;
  if (isNothing || from.cancelled_at) return { lines: ordered, isWhole: true, isNothing };
  return { lines, isWhole: unitsOf(lines) === unitsOf(ordered), isNothing };
}

function unitsLeft({ refunds }: ShopifyOrder, { id, quantity, current_quantity }: ShopifyLine) {
  const refunded = (refunds ?? [])
    .flatMap(({ refund_line_items }) => refund_line_items ?? [])
    .filter(({ line_item_id }) => line_item_id === id);
  return Math.min(quantity, current_quantity ?? quantity - unitsOf(refunded));
}

const unitsOf = (lines: readonly { quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

interface SumsTold {
  discount: number;
  shipping: number;
  tax: number;
  total: number;
}

const sumsOrdered = (from: ShopifyOrder, money: MoneyReader): SumsTold => ({
  discount: money.of(from.total_discounts, from.total_discounts_set),
  shipping: money.of(undefined, from.total_shipping_price_set),
  tax: money.of(from.total_tax, from.total_tax_set),
  total: money.of(from.total_price, from.total_price_set),
});

/** The same of what is left: as Shopify tells, or else by what the gone items weigh. */
export function sumsLeft(from: ShopifyOrder, left: Left, money: MoneyReader): SumsTold {
  const ordered = sumsOrdered(from, money);
  if (left.isWhole) return ordered;
  if (from.current_total_price) {
    const shipping = from.current_shipping_price_set ?? from.total_shipping_price_set;
    return {
      discount: money.of(from.current_total_discounts, from.current_total_discounts_set),
      shipping: money.of(undefined, shipping),
      tax: money.of(from.current_total_tax, from.current_total_tax_set),
      total: money.of(from.current_total_price, from.current_total_price_set),
    };
  }
  const grossOf = (lines: readonly ShopifyLine[]) =>
    lines.reduce((sum, { price, price_set, quantity }) => {
      return sum + Math.max(0, money.of(price, price_set)) * quantity;
    }, 0);
  const [kept, all] = [grossOf(left.lines), grossOf(from.line_items)];
  const part = (amount: number) => (all === 0 ? amount : Math.round((amount * kept) / all));
  const [discount, tax] = [part(ordered.discount), part(ordered.tax)];
  const taxGone = from.taxes_included ? 0 : ordered.tax - tax;
  const gone = all - kept - (ordered.discount - discount) + taxGone;
  return { ...ordered, discount, tax, total: Math.max(0, ordered.total - gone) };
}
