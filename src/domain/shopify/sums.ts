import type { OrderRow } from '../../contract/import.ts';
import { sumOf } from '../orders/orders.ts';

type Sums = Pick<OrderRow, 'lines' | 'discounts' | 'shipping' | 'tax' | 'taxIncluded' | 'total'>;

/**
 * Sums that come to the order's total. Shopify's leave out duties, tips and rounding: what they
 * add is told with the shipping, what they take away with the discount.
 */
export function sumsOf(told: {
  lines: OrderRow['lines'];
  discount: { label: string; amount: number };
  shipping: number;
  tax: number;
  taxIncluded: boolean;
  total: number;
}): Sums {
  const { discount, ...rest } = told;
  const whole = { ...rest, discounts: [{ label: discount.label, amount: -discount.amount }] };
  const missing = told.total - sumOf(whole);
  const off = discount.amount + Math.max(0, -missing);
  return {
    ...rest,
    shipping: told.shipping + Math.max(0, missing),
    discounts: off > 0 ? [{ label: discount.label, amount: -off }] : [],
  };
}

/** A sign that needs no translation, where nobody gave the discount a name. */
export const NAMELESS_DISCOUNT = '%';
