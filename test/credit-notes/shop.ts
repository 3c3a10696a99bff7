import type { OrderRow } from '../../src/contract/import.ts';
import { aPolicy } from '../builders/cases.ts';
import { aShop } from '../builders/shop.ts';
import { convertOnlineRetail, onlineTimeZone, type OnlineRetail } from '../data/online-retail.ts';
import type { Rows } from '../data/rows.ts';
import { NOW } from '../replay/seed.ts';

/** Takes back whatever it has sold, and pays at once. */
export const returnsPolicy = aPolicy({ returns: { settleOn: 'request' } });

export const returnsShop = aShop({
  id: 'online-retail',
  name: 'Online Retail',
  timeZone: onlineTimeZone,
  currency: 'GBP',
  policy: returnsPolicy,
});

/** The shop before any credit note: all invoices are delivered and, as the source knows no payments, paid. */
export function soldShop(source: OnlineRetail): Rows {
  const rows = convertOnlineRetail(source, { seed: 1, now: NOW });
  return { ...rows, orders: rows.orders.map(sold) };
}

const sold = (order: OrderRow): OrderRow => ({
  ...order,
  status: 'delivered',
  payments: [{ kind: 'other', label: 'Account', amount: order.total }],
  shipments: [],
});
