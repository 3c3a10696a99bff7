import { sql, type Kysely } from 'kysely';

/** What nobody known wrote long ago is found without reading every conversation there is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('conversations_by_age')
    .on('conversations')
    .column('changed_at')
    .where(sql<boolean>`customer_id is null`)
    .execute();
}
