import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** When whoever has not sent a return yet is reminded of it, and in which language. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key, text } = typesOf(db);
  await db.schema.alterTable('returns').addColumn('remind_at', key).execute();
  await db.schema.alterTable('returns').addColumn('language', text).execute();
  await db.schema.createIndex('returns_by_reminder').on('returns').columns(['remind_at']).execute();
}
