import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** The address a session's code was given for, where it opens more than the customer's own orders. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('proven_email', typesOf(db).text).execute();
}
