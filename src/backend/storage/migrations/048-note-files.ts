import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** Pictures and documents that a note names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = typesOf(db);
  for (const column of ['photos', 'documents'])
    await db.schema.alterTable('conversation_notes').addColumn(column, text).execute();
}
