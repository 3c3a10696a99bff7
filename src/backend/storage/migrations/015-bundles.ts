import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** Lines that were sold as one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('order_lines').addColumn('bundle', typesOf(db).text).execute();
}
