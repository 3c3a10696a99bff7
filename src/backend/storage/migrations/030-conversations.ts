import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** Conversations and their messages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'conversations', {
    columns: {
      ...{ shop_id: 'key', id: 'key', customer_id: 'key?', session_id: 'key?' },
      ...{ state: 'key', snoozed_until: 'key?', created_at: 'key', changed_at: 'key' },
      ...{ last: 'int', asked_at: 'key?', staff: 'text?' },
      ...{ shopper_delivered: 'int', shopper_seen: 'int', shop_delivered: 'int', shop_seen: 'int' },
      ...{ rating: 'int?', rating_note: 'text?', mail_to: 'text?' },
      ...{ mail_at: 'key?', mailed: 'int', language: 'text?' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      conversations_by_customer: ['shop_id', 'customer_id', 'changed_at'],
      conversations_by_session: ['shop_id', 'session_id', 'changed_at'],
      conversations_by_mail: ['mail_at'],
      conversations_by_sleep: ['snoozed_until'],
      conversations_by_state: ['shop_id', 'state', 'changed_at'],
    },
  });
  await createTable(db, 'messages', {
    columns: {
      ...{ shop_id: 'key', conversation_id: 'key', sequence: 'int', client: 'key?' },
      ...{ sender: 'key', name: 'text?', at: 'key', text: 'text', photos: 'text?' },
      ...{ event: 'key?', asked_at: 'key?' },
    },
    primaryKey: ['shop_id', 'conversation_id', 'sequence'],
    belongsTo: {
      table: 'conversations',
      by: ['shop_id', 'conversation_id'],
      key: ['shop_id', 'id'],
    },
    indexes: {
      messages_by_client: ['shop_id', 'conversation_id', 'client'],
      messages_by_question: ['shop_id', 'asked_at'],
    },
  });
}
