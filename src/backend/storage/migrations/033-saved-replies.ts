import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What the shop's people write often. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'saved_replies', {
    columns: { shop_id: 'key', id: 'key', name: 'text', text: 'text' },
    primaryKey: ['shop_id', 'id'],
  });
}
