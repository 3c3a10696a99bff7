import type { Kysely } from 'kysely';
import {
  columnsOf,
  type OrdersTable,
  type ShipmentsTable,
  type TrackingEventsTable,
} from './catalogue-tables.ts';
import { toldRows } from './dialect.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

export interface Learnt {
  /** Events not heard before. */
  events: readonly TrackingEventsTable[];
  /** Parcels whose facts changed. */
  shipments: readonly ShipmentsTable[];
  /** Orders that have either. */
  orders: readonly OrdersTable[];
}

/** Writes down what was learnt of many parcels, by a statement a table. */
export function createWriteTracking(db: Kysely<Database>) {
  const columns = columnsOf('tracking_events');
  const insertEvents = prepared<{ rows: string }, unknown, Database>(db, (value) =>
    db
      .insertInto('tracking_events')
      .columns(columns)
      .expression(
        db
          .selectFrom(toldRows<TrackingEventsTable, Database>(db, value('rows'), columns))
          .select(columns),
      ),
  );
  const tellShipments = prepared<{ rows: string }, unknown, Database>(db, (value) =>
    db
      .updateTable('shipments')
      .from(
        toldRows<ShipmentsTable, Database>(db, value('rows'), [
          'shop_id',
          'order_id',
          'id',
          'news_facts',
        ]),
      )
      .set((it) => ({ news_facts: it.ref('told.news_facts') }))
      .whereRef('shipments.shop_id', '=', 'told.shop_id')
      .whereRef('shipments.order_id', '=', 'told.order_id')
      .whereRef('shipments.id', '=', 'told.id'),
  );
  const tellOrders = prepared<{ rows: string }, unknown, Database>(db, (value) =>
    db
      .updateTable('orders')
      .from(toldRows<OrdersTable, Database>(db, value('rows'), ['shop_id', 'id', 'status', 'card']))
      .set((it) => ({ status: it.ref('told.status'), card: it.ref('told.card') }))
      .whereRef('orders.shop_id', '=', 'told.shop_id')
      .whereRef('orders.id', '=', 'told.id'),
  );
  return async (tx: Kysely<Database>, { events, shipments, orders }: Learnt): Promise<void> => {
    if (events.length) await insertEvents({ rows: JSON.stringify(events) }, tx);
    if (shipments.length) await tellShipments({ rows: JSON.stringify(shipments) }, tx);
    if (orders.length) await tellOrders({ rows: JSON.stringify(orders) }, tx);
  };
}
