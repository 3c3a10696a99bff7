import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** What goes back is found by its tracking number, and what its carrier told of it is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key, text } = typesOf(db);
  await db.schema.alterTable('returns').addColumn('number_key', key).execute();
  await db.schema.alterTable('returns').addColumn('news', text).execute();
  await db.schema
    .createIndex('returns_by_parcel')
    .on('returns')
    .columns(['shop_id', 'number_key'])
    .execute();
}
