import type { OrderRow } from '../../contract/import.ts';
import { localYear } from '../../domain/local-year.ts';
import { emailKey, orderNumberKey, phoneKey } from '../../domain/identity/lookup-keys.ts';
import { orderStatus } from '../../domain/orders/status.ts';
import { summaryOf } from '../../domain/orders/views.ts';
import { cardOf, type OrderRecord } from '../../domain/orders/orders.ts';
import type { Shop } from '../ports.ts';
import type { OrdersTable } from './catalogue-tables.ts';
import { bit } from './dialect.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import { shipmentRows, type CarrierNews } from './shipment-rows.ts';

/** What is known of an order beside its row. */
export interface Known {
  /** As it was until now. */
  order?: Pick<OrdersTable, 'customer_id' | 'told_customer' | 'email_key' | 'phone_key'>;
  carrier: CarrierNews;
}

/** Turns an order of an import into table rows. */
export type OrderFromRow = (
  shop: Pick<Shop, 'id' | 'timeZone'>,
  row: OrderRow,
  known: Known,
) => OrderRows;

export function createOrderFromRow(): OrderFromRow {
  const years = new Map<string, (instant: string) => number>();
  const yearIn = (timeZone: string) => {
    const yearOf = years.get(timeZone) ?? localYear(timeZone);
    years.set(timeZone, yearOf);
    return yearOf;
  };
  return (shop, row, { order: before, carrier }) => {
    const email_key = row.email === undefined ? null : emailKey(row.email);
    const phone_key = row.phone === undefined ? null : phoneKey(row.phone) || null;
    // who showed that a guest order's contact is theirs keeps it while the contact stays
    const adopted =
      before?.told_customer === null &&
      before.email_key === email_key &&
      before.phone_key === phone_key
        ? before.customer_id
        : null;
    const ids = { shop_id: shop.id, order_id: row.id };
    return derived({
      order: {
        shop_id: shop.id,
        id: row.id,
        number: row.number,
        number_key: orderNumberKey(row.number),
        customer_id: row.customer ?? adopted,
        told_customer: row.customer ?? null,
        email: row.email ?? null,
        email_key,
        phone: row.phone ?? null,
        phone_key,
        placed_at: row.placedAt,
        placed_year: yearIn(shop.timeZone)(row.placedAt),
        told_status: row.status,
        status: row.status,
        currency: row.currency,
        shipping: row.shipping,
        shipping_method: row.shippingMethod ?? null,
        tax: row.tax,
        tax_included: bit(row.taxIncluded),
        total: row.total,
        discounts: JSON.stringify(row.discounts),
        payments: JSON.stringify(row.payments),
        address: jsonOrNull(row.address),
        channel: row.channel ?? null,
        risk: row.risk ?? null,
        card: '',
      },
      lines: row.lines.map((line, position) => ({
        ...ids,
        id: line.id,
        position,
        product_id: line.product,
        variant_id: line.variant,
        name: line.name,
        options: JSON.stringify(
          Object.entries(line.options ?? {}).map(([name, value]) => ({ name, value })),
        ),
        quantity: line.quantity,
        unit_price: line.unitPrice,
        picture: jsonOrNull(line.picture),
        url: line.url ?? null,
        bundle: line.bundle ?? null,
      })),
      ...shipmentRows(ids, row.shipments, carrier),
    });
  };
}

/** What follows from an order's rows, written anew at every change of them: its status and its card. */
export const derived = (rows: OrderRows): OrderRows => derivedWith(rows, orderOf(rows)).rows;

/** The same for who has the record at hand, its status aside; and the record as it is then. */
export function derivedWith(
  rows: OrderRows,
  told: OrderRecord,
): { rows: OrderRows; record: OrderRecord } {
  const status = orderStatus({ ...told, status: rows.order.told_status });
  const record = { ...told, status };
  const card = JSON.stringify(summaryOf(cardOf(record)));
  return { rows: { ...rows, order: { ...rows.order, status, card } }, record };
}

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);
