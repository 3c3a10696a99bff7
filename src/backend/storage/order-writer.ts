import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import type { Shop } from '../ports.ts';
import { bulkInsert } from './bulk.ts';
import { catalogueColumns } from './catalogue-tables.ts';
import { createOrderFromRow, type Kept } from './order-from-row.ts';
import type { Database } from './schema.ts';

export type OrderWriter = ReturnType<typeof createOrderWriter>;

/** Writes whole orders. */
export function createOrderWriter() {
  const fromRow = createOrderFromRow();
  const insertOrders = bulkInsert('orders', columnsOf('orders'));
  const insertLines = bulkInsert('order_lines', columnsOf('order_lines'));
  const insertShipments = bulkInsert('shipments', columnsOf('shipments'));
  const insertShipmentLines = bulkInsert('shipment_lines', columnsOf('shipment_lines'));
  const insertEvents = bulkInsert('tracking_events', columnsOf('tracking_events'));

  return {
    /** Puts orders of an import in place of those with their ids. */
    async put(tx: Kysely<Database>, shop: Shop, rows: readonly OrderRow[]): Promise<void> {
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const kept = await keptOf(tx, shop.id, ids);
      const orders = rows.map((row) => fromRow(shop, row, kept.get(row.id)));
      if (kept.size > 0)
        await tx
          .deleteFrom('orders')
          .where('shop_id', '=', shop.id)
          .where('id', 'in', [...kept.keys()])
          .execute();
      await insertOrders(
        tx,
        orders.map(({ order }) => order),
      );
      await insertLines(
        tx,
        orders.flatMap(({ lines }) => lines),
      );
      await insertShipments(
        tx,
        orders.flatMap(({ shipments }) => shipments),
      );
      await insertShipmentLines(
        tx,
        orders.flatMap(({ shipmentLines }) => shipmentLines),
      );
      await insertEvents(
        tx,
        orders.flatMap(({ events }) => events),
      );
    },
  };
}

export const columnsOf = <Table extends keyof typeof catalogueColumns>(table: Table) =>
  Object.keys(catalogueColumns[table]) as (keyof (typeof catalogueColumns)[Table] & string)[];

/** What the next import of these orders must not take away. */
async function keptOf(
  tx: Kysely<Database>,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  const orders = await tx
    .selectFrom('orders')
    .select(['id', 'customer_id', 'email_key', 'phone_key'])
    .where('shop_id', '=', shop)
    .where('id', 'in', ids)
    .execute();
  for (const { id, ...order } of orders) kept.set(id, { order, shipments: [], events: [] });
  if (kept.size === 0) return kept;
  const shipments = await tx
    .selectFrom('shipments')
    .select(['order_id', 'id', 'news_facts'])
    .where('shop_id', '=', shop)
    .where('order_id', 'in', [...kept.keys()])
    .execute();
  for (const { order_id, ...shipment } of shipments) kept.get(order_id)?.shipments.push(shipment);
  const events = await tx
    .selectFrom('tracking_events')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', 'in', [...kept.keys()])
    .where('source', '=', 'carrier')
    .execute();
  for (const event of events) kept.get(event.order_id)?.events.push(event);
  return kept;
}
