import type { Kysely } from 'kysely';
import type { DeliveryStore } from '../ports.ts';
import type { Database } from './schema.ts';

/** Which webhook deliveries have been dealt with. */
export function createDeliveryStore(db: Kysely<Database>): DeliveryStore {
  return {
    async has(shop, id) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .executeTakeFirst();
      return row !== undefined;
    },
    async add(shop, id, expiresAt) {
      await db
        .insertInto('deliveries')
        .values({ shop_id: shop, id, expires_at: expiresAt })
        .onConflict((conflict) => conflict.columns(['shop_id', 'id']).doNothing())
        .execute();
    },
    async purge(now) {
      const gone = await db
        .deleteFrom('deliveries')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
