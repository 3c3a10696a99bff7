import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { joinNews, type ParcelFacts, type ToldEvent } from '../../domain/shipments/parcel-news.ts';
import { keptNews, noNews } from './carrier-news.ts';
import { forUpdate } from './dialect.ts';
import type { Known } from './order-from-row.ts';
import { eventOf } from './order-rows.ts';
import type { Database } from './schema.ts';

/** Those of these orders that are there, held until the transaction ends: a carrier may have news as well. */
export const holdOrders = (tx: Kysely<Database>, shop: string, ids: readonly string[]) =>
  forUpdate(
    tx,
    tx
      .selectFrom('orders')
      .select(['id', 'customer_id', 'told_customer', 'email_key', 'phone_key'])
      .where('shop_id', '=', shop)
      .where('id', 'in', ids)
      .orderBy('id'),
  ).execute();

/** What the next telling of these orders must not take away. */
export async function knownOrders(
  tx: Kysely<Database>,
  shop: string,
  rows: readonly Pick<OrderRow, 'id' | 'number' | 'shipments'>[],
): Promise<(id: string) => Known> {
  const orders = await holdOrders(
    tx,
    shop,
    rows.map(({ id }) => id),
  );
  const numbers = rows.flatMap(({ shipments }) =>
    shipments.flatMap(({ number }) => (number === undefined ? [] : trackingNumberKey(number))),
  );
  const log = await keptNews(tx, shop, [...new Set(numbers)]);
  const before = new Map(orders.map(({ id, ...order }) => [id, order]));
  const parcels = before.size === 0 ? new Map() : await parcelsOf(tx, shop, [...before.keys()]);
  const numberOf = new Map(rows.map(({ id, number }) => [id, orderNumberKey(number)]));

  return (id) => {
    const order = before.get(id);
    return {
      ...(order && { order }),
      carrier({ id: shipment, number_key }) {
        if (number_key === null) return noNews;
        const said = parcels.get(keyOf(id, shipment, number_key)) ?? noNews;
        return joinNews(said, log(number_key, numberOf.get(id) ?? ''));
      },
    };
  };
}

/** What the carriers of these orders' parcels have told, while a parcel keeps its number. */
async function parcelsOf(
  tx: Kysely<Database>,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, { facts: ParcelFacts; events: ToldEvent[] }>> {
  const parcels = new Map<string, { facts: ParcelFacts; events: ToldEvent[] }>();
  const byId = new Map<string, { events: ToldEvent[] }>();
  const shipments = await tx
    .selectFrom('shipments')
    .select(['order_id', 'id', 'number_key', 'news_facts'])
    .where('shop_id', '=', shop)
    .where('order_id', 'in', ids)
    .execute();
  for (const { order_id, id, number_key, news_facts } of shipments) {
    const parcel = { facts: JSON.parse(news_facts) as ParcelFacts, events: [] };
    parcels.set(keyOf(order_id, id, number_key), parcel);
    byId.set(keyOf(order_id, id, null), parcel);
  }
  const events = await tx
    .selectFrom('tracking_events')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', 'in', ids)
    .where('source', '=', 'carrier')
    .execute();
  for (const event of events)
    byId.get(keyOf(event.order_id, event.shipment_id, null))?.events.push(eventOf(event));
  return parcels;
}

const keyOf = (...parts: (string | null)[]): string => JSON.stringify(parts);
