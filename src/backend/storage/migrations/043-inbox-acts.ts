import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What somebody of the shop did in the inbox and can still take back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'inbox_acts', {
    columns: { shop_id: 'key', id: 'key', staff_id: 'key', expires_at: 'key', body: 'text' },
    primaryKey: ['shop_id', 'id'],
    indexes: { inbox_acts_by_end: ['expires_at'] },
  });
}
