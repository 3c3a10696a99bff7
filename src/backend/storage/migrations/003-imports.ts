import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** Where the rows of an import wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'imports', {
    columns: { id: 'key', shop_id: 'key', state: 'text', created_at: 'key' },
    primaryKey: ['id'],
  });
  await createTable(db, 'import_rows', {
    columns: { import_id: 'key', position: 'int', rank: 'int', body: 'text' },
    primaryKey: ['import_id', 'position'],
    indexes: { import_rows_by_rank: ['import_id', 'rank', 'position'] },
    belongsTo: { table: 'imports', by: ['import_id'], key: ['id'] },
  });
}
