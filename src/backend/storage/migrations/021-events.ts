import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What shoppers did, and how many events each shop has had: numbers that never come again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'events', {
    columns: {
      ...{ shop_id: 'key', id: 'key', sequence: 'int', visitor: 'key?', customer_id: 'key?' },
      ...{ type: 'key', product_id: 'key?', variant_id: 'key?', quantity: 'int?' },
      ...{ detail: 'key?', at: 'key', expires_at: 'key' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      events_in_order: ['shop_id', 'sequence'],
      events_by_visitor: ['shop_id', 'visitor', 'at'],
      events_by_customer: ['shop_id', 'customer_id', 'at'],
      events_by_end: ['expires_at'],
    },
  });
  await createTable(db, 'event_counts', {
    columns: { shop_id: 'key', count: 'int' },
    primaryKey: ['shop_id'],
  });
}
