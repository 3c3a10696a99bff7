import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';
import { createTable } from './create-table.ts';

/** What lets news of rows and parcels come late, twice and in any order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('orders').addColumn('told_customer', typesOf(db).key).execute();
  await createTable(db, 'row_marks', {
    columns: { shop_id: 'key', kind: 'key', id: 'key', version: 'key', gone: 'key' },
    primaryKey: ['shop_id', 'kind', 'id'],
  });
  await createTable(db, 'told_sendings', {
    columns: { shop_id: 'key', order_id: 'key', id: 'key', version: 'key', body: 'text' },
    primaryKey: ['shop_id', 'order_id', 'id'],
    indexes: { told_sendings_by_version: ['version'] },
  });
  await createTable(db, 'carrier_news', {
    columns: {
      shop_id: 'key',
      number_key: 'key',
      order_key: 'key',
      news_key: 'key',
      body: 'text',
      expires_at: 'key',
    },
    primaryKey: ['shop_id', 'number_key', 'order_key', 'news_key'],
    indexes: { carrier_news_by_end: ['expires_at'] },
  });
}
