import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';
import { createTable } from './create-table.ts';

/** The shop's own login, and what a customer is shown of their sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'logins', {
    columns: { shop_id: 'key', issuer: 'key', subject: 'key', customer_id: 'key' },
    primaryKey: ['shop_id', 'issuer', 'subject'],
    indexes: { logins_by_customer: ['shop_id', 'customer_id'] },
  });
  await createTable(db, 'used_assertions', {
    columns: { shop_id: 'key', id: 'key', expires_at: 'key' },
    primaryKey: ['shop_id', 'id'],
    indexes: { used_assertions_by_end: ['expires_at'] },
  });
  const { key, text } = typesOf(db);
  const added = { subject: key, browser: text, system: text, started_at: key, seen_at: key };
  for (const [column, type] of Object.entries(added))
    await db.schema.alterTable('sessions').addColumn(column, type).execute();
  await db.schema.alterTable('challenges').addColumn('session_id', key).execute();
}
