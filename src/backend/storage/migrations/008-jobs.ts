import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';
import { createTable } from './create-table.ts';

/** What several processes share: who does a job next, and which import is still being read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'jobs', {
    columns: { name: 'key', next_at: 'key' },
    primaryKey: ['name'],
  });
  await db.schema
    .alterTable('imports')
    .addColumn('touched_at', typesOf(db).key, (column) => column.notNull().defaultTo(''))
    .execute();
}
