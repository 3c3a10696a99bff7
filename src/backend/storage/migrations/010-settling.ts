import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';
import { createTable } from './create-table.ts';

/** What it takes to settle an order: how its customer pays, and where it was bought. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'payment_methods', {
    columns: {
      shop_id: 'key',
      customer_id: 'key',
      id: 'key',
      position: 'int',
      kind: 'text',
      label: 'text',
      last_four: 'text?',
      balance: 'int?',
      currency: 'text?',
    },
    primaryKey: ['shop_id', 'customer_id', 'id'],
    belongsTo: { table: 'customers', by: ['shop_id', 'customer_id'], key: ['shop_id', 'id'] },
  });
  const { text } = typesOf(db);
  for (const column of ['channel', 'risk'])
    await db.schema.alterTable('orders').addColumn(column, text).execute();
}
