import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/** In which of the shop's ways an order is sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('orders').addColumn('shipping_method', typesOf(db).text).execute();
}
