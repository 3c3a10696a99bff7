import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What recommendations have learned, what is not for whom; and orders by the time they were placed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'recommendation_models', {
    columns: { shop_id: 'key', built_at: 'key', part: 'int', parts: 'int', bytes: 'blob' },
    primaryKey: ['shop_id', 'built_at', 'part'],
  });
  await createTable(db, 'dismissals', {
    columns: { shop_id: 'key', customer_id: 'key', product_id: 'key', at: 'key' },
    primaryKey: ['shop_id', 'customer_id', 'product_id'],
  });
  await db.schema
    .createIndex('orders_by_time')
    .on('orders')
    .columns(['shop_id', 'placed_at', 'id'])
    .execute();
}
