import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** Files that customers sent. The bytes stand last: what is read of a row without them is short. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'uploads', {
    columns: {
      ...{ shop_id: 'key', id: 'key', customer_id: 'key', type: 'key', size: 'int' },
      ...{ created_at: 'key', expires_at: 'key?', bytes: 'blob' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      uploads_by_customer: ['shop_id', 'customer_id', 'created_at'],
      uploads_by_end: ['expires_at'],
    },
  });
}
