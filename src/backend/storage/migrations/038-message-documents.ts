import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** Documents that a message names, beside its pictures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = typesOf(db);
  await db.schema.alterTable('messages').addColumn('documents', text).execute();
}
