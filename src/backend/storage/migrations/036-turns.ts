import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** When somebody of the shop was last given a conversation in turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key } = typesOf(db);
  await db.schema.alterTable('staff').addColumn('turn_at', key).execute();
}
