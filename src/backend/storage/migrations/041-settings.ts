import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What admins have set in the console: it stands over the config. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'shop_settings', {
    columns: {
      ...{ shop_id: 'key', name: 'key', version: 'int', value: 'text' },
      ...{ saved_at: 'key', saved_by: 'text' },
    },
    primaryKey: ['shop_id', 'name'],
  });
}
