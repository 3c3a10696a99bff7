import { sql, type Kysely } from 'kysely';
import type { DeliveryStore } from '../ports.ts';
import { leavesDiskForLater } from './dialect.ts';
import type { DeliveriesTable } from './identity-tables.ts';
import { prepared } from './prepared.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** Which webhook deliveries have been dealt with. */
export function createDeliveryStore(db: Kysely<Database>): DeliveryStore {
  const one = prepared<Pick<DeliveriesTable, 'shop_id' | 'id'>, { id: string }, Database>(
    db,
    (value) =>
      db
        .selectFrom('deliveries')
        .select('id')
        .where('shop_id', '=', value('shop_id'))
        .where('id', '=', value('id')),
  );
  const insert = prepared<DeliveriesTable, unknown, Database>(db, (value) =>
    db
      .insertInto('deliveries')
      .columns(['shop_id', 'id', 'expires_at'])
      // what was forgotten would be applied once more, which changes nothing
      .expression(
        db
          .selectNoFrom([
            value('shop_id').as('shop_id'),
            value('id').as('id'),
            value('expires_at').as('expires_at'),
          ])
          .where(leavesDiskForLater(db)),
      )
      .onConflict((conflict) => conflict.columns(['shop_id', 'id']).doNothing()),
  );
  return {
    async has(shop, id) {
      const [row] = await one({ shop_id: shop, id });
      return row !== undefined;
    },
    async add(shop, id, expiresAt) {
      await insert({ shop_id: shop, id, expires_at: expiresAt });
    },
    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'deliveries', key: ['shop_id', 'id'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}
