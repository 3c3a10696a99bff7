import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** Until when what is sold out is chosen again, and whether the shop has told of a variant since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key } = typesOf(db);
  await db.schema.alterTable('variants').addColumn('told', key).execute();
  await db.schema.alterTable('returns').addColumn('choose_by', key).execute();
  await db.schema.createIndex('returns_by_choice').on('returns').columns(['choose_by']).execute();
}
