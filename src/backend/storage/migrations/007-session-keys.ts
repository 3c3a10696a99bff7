import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** The keys of browsers that refuse the refresh cookie. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'session_keys', {
    columns: { session_id: 'key', thumbprint: 'key' },
    primaryKey: ['session_id'],
    belongsTo: { table: 'sessions', by: ['session_id'], key: ['id'] },
  });
}
