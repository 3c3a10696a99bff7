import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What waits to be told to the shop's own systems. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'outbox', {
    columns: {
      ...{ id: 'key', shop_id: 'key', url: 'key', type: 'key', kind: 'key', object_id: 'key' },
      ...{ customer_id: 'key?', turn: 'int', body: 'text', state: 'key', attempts: 'int' },
      ...{ due_at: 'key?', forget_at: 'key?', result: 'text?', created_at: 'key' },
    },
    primaryKey: ['id'],
    indexes: {
      outbox_by_due: ['due_at', 'shop_id', 'url'],
      outbox_by_end: ['forget_at'],
      outbox_by_endpoint: ['shop_id', 'url', 'due_at', 'turn'],
      outbox_by_object: ['shop_id', 'url', 'kind', 'object_id', 'due_at'],
    },
  });
}
