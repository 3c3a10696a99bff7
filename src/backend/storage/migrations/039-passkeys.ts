import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** Passkeys of the shop’s people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'staff_passkeys', {
    columns: {
      ...{ shop_id: 'key', id: 'key', staff_id: 'key', credential: 'key', public_key: 'text' },
      ...{ counter: 'int', name: 'text', added_at: 'key', used_at: 'key?' },
    },
    primaryKey: ['shop_id', 'id'],
    belongsTo: { table: 'staff', by: ['shop_id', 'staff_id'], key: ['shop_id', 'id'] },
    indexes: { staff_passkeys_of: ['shop_id', 'staff_id', 'added_at'] },
  });
  await db.schema
    .createIndex('staff_passkeys_by_credential')
    .unique()
    .on('staff_passkeys')
    .columns(['shop_id', 'credential'])
    .execute();
}
