import { sql, type Kysely, type RawBuilder } from 'kysely';
import { columnsOf } from './catalogue-tables.ts';
import { isAmong, jsonRows } from './dialect.ts';
import type { OrderRows } from './order-rows.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

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
  const lists = prepared<{ shop: string; id: string }, Lists, Database>(db, (value) =>
    listsOf(db, value('shop'), (column) => sql`${sql.ref(column)} = ${value('id')}`),
  );
  return async (shop, id, on) => {
    const [told] = await lists({ shop, id }, on);
    const { orders, contacts, ...rows } = parsed(told!);
    const [order] = orders;
    const contact = contacts.find(({ id: customer }) => customer !== null);
    return order && { order, ...(contact && { contact }), ...rows };
  };
}

/** Reads all rows of many orders by one query; the map has those that are there, by their ids. */
export function createOrdersReader(db: Kysely<Database>) {
  const lists = prepared<{ shop: string; ids: string }, Lists, Database>(db, (value) =>
    listsOf(db, value('shop'), (column) => isAmong(db, column, value('ids'))),
  );
  return async (
    shop: string,
    ids: readonly string[],
    on: Kysely<Database>,
  ): Promise<Map<string, OrderRows>> => {
    const [told] = await lists({ shop, ids: JSON.stringify(ids) }, on);
    const { orders, contacts, ...rows } = parsed(told!);
    const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
    const [lines, shipments] = [byOrder(rows.lines), byOrder(rows.shipments)];
    const [shipmentLines, events] = [byOrder(rows.shipmentLines), byOrder(rows.events)];
    return new Map(
      orders.map((order) => {
        const contact = contactOf.get(order.customer_id ?? '');
        const own: OrderRows = {
          order,
          ...(contact && { contact }),
          lines: lines(order.id),
          shipments: shipments(order.id),
          shipmentLines: shipmentLines(order.id),
          events: events(order.id),
        };
        return [order.id, own];
      }),
    );
  };
}

function listsOf(
  db: Kysely<Database>,
  shop: RawBuilder<string>,
  wanted: (column: 'orders.id' | 'order_id') => RawBuilder<boolean>,
) {
  const orders = db
    .selectFrom('orders')
    .where('orders.shop_id', '=', shop)
    .where(wanted('orders.id'));
  const contacts = orders
    // from the left: whoever plans it would else walk all customers of the shop
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.shop_id', '=', 'orders.shop_id')
        .onRef('customers.id', '=', 'orders.customer_id'),
    )
    .select(['customers.id', 'customers.email', 'customers.phone']);
  const lines = db
    .selectFrom('order_lines')
    .select(columnsOf('order_lines'))
    .where('shop_id', '=', shop)
    .where(wanted('order_id'))
    .orderBy('position');
  const shipments = db
    .selectFrom('shipments')
    .select(columnsOf('shipments'))
    .where('shop_id', '=', shop)
    .where(wanted('order_id'))
    .orderBy('position');
  const shipmentLines = db
    .selectFrom('shipment_lines')
    .select(columnsOf('shipment_lines'))
    .where('shop_id', '=', shop)
    .where(wanted('order_id'))
    .orderBy('position');
  const events = db
    .selectFrom('tracking_events')
    .select(columnsOf('tracking_events'))
    .where('shop_id', '=', shop)
    .where(wanted('order_id'));
  return db.selectNoFrom([
    jsonRows(db, orders.select(columnsOf('orders'))).as('orders'),
    jsonRows(db, contacts).as('contacts'),
    jsonRows(db, lines).as('lines'),
    jsonRows(db, shipments).as('shipments'),
    jsonRows(db, shipmentLines).as('shipmentLines'),
    jsonRows(db, events).as('events'),
  ]);
}

type Parsed = Omit<OrderRows, 'order' | 'contact'> & {
  orders: OrderRows['order'][];
  contacts: (NonNullable<OrderRows['contact']> & { id: string | null })[];
};

const parsed = (told: Lists): Parsed => ({
  orders: JSON.parse(told.orders),
  contacts: JSON.parse(told.contacts),
  lines: JSON.parse(told.lines),
  shipments: JSON.parse(told.shipments),
  shipmentLines: JSON.parse(told.shipmentLines),
  events: JSON.parse(told.events),
});

/** The rows of an order, in their order. */
function byOrder<Row extends { order_id: string }>(rows: readonly Row[]): (id: string) => Row[] {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const own = all.get(row.order_id);
    if (own) own.push(row);
    else all.set(row.order_id, [row]);
  }
  return (id) => all.get(id) ?? [];
}
