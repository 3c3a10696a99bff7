import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** To whom something was given, what it was set to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = typesOf(db);
  await db.schema.alterTable('staff_audit').addColumn('detail', text).execute();
}
