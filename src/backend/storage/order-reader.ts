import type { Kysely } from 'kysely';
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

/** Reads all rows of one order. One that is not there costs as many queries as one that is. */
export function createOrderReader(db: Kysely<Database>): OrderReader {
  const order = prepared<Values, OrderRows['order'], Database>(db, (value) =>
    db
      .selectFrom('orders')
      .selectAll()
      .where('shop_id', '=', value('shop'))
      .where('id', '=', value('id')),
  );
  const contact = prepared<Values, NonNullable<OrderRows['contact']>, Database>(db, (value) =>
    db
      .selectFrom('customers')
      .select(['email', 'phone'])
      .where('shop_id', '=', value('shop'))
      .where('id', '=', value('id')),
  );
  const lines = prepared<Values, OrderRows['lines'][number], Database>(db, (value) =>
    db
      .selectFrom('order_lines')
      .selectAll()
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'))
      .orderBy('position'),
  );
  const shipments = prepared<Values, OrderRows['shipments'][number], Database>(db, (value) =>
    db
      .selectFrom('shipments')
      .selectAll()
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id'))
      .orderBy('position'),
  );
  const shipmentLines = prepared<Values, OrderRows['shipmentLines'][number], Database>(
    db,
    (value) =>
      db
        .selectFrom('shipment_lines')
        .selectAll()
        .where('shop_id', '=', value('shop'))
        .where('order_id', '=', value('id'))
        .orderBy('position'),
  );
  const events = prepared<Values, OrderRows['events'][number], Database>(db, (value) =>
    db
      .selectFrom('tracking_events')
      .selectAll()
      .where('shop_id', '=', value('shop'))
      .where('order_id', '=', value('id')),
  );

  return async (shop, id, on) => {
    const values = { shop, id };
    const [found] = await order(values, on);
    const [reached] = await contact({ shop, id: found?.customer_id ?? '' }, on);
    const rows = {
      lines: await lines(values, on),
      shipments: await shipments(values, on),
      shipmentLines: await shipmentLines(values, on),
      events: await events(values, on),
    };
    return found && { order: found, ...(reached && { contact: reached }), ...rows };
  };
}
