import type { Kysely } from 'kysely';
import type { ActStore } from '../ports.ts';
import type { Database } from './schema.ts';

/** What can still be taken back in the inbox. It is taken by one statement: once. */
export function createActStore(db: Kysely<Database>): ActStore {
  return {
    async add({ shop, id, staff, expiresAt, on }) {
      await db
        .insertInto('inbox_acts')
        .values({
          ...{ shop_id: shop, id, staff_id: staff, expires_at: expiresAt },
          body: JSON.stringify(on),
        })
        .execute();
    },

    async take(shop, id, { staff, now }) {
      const taken = await db
        .deleteFrom('inbox_acts')
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .where('staff_id', '=', staff)
        .where('expires_at', '>', now)
        .returning('body')
        .executeTakeFirst();
      return taken && JSON.parse(taken.body);
    },

    async purge(now) {
      const gone = await db
        .deleteFrom('inbox_acts')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
