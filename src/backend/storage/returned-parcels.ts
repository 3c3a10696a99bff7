import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { trackedTo } from '../../domain/returns/tracked.ts';
import { joinNews, type ParcelNews } from '../../domain/shipments/parcel-news.ts';
import type { Shop, TrackingResult } from '../ports.ts';
import { newsOfUpdate, noNews } from './carrier-news.ts';
import { returnRow } from './change-rows.ts';
import { moveReturn } from './moved-returns.ts';
import { holdingOrder } from './order-hold.ts';
import type { OrderReader } from './order-reader.ts';
import type { Database } from './schema.ts';
import { tellReceipt } from './told-receipts.ts';

/** Keeps a carrier's news of what goes back, and moves its return on where they say so. */
export async function trackReturn(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  update: TrackingUpdate,
  at: Date,
): Promise<TrackingResult | undefined> {
  const found = await returnWith(tx, shop.id, update);
  const before = found && (await holdingOrder(tx, read, shop.id, found.order_id));
  // read once more: somebody may have moved it while we waited for its order
  const row = before && (await returnRow(tx, shop.id, found.id));
  if (!before || !row) return undefined;
  const known: ParcelNews = row.news === null ? noNews : JSON.parse(row.news);
  const news = joinNews(known, newsOfUpdate(update));
  const body = JSON.stringify(news);
  const isNew = body !== JSON.stringify(known);
  if (isNew)
    await tx
      .updateTable('returns')
      .set({ news: body })
      .where('shop_id', '=', shop.id)
      .where('id', '=', row.id)
      .execute();
  const { policy } = shop;
  const to = trackedTo(news);
  const moment = policy && { at, by: 'system' as const, policy };
  const states = to && moment && (await moveReturn(tx, before, row, to, moment));
  // it is as far by another's word, or over
  const isMoved = states !== undefined && !('refused' in states);
  if (isMoved) await tellReceipt(tx, read, { shop, before, at }, row.receipt_id, states);
  const { id, customer_id } = before.order;
  return {
    changed: isNew || isMoved,
    order: { id, ...(customer_id !== null && { customer: customer_id }) },
  };
}

/** Carriers use a number again after years: the newest return is meant. */
const returnWith = (tx: Kysely<Database>, shop: string, { number, order }: TrackingUpdate) => {
  const newest = tx
    .selectFrom('returns')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.shop_id', '=', 'returns.shop_id')
        .onRef('orders.id', '=', 'returns.order_id'),
    )
    .select(['returns.id', 'returns.order_id'])
    .where('returns.shop_id', '=', shop)
    .where('returns.number_key', '=', trackingNumberKey(number))
    .orderBy('returns.created_at', 'desc')
    .limit(1);
  const named =
    order === undefined ? newest : newest.where('orders.number_key', '=', orderNumberKey(order));
  return named.executeTakeFirst();
};
