import type { Kysely } from 'kysely';
import { chunks } from '../../src/backend/storage/dialect.ts';
import type { OutboxTable } from '../../src/backend/storage/outbox-tables.ts';
import type { Database } from '../../src/backend/storage/schema.ts';

export const aDelivery = (wanted: Partial<OutboxTable> = {}): OutboxTable => ({
  id: `whd_${crypto.randomUUID()}`,
  shop_id: 'alder',
  url: 'https://erp.alder.example/front-desk',
  type: 'order.created',
  kind: 'order',
  object_id: crypto.randomUUID(),
  customer_id: null,
  turn: 1,
  body: '{}',
  state: 'pending',
  attempts: 0,
  due_at: '2026-11-23T09:00:00.000Z',
  forget_at: null,
  result: null,
  created_at: '2026-11-23T09:00:00.000Z',
  ...wanted,
});

/** Puts them in at once: a long line made by changes would take as long as the changes. */
export const putDeliveries = (db: Kysely<Database>, rows: readonly OutboxTable[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const some of chunks(rows)) await tx.insertInto('outbox').values(some).execute();
  });
