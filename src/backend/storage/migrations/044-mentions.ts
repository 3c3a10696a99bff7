import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** Whom notes name, and whether they have seen it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'conversation_mentions', {
    columns: {
      ...{ shop_id: 'key', conversation_id: 'key', note_id: 'key', staff_id: 'key', seen: 'int' },
    },
    primaryKey: ['shop_id', 'conversation_id', 'note_id', 'staff_id'],
    belongsTo: {
      table: 'conversations',
      by: ['shop_id', 'conversation_id'],
      key: ['shop_id', 'id'],
    },
    indexes: { conversation_mentions_by_staff: ['shop_id', 'staff_id', 'seen'] },
  });
}
