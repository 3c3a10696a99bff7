import { sql, type Kysely } from 'kysely';
import type { AssertionStore } from '../ports.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** Which tokens of the shop's own login have served. */
export function createAssertionStore(db: Kysely<Database>): AssertionStore {
  return {
    async hasServed(shop, id, now) {
      const row = await db
        .selectFrom('used_assertions')
        .select('id')
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row !== undefined;
    },
    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'used_assertions', key: ['shop_id', 'id'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}
