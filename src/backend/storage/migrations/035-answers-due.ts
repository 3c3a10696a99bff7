import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** By when a shopper who waits is to be answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key } = typesOf(db);
  await db.schema.alterTable('conversations').addColumn('due_at', key).execute();
}
