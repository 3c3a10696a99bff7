import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { later } from '../../domain/identity/identity.ts';
import { eventKey, joinNews } from '../../domain/shipments/parcel-news.ts';
import { orderNews } from '../../domain/news/webhook-events.ts';
import type { Shop, TrackingResult } from '../ports.ts';
import { shareCatalogue } from './catalogue-lock.ts';
import {
  columnsOf,
  type OrdersTable,
  type ShipmentsTable,
  type TrackingEventsTable,
} from './catalogue-tables.ts';
import { bulkInsert } from './bulk.ts';
import { createKeepNews, newsOfUpdate } from './carrier-news.ts';
import { forUpdate } from './dialect.ts';
import { derived } from './order-from-row.ts';
import type { OrderReader } from './order-reader.ts';
import { newsOfRows, orderOf, type OrderRows } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import { prepared } from './prepared.ts';
import { trackReturn } from './returned-parcels.ts';
import type { Database } from './schema.ts';
import { eventRow } from './shipment-rows.ts';

/** So long a parcel may come after the news of it, in seconds. */
const KEPT = 30 * 24 * 60 * 60;

/**
 * Adds a carrier's news to the parcel it speaks of, tells the shop's own systems, and answers whether
 * the order looks different now.
 */
export function createApplyTracking(db: Kysely<Database>, read: OrderReader) {
  const keepNews = createKeepNews(db);
  const orderWith = createOrderWith(db);
  const write = createWrite(db);
  return (shop: Shop, update: TrackingUpdate, at: Date): Promise<TrackingResult | undefined> => {
    const number = trackingNumberKey(update.number);
    return db.transaction().execute(async (tx) => {
      await shareCatalogue(tx, shop.id);
      await keepNews(tx, shop.id, update, later(at, KEPT));
      // an order that was being put anew while we waited for it is found at a second look
      const look = () => orderWith(tx, shop.id, number, update.order);
      const id = (await look()) ?? (await look());
      const before = id === undefined ? undefined : await read(shop.id, id, tx);
      if (!before) return trackReturn(tx, read, shop, update, at);
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
  };
}

/** Carriers use a number again after years: without an order's number the newest order is meant. */
function createOrderWith(db: Kysely<Database>) {
  type Values = Record<'shop' | 'number' | 'order', string>;
  const query = (isNamed: boolean) =>
    prepared<Values, { id: string }, Database>(db, (value) => {
      const holding = db
        .selectFrom('shipments')
        .innerJoin('orders', (join) =>
          join
            .onRef('orders.shop_id', '=', 'shipments.shop_id')
            .onRef('orders.id', '=', 'shipments.order_id'),
        )
        .select('orders.id')
        .where('shipments.shop_id', '=', value('shop'))
        .where('shipments.number_key', '=', value('number'))
        .orderBy('orders.placed_at', 'desc')
        .orderBy('orders.id', 'desc')
        .limit(1);
      const named = holding.where('orders.number_key', '=', value('order'));
      return forUpdate(db, isNamed ? named : holding, 'orders');
    });
  const [named, newest] = [query(true), query(false)];
  return async (
    tx: Kysely<Database>,
    shop: string,
    number: string,
    order: string | undefined,
  ): Promise<string | undefined> => {
    const values = { shop, number, order: order === undefined ? '' : orderNumberKey(order) };
    const [found] = await (order === undefined ? newest : named)(values, tx);
    return found?.id;
  };
}

interface Learnt {
  after: OrderRows;
  /** Events not heard before. */
  added: TrackingEventsTable[];
  /** Parcels whose facts changed. */
  told: ShipmentsTable[];
}

function learn(rows: OrderRows, number: string, update: TrackingUpdate): Learnt {
  const news = newsOfUpdate(update);
  const added: TrackingEventsTable[] = [];
  const told: ShipmentsTable[] = [];
  const shipments = rows.shipments.map((shipment) => {
    if (shipment.number_key !== number) return shipment;
    const events = rows.events.filter(({ shipment_id }) => shipment_id === shipment.id);
    const { carrier: known } = newsOfRows(shipment, events);
    const heard = new Set(known.events.map(eventKey));
    for (const event of news.events)
      if (!heard.has(eventKey(event)))
        added.push(eventRow(shipment, shipment.id, 'carrier', event));
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

function createWrite(db: Kysely<Database>) {
  const insertEvents = bulkInsert('tracking_events', columnsOf('tracking_events'));
  const tellShipment = prepared<ShipmentsTable, unknown, Database>(db, (value) =>
    db
      .updateTable('shipments')
      .set({ news_facts: value('news_facts') })
      .where('shop_id', '=', value('shop_id'))
      .where('order_id', '=', value('order_id'))
      .where('id', '=', value('id')),
  );
  const tellOrder = prepared<OrdersTable, unknown, Database>(db, (value) =>
    db
      .updateTable('orders')
      .set({ status: value('status'), card: value('card') })
      .where('shop_id', '=', value('shop_id'))
      .where('id', '=', value('id')),
  );
  return async (tx: Kysely<Database>, { after, added, told }: Learnt): Promise<void> => {
    await insertEvents(tx, added);
    for (const shipment of told) await tellShipment(shipment, tx);
    await tellOrder(after.order, tx);
  };
}
