import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { later } from '../../domain/identity/identity.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import { eventKey, joinFacts } from '../../domain/shipments/parcel-news.ts';
import { orderNews } from '../../domain/news/webhook-events.ts';
import type { Shop, TrackingResult } from '../ports.ts';
import type { ShipmentsTable, TrackingEventsTable } from './catalogue-tables.ts';
import { createKeepNews, newsOfUpdate } from './carrier-news.ts';
import { gathered } from './gathered.ts';
import { derivedWith } from './order-from-row.ts';
import { createOrdersReader, type OrderReader } from './order-reader.ts';
import { newsOfRows, orderOf, shipmentsOf, type OrderRows } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import { createParcelOrders } from './parcel-orders.ts';
import { trackReturn } from './returned-parcels.ts';
import type { Database } from './schema.ts';
import { eventRow } from './shipment-rows.ts';
import { createWriteTracking } from './tracking-rows.ts';

/** So long a parcel may come after the news of it, in seconds. */
const KEPT = 30 * 24 * 60 * 60;
/** While one waits for the disk, the next is prepared. */
const AT_ONCE = 2;

interface Told {
  shop: Shop;
  update: TrackingUpdate;
  at: Date;
}
type Result = TrackingResult | undefined;

/**
 * Adds a carrier's news to the parcel it speaks of, tells the shop's own systems, and answers whether
 * the order looks different now. News of one shop that wait together are one transaction.
 */
export function createApplyTracking(db: Kysely<Database>, read: OrderReader) {
  const applyAll = createApplyAll(db, read);
  const lines = new Map<string, (told: Told) => Promise<Result>>();
  return (shop: Shop, update: TrackingUpdate, at: Date): Promise<Result> => {
    const line =
      lines.get(shop.id) ?? gathered<Told, Result>(AT_ONCE, (all) => applyAll(shop.id, all));
    lines.set(shop.id, line);
    return line({ shop, update, at });
  };
}

function createApplyAll(db: Kysely<Database>, read: OrderReader) {
  const keepNews = createKeepNews(db);
  const parcelOrders = createParcelOrders(db);
  const readAll = createOrdersReader(db);
  const write = createWriteTracking(db);
  return (shop: string, all: readonly Told[]): Promise<Result[]> =>
    db.transaction().execute(async (tx) => {
      await keepNews(
        tx,
        shop,
        all.map(({ update, at }) => ({ update, until: later(at, KEPT) })),
      );
      const idOf = await parcelOrders(
        tx,
        shop,
        all.map(({ update }) => update),
      );
      const ids = new Set(all.flatMap(({ update }) => idOf(update) ?? []));
      const orders = new Map<string, Order>();
      for (const [id, rows] of await readAll(shop, [...ids], tx))
        orders.set(id, { rows, record: orderOf(rows) });
      const learnt = createLearnt();
      const results: (() => Promise<Result>)[] = [];
      for (const told of all) {
        const before = orders.get(idOf(told.update) ?? '');
        if (!before) {
          results.push(() => trackReturn(tx, read, told.shop, told.update, told.at));
          continue;
        }
        const after = learnt.learn(before, told.update);
        orders.set(before.record.id, after);
        results.push(async () => {
          const { id, customer } = before.record;
          const news = orderNews(before.record, after.record);
          await tell(tx, told.shop, news, told.at);
          return {
            changed: news.length > 0,
            order: { id, ...(customer !== undefined && { customer }) },
          };
        });
      }
      await write(tx, learnt.rows());
      const told: Result[] = [];
      for (const result of results) told.push(await result());
      return told;
    });
}

interface Order {
  rows: OrderRows;
  record: OrderRecord;
}

/** What was learnt of all orders, each row as it is after the last of it. */
function createLearnt() {
  const events: TrackingEventsTable[] = [];
  const shipments = new Map<string, ShipmentsTable>();
  const orders = new Map<string, OrderRows['order']>();
  return {
    rows: () => ({ events, shipments: [...shipments.values()], orders: [...orders.values()] }),

    /** The order with this news. */
    learn(order: Order, update: TrackingUpdate): Order {
      const { rows, record } = order;
      const number = trackingNumberKey(update.number);
      const news = newsOfUpdate(update);
      const added: TrackingEventsTable[] = [];
      let hasFacts = false;
      const parcels = rows.shipments.map((shipment) => {
        if (shipment.number_key !== number) return shipment;
        const own = rows.events.filter(({ shipment_id }) => shipment_id === shipment.id);
        const { carrier: known } = newsOfRows(shipment, own);
        const heard = new Set(known.events.map(eventKey));
        for (const event of news.events)
          if (!heard.has(eventKey(event)))
            added.push(eventRow(shipment, shipment.id, 'carrier', event));
        const news_facts = JSON.stringify(joinFacts(known.facts, news.facts));
        if (news_facts === shipment.news_facts) return shipment;
        const changed = { ...shipment, news_facts };
        shipments.set(JSON.stringify([shipment.order_id, shipment.id]), changed);
        hasFacts = true;
        return changed;
      });
      if (!added.length && !hasFacts) return order;
      const told = { ...rows, shipments: parcels, events: [...rows.events, ...added] };
      const after = derivedWith(told, { ...record, shipments: shipmentsOf(told) });
      events.push(...added);
      orders.set(record.id, after.rows.order);
      return after;
    },
  };
}
