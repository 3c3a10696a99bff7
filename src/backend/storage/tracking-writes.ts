import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/lookup-keys.ts';
import { eventKey, joinNews, newsOf } from '../../domain/parcel-news.ts';
import { orderNews } from '../../domain/webhook-events.ts';
import type { Shop, TrackingResult } from '../ports.ts';
import type { ShipmentsTable, TrackingEventsTable } from './catalogue-tables.ts';
import { chunks, forUpdate } from './dialect.ts';
import { derived, eventRow } from './order-from-row.ts';
import type { OrderReader } from './order-reader.ts';
import { newsOfRows, orderOf, type OrderRows } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';

/**
 * Adds a carrier's news to the parcel it speaks of, tells the shop's own systems, and answers whether
 * the order looks different now.
 */
export function applyTracking(
  db: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  update: TrackingUpdate,
  at: Date,
): Promise<TrackingResult | undefined> {
  const number = trackingNumberKey(update.number);
  return db.transaction().execute(async (tx) => {
    const id = await orderWith(tx, shop.id, number, update.order);
    const before = id === undefined ? undefined : await read(shop.id, id, tx);
    if (!before) return undefined;
    const learnt = learn(before, number, update);
    if (learnt.added.length || learnt.told.length) await write(tx, learnt);
    const news = orderNews(orderOf(before), orderOf(learnt.after));
    await tell(tx, shop, news, at);
    const { id: order, customer_id } = before.order;
    return {
      changed: news.length > 0,
      order: { id: order, ...(customer_id !== null && { customer: customer_id }) },
    };
  });
}

/** Carriers use a number again after years: without an order's number the newest order is meant. */
async function orderWith(
  tx: Kysely<Database>,
  shop: string,
  number: string,
  order: string | undefined,
): Promise<string | undefined> {
  let query = tx
    .selectFrom('shipments')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.shop_id', '=', 'shipments.shop_id')
        .onRef('orders.id', '=', 'shipments.order_id'),
    )
    .select('orders.id')
    .where('shipments.shop_id', '=', shop)
    .where('shipments.number_key', '=', number)
    .orderBy('orders.placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(1);
  if (order !== undefined) query = query.where('orders.number_key', '=', orderNumberKey(order));
  const found = await forUpdate(tx, query).executeTakeFirst();
  return found?.id;
}

interface Learnt {
  after: OrderRows;
  /** Events not heard before. */
  added: TrackingEventsTable[];
  /** Parcels whose facts changed. */
  told: ShipmentsTable[];
}

function learn(rows: OrderRows, number: string, update: TrackingUpdate): Learnt {
  const news = newsOf({ ...update, carrier: update.carrier?.toLowerCase() });
  const added: TrackingEventsTable[] = [];
  const told: ShipmentsTable[] = [];
  const shipments = rows.shipments.map((shipment) => {
    if (shipment.number_key !== number) return shipment;
    const events = rows.events.filter(({ shipment_id }) => shipment_id === shipment.id);
    const { carrier: known } = newsOfRows(shipment, events);
    const heard = new Set(known.events.map(eventKey));
    for (const event of news.events)
      if (!heard.has(eventKey(event)))
        added.push(eventRow(shipment.shop_id, shipment.order_id, shipment.id, 'carrier', event));
    const news_facts = JSON.stringify(joinNews(known, news).facts);
    if (news_facts === shipment.news_facts) return shipment;
    const changed = { ...shipment, news_facts };
    told.push(changed);
    return changed;
  });
  return {
    after: derived({ ...rows, shipments, events: [...rows.events, ...added] }),
    added,
    told,
  };
}

async function write(tx: Kysely<Database>, { after, added, told }: Learnt): Promise<void> {
  for (const some of chunks(added)) await tx.insertInto('tracking_events').values(some).execute();
  for (const { shop_id, order_id, id, news_facts } of told)
    await tx
      .updateTable('shipments')
      .set({ news_facts })
      .where('shop_id', '=', shop_id)
      .where('order_id', '=', order_id)
      .where('id', '=', id)
      .execute();
  const { shop_id, id, status, card } = after.order;
  await tx
    .updateTable('orders')
    .set({ status, card })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
}
