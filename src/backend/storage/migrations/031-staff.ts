import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

const ofStaff = {
  belongsTo: { table: 'staff', by: ['shop_id', 'staff_id'], key: ['shop_id', 'id'] },
};

/** The shop's people: who they are, how they sign in, what they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'staff', {
    columns: {
      ...{ shop_id: 'key', id: 'key', email: 'key', name: 'text', role: 'key' },
      ...{ added_at: 'key', secret: 'text?', step: 'int?' },
    },
    primaryKey: ['shop_id', 'id'],
  });
  await db.schema
    .createIndex('staff_by_email')
    .unique()
    .on('staff')
    .columns(['shop_id', 'email'])
    .execute();
  await createTable(db, 'staff_recovery_codes', {
    columns: { shop_id: 'key', staff_id: 'key', hash: 'key' },
    primaryKey: ['shop_id', 'staff_id', 'hash'],
    ...ofStaff,
  });
  await createTable(db, 'staff_links', {
    columns: { shop_id: 'key', staff_id: 'key', hash: 'key', expires_at: 'key' },
    primaryKey: ['shop_id', 'hash'],
    ...ofStaff,
    indexes: { staff_links_of: ['shop_id', 'staff_id'], staff_links_by_end: ['expires_at'] },
  });
  await createTable(db, 'staff_sessions', {
    columns: {
      ...{ shop_id: 'key', id: 'key', staff_id: 'key', hash: 'key', whole: 'int', codes: 'int' },
      ...{ seen_at: 'key', ends_at: 'key' },
    },
    primaryKey: ['shop_id', 'id'],
    ...ofStaff,
    indexes: {
      staff_sessions_by_hash: ['hash'],
      staff_sessions_of: ['shop_id', 'staff_id'],
      staff_sessions_by_end: ['ends_at'],
    },
  });
  await createTable(db, 'staff_audit', {
    columns: {
      ...{ shop_id: 'key', id: 'key', at: 'key', staff_id: 'key?', by_name: 'text' },
      ...{ action: 'key', subject: 'key?', reason: 'text?' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: { staff_audit_by_time: ['shop_id', 'at', 'id'] },
  });
}
