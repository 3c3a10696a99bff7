import type { Kysely } from 'kysely';

/** The newest deliveries are listed without reading all that are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('outbox_by_newest')
    .on('outbox')
    .columns(['created_at desc', 'id'])
    .execute();
}
