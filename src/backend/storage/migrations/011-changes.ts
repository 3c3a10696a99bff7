import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/**
 * What was done to orders here, and the money that moves for it. An order may be told anew and is
 * then another row: none of these belongs to it by a key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'receipts', {
    columns: {
      ...{ shop_id: 'key', id: 'key', order_id: 'key', kind: 'key', at: 'key', done_by: 'key' },
      ...{ state: 'key', request: 'text', sums: 'text', total: 'int', currency: 'text' },
      ...{ before: 'text?', after: 'text?', undo_until: 'key?', pay_by: 'key?' },
      ...{ return_id: 'key?', report: 'text?' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      receipts_by_order: ['shop_id', 'order_id', 'at'],
      receipts_by_pay_by: ['state', 'pay_by'],
    },
  });
  await createTable(db, 'money_moves', {
    columns: {
      ...{ shop_id: 'key', id: 'key', receipt_id: 'key', order_id: 'key', nth: 'int' },
      ...{
        what: 'key',
        kind: 'key',
        method_id: 'key?',
        label: 'text',
        last_four: 'text?',
        reference: 'text?',
      },
      ...{ amount: 'int', currency: 'text', days_from: 'int', days_to: 'int', state: 'key' },
      ...{ due_at: 'key?', attempts: 'int', result: 'key?', moved_as: 'key?' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      money_moves_by_receipt: ['shop_id', 'receipt_id', 'nth'],
      money_moves_by_order: ['shop_id', 'order_id'],
      money_moves_by_due: ['due_at'],
      money_moves_by_name: ['shop_id', 'moved_as'],
    },
  });
  await createTable(db, 'returns', {
    columns: {
      ...{ shop_id: 'key', id: 'key', order_id: 'key', number: 'text', state: 'key' },
      ...{ created_at: 'key', expires_at: 'key?', receipt_id: 'key', body: 'text' },
      ...{ label: 'text?', refused_why: 'text?', events: 'text' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      returns_by_order: ['shop_id', 'order_id', 'created_at'],
      returns_by_state: ['shop_id', 'state', 'created_at'],
      returns_by_end: ['expires_at'],
    },
  });
  await createTable(db, 'store_credits', {
    columns: { shop_id: 'key', customer_id: 'key', currency: 'key', balance: 'int' },
    primaryKey: ['shop_id', 'customer_id', 'currency'],
  });
  await createTable(db, 'ledger_entries', {
    columns: {
      ...{ shop_id: 'key', id: 'key', order_id: 'key', receipt_id: 'key', at: 'key' },
      ...{ account: 'key', amount: 'int', currency: 'text' },
    },
    primaryKey: ['shop_id', 'id'],
    indexes: { ledger_by_order: ['shop_id', 'order_id'] },
  });
}
