import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** What messages show beside their words, and the answers that they and saved replies offer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = typesOf(db);
  await db.schema.alterTable('messages').addColumn('cards', text).execute();
  await db.schema.alterTable('messages').addColumn('choices', text).execute();
  await db.schema.alterTable('saved_replies').addColumn('choices', text).execute();
}
