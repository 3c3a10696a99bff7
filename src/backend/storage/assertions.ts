import type { Kysely } from 'kysely';
import type { AssertionStore } from '../ports.ts';
import type { Database } from './schema.ts';

/** Which tokens of the shop's own login have served. */
export function createAssertionStore(db: Kysely<Database>): AssertionStore {
  return {
    // one upsert: of two processes that are shown the same token, one is told
    async use(shop, id, now, expiresAt) {
      const used = await db
        .insertInto('used_assertions')
        .values({ shop_id: shop, id, expires_at: expiresAt })
        .onConflict((conflict) =>
          conflict
            .columns(['shop_id', 'id'])
            .doUpdateSet({ expires_at: expiresAt })
            .where('used_assertions.expires_at', '<=', now),
        )
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },
    async purge(now) {
      const gone = await db
        .deleteFrom('used_assertions')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
