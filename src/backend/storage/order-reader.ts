import type { Kysely } from 'kysely';
import { columnsOf } from './catalogue-tables.ts';
import { jsonRows } from './dialect.ts';
import type { OrderRows } from './order-rows.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

interface Values {
  shop: string;
  id: string;
}
export type OrderReader = (
  shop: string,
  id: string,
  on?: Kysely<Database>,
) => Promise<OrderRows | undefined>;

/** A list of rows each, as JSON. */
type Lists = Record<'orders' | 'contacts' | Exclude<keyof OrderRows, 'order' | 'contact'>, string>;

/**
 * Reads all rows of one order by one query, which answers one row of texts: fetching some twenty
 * costs more than reading their JSON. One that is not there costs the same query.
 */
export function createOrderReader(db: Kysely<Database>): OrderReader {
  const lists = prepared<Values, Lists, Database>(db, (value) => {
    const order = db
      .selectFrom('orders')
      .where('shop_id', '=', value('shop'))
      .where('id', '=', value('id'));
    const contacts = db
      .selectFrom('customers')
      .select(['email', 'phone'])
      .where('shop_id', '=', value('shop'))
      .where('id', '=', order.select('customer_id'));
    const lines = db
      .selectFrom('order_lines')
      .select(columnsOf('order_lines'))
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'))
      .orderBy('position');
    const shipments = db
      .selectFrom('shipments')
      .select(columnsOf('shipments'))
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'))
      .orderBy('position');
    const shipmentLines = db
      .selectFrom('shipment_lines')
      .select(columnsOf('shipment_lines'))
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'))
      .orderBy('position');
    const events = db
      .selectFrom('tracking_events')
      .select(columnsOf('tracking_events'))
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'));
    return db.selectNoFrom([
      jsonRows(db, order.select(columnsOf('orders'))).as('orders'),
      jsonRows(db, contacts).as('contacts'),
      jsonRows(db, lines).as('lines'),
      jsonRows(db, shipments).as('shipments'),
      jsonRows(db, shipmentLines).as('shipmentLines'),
      jsonRows(db, events).as('events'),
    ]);
  });

  return async (shop, id, on) => {
    const [told] = await lists({ shop, id }, on);
    const [order]: OrderRows['order'][] = JSON.parse(told!.orders);
    const [contact]: NonNullable<OrderRows['contact']>[] = JSON.parse(told!.contacts);
    const rows = {
      lines: JSON.parse(told!.lines),
      shipments: JSON.parse(told!.shipments),
      shipmentLines: JSON.parse(told!.shipmentLines),
      events: JSON.parse(told!.events),
    };
    return order && { order, ...(contact && { contact }), ...rows };
  };
}
