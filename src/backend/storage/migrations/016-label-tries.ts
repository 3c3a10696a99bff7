import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** When the label of a return is asked for next, how often it was, and why it was given up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key, int } = typesOf(db);
  for (const [column, type] of [
    ['label_due_at', key],
    ['label_tries', int],
    ['label_failed', key],
  ] as const)
    await db.schema.alterTable('returns').addColumn(column, type).execute();
  await db.schema
    .createIndex('returns_by_label_due')
    .on('returns')
    .columns(['label_due_at'])
    .execute();
}
