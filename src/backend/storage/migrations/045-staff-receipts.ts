import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** Who of the shop did it for the customer, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = typesOf(db);
  await db.schema.alterTable('receipts').addColumn('staff', text).execute();
}
