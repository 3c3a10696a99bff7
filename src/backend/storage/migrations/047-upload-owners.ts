import { sql, type Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/**
 * Files of somebody unknown and of the shop's people as well, each with the conversation it stands in,
 * with which it goes. No engine takes a `not null` off a column the same way: the rows move.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'uploads_of_anyone', {
    columns: {
      ...{ shop_id: 'key', id: 'key', customer_id: 'key?', session_id: 'key?', staff_id: 'key?' },
      ...{ type: 'key', name: 'text?', size: 'int', created_at: 'key', expires_at: 'key?' },
      ...{ conversation_id: 'key?', note_id: 'key?', bytes: 'blob' },
    },
    primaryKey: ['shop_id', 'id'],
    belongsTo: {
      table: 'conversations',
      by: ['shop_id', 'conversation_id'],
      key: ['shop_id', 'id'],
    },
  });
  const kept = sql.raw('shop_id, id, customer_id, type, size, created_at, expires_at, bytes');
  await sql`insert into uploads_of_anyone (${kept}) select ${kept} from uploads`.execute(db);
  await db.schema.dropTable('uploads').execute();
  await db.schema.alterTable('uploads_of_anyone').renameTo('uploads').execute();
  for (const [index, columns] of Object.entries({
    uploads_by_customer: ['shop_id', 'customer_id', 'created_at'],
    uploads_by_session: ['shop_id', 'session_id', 'created_at'],
    uploads_by_staff: ['shop_id', 'staff_id', 'created_at'],
    uploads_by_conversation: ['shop_id', 'conversation_id'],
    uploads_by_end: ['expires_at'],
  }))
    await db.schema.createIndex(index).on('uploads').columns(columns).execute();
}
