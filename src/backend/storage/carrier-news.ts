import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { joinNews, newsOf, type ParcelNews } from '../../domain/shipments/parcel-news.ts';
import { digestOf } from '../../domain/news/row-news.ts';
import { chunks } from './dialect.ts';
import type { CarrierNewsTable } from './news-tables.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

/** What one delivery of a carrier tells. */
export const newsOfUpdate = (update: TrackingUpdate): ParcelNews =>
  newsOf({ ...update, carrier: update.carrier?.toLowerCase() });

export const noNews: ParcelNews = { facts: {}, events: [] };

/** Keeps news for a parcel that is not there yet, or not any more. */
export function createKeepNews(db: Kysely<Database>) {
  const insert = prepared<CarrierNewsTable, unknown, Database>(db, (value) =>
    db
      .insertInto('carrier_news')
      .values({
        shop_id: value('shop_id'),
        number_key: value('number_key'),
        order_key: value('order_key'),
        news_key: value('news_key'),
        body: value('body'),
        expires_at: value('expires_at'),
      })
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'number_key', 'order_key', 'news_key']).doNothing(),
      ),
  );
  return async (
    tx: Kysely<Database>,
    shop_id: string,
    update: TrackingUpdate,
    expires_at: string,
  ): Promise<void> => {
    const body = JSON.stringify(update);
    const number_key = trackingNumberKey(update.number);
    const order_key = update.order === undefined ? '' : orderNumberKey(update.order);
    await insert(
      { shop_id, number_key, order_key, news_key: digestOf(body), body, expires_at },
      tx,
    );
  };
}

/** All that is kept of these numbers: of an order's parcel what named that order or none. */
export async function keptNews(
  tx: Kysely<Database>,
  shop: string,
  numbers: readonly string[],
): Promise<(number: string, order: string) => ParcelNews> {
  const kept = new Map<string, ParcelNews>();
  for (const some of chunks(numbers.map((number) => ({ number })))) {
    const rows = await tx
      .selectFrom('carrier_news')
      .select(['number_key', 'order_key', 'body'])
      .where('shop_id', '=', shop)
      .where(
        'number_key',
        'in',
        some.map(({ number }) => number),
      )
      .execute();
    for (const { number_key, order_key, body } of rows) {
      const key = JSON.stringify([number_key, order_key]);
      kept.set(key, joinNews(kept.get(key) ?? noNews, newsOfUpdate(JSON.parse(body))));
    }
  }
  const of = (number: string, order: string) => kept.get(JSON.stringify([number, order])) ?? noNews;
  return (number, order) => joinNews(of(number, ''), of(number, order));
}
