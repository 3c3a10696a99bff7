import type { Kysely } from 'kysely';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import { orderNumberKey, trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { forUpdate, isAmong } from './dialect.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

interface Found {
  id: string;
  number_key: string | null;
  order_key: string;
  placed_at: string;
}

/**
 * Finds the orders whose parcels news speak of, and holds them until the transaction ends. Carriers
 * use a number again after years: without an order's number the newest order is meant.
 */
export function createParcelOrders(db: Kysely<Database>) {
  const holding = prepared<{ shop: string; numbers: string }, Found, Database>(db, (value) =>
    forUpdate(
      db,
      db
        .selectFrom('shipments')
        .innerJoin('orders', (join) =>
          join
            .onRef('orders.shop_id', '=', 'shipments.shop_id')
            .onRef('orders.id', '=', 'shipments.order_id'),
        )
        .select(['orders.id', 'orders.number_key as order_key', 'orders.placed_at'])
        .select('shipments.number_key')
        .where('shipments.shop_id', '=', value('shop'))
        .where(isAmong(db, 'shipments.number_key', value('numbers')))
        // all take them in one order, so that none waits for who waits for it
        .orderBy('orders.id'),
      'orders',
    ),
  );
  return async (
    tx: Kysely<Database>,
    shop: string,
    updates: readonly TrackingUpdate[],
  ): Promise<(update: TrackingUpdate) => string | undefined> => {
    const numbers = JSON.stringify(updates.map(({ number }) => trackingNumberKey(number)));
    const look = async () => {
      const found = await holding({ shop, numbers }, tx);
      return (update: TrackingUpdate) => newest(found.filter(isOf(update)))?.id;
    };
    const first = await look();
    if (updates.every(first)) return first;
    // an order that was being put anew while we waited for it is found at a second look
    const second = await look();
    return (update) => first(update) ?? second(update);
  };
}

function isOf({ number, order }: TrackingUpdate): (found: Found) => boolean {
  const [wanted, named] = [trackingNumberKey(number), order && orderNumberKey(order)];
  return ({ number_key, order_key }) =>
    number_key === wanted && (named === undefined || order_key === named);
}

const newest = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (best, one) => (best && isNewer(best, one) ? best : one),
    undefined,
  );

const isNewer = (one: Found, other: Found): boolean =>
  one.placed_at === other.placed_at ? one.id > other.id : one.placed_at > other.placed_at;
