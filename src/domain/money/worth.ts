import type { LineRecord, OrderRecord } from '../orders/orders.ts';
import { shares } from './shares.ts';

/** What of an order's discounts, tax and shipping falls to one of its lines, by what the items cost. */
export interface LineShares {
  discount: number;
  /** Nothing where prices contain it. */
  tax: number;
  shipping: number;
}

export function sharesOf(order: OrderRecord, line: string): LineShares {
  const weights = order.lines.map(({ quantity, unitPrice }) => quantity * unitPrice);
  const at = order.lines.findIndex(({ id }) => id === line);
  const shareOf = (total: number) => shares(total, weights)[at] ?? 0;
  return {
    discount: shareOf(order.discounts.reduce((sum, { amount }) => sum + amount, 0)),
    tax: order.taxIncluded ? 0 : shareOf(order.tax),
    shipping: shareOf(order.shipping),
  };
}

/** What a line came to: its items less their share of the discounts. */
export const worthOf = (order: OrderRecord, { id, quantity, unitPrice }: LineRecord): number =>
  quantity * unitPrice + sharesOf(order, id).discount;
