import type { Kysely } from 'kysely';

/** What was given up, and what waits, is counted and listed without reading all that was delivered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('outbox_by_state')
    .on('outbox')
    .columns(['state', 'created_at'])
    .execute();
}
