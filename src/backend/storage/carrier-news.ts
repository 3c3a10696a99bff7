import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { joinNews, newsOf, type ParcelNews } from '../../domain/shipments/parcel-news.ts';
import { digestOf } from '../../domain/news/row-news.ts';
import { catalogueLock, sharesCatalogue } from './catalogue-lock.ts';
import { chunks, toldRows } from './dialect.ts';
import { newsColumns, type CarrierNewsTable } from './news-tables.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

/** What one delivery of a carrier tells. */
export const newsOfUpdate = (update: TrackingUpdate): ParcelNews =>
  newsOf({ ...update, carrier: update.carrier?.toLowerCase() });

export const noNews: ParcelNews = { facts: {}, events: [] };

const columnsOfNews = Object.keys(newsColumns.carrier_news) as (keyof CarrierNewsTable)[];

/**
 * Keeps news for parcels that are not there yet, or not any more. From then on nobody replaces rows
 * of the shop's catalogue until the transaction ends.
 */
export function createKeepNews(db: Kysely<Database>) {
  const insert = prepared<{ rows: string; lock: string }, unknown, Database>(db, (value) =>
    db
      .insertInto('carrier_news')
      .columns(columnsOfNews)
      .expression(
        db
          .selectFrom(toldRows<CarrierNewsTable, Database>(db, value('rows'), columnsOfNews))
          .select(columnsOfNews)
          // without a condition SQLite would take the conflict for a join
          .where(sharesCatalogue(db, value('lock'))),
      )
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'number_key', 'order_key', 'news_key']).doNothing(),
      ),
  );
  return async (
    tx: Kysely<Database>,
    shop: string,
    news: readonly { update: TrackingUpdate; until: string }[],
  ): Promise<void> => {
    const rows = news.map(({ update, until }) => rowOf(shop, update, until));
    await insert({ rows: JSON.stringify(rows), lock: catalogueLock(shop) }, tx);
  };
}

function rowOf(shop_id: string, update: TrackingUpdate, expires_at: string): CarrierNewsTable {
  const body = JSON.stringify(update);
  return {
    shop_id,
    number_key: trackingNumberKey(update.number),
    order_key: update.order === undefined ? '' : orderNumberKey(update.order),
    news_key: digestOf(body),
    body,
    expires_at,
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
