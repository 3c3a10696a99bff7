import type { Kysely } from 'kysely';
import { createTable, type Table } from './create-table.ts';

const tables: Record<string, Table> = {
  sessions: {
    columns: {
      id: 'key',
      shop_id: 'key',
      kind: 'text',
      customer_id: 'key?',
      verified_at: 'key?',
      order_id: 'key?',
      order_number: 'text?',
      ends_at: 'key',
    },
    primaryKey: ['id'],
    indexes: {
      sessions_by_customer: ['shop_id', 'customer_id'],
      sessions_by_end: ['ends_at'],
    },
  },
  session_tokens: {
    columns: {
      hash: 'key',
      session_id: 'key',
      use: 'text',
      expires_at: 'key',
      traded_at: 'key?',
    },
    primaryKey: ['hash'],
    belongsTo: { table: 'sessions', by: ['session_id'], key: ['id'] },
    indexes: {
      session_tokens_by_session: ['session_id'],
      session_tokens_by_end: ['expires_at'],
    },
  },
  challenges: {
    columns: {
      shop_id: 'key',
      id: 'key',
      channel: 'text',
      address: 'text',
      address_key: 'key',
      code_hash: 'key?',
      tries: 'int',
      expires_at: 'key',
      used_at: 'key?',
    },
    primaryKey: ['shop_id', 'id'],
    indexes: { challenges_by_end: ['expires_at'] },
  },
  limits: {
    columns: { key: 'key', count: 'int', ends_at: 'key' },
    primaryKey: ['key'],
    indexes: { limits_by_end: ['ends_at'] },
  },
  kept_answers: {
    columns: {
      shop_id: 'key',
      key: 'key',
      request: 'key',
      sealed: 'text?',
      claimed_at: 'key',
      expires_at: 'key',
    },
    primaryKey: ['shop_id', 'key'],
    indexes: { kept_answers_by_end: ['expires_at'] },
  },
  deliveries: {
    columns: { shop_id: 'key', id: 'key', expires_at: 'key' },
    primaryKey: ['shop_id', 'id'],
    indexes: { deliveries_by_end: ['expires_at'] },
  },
};

/** Sessions and their tokens, codes, limits, kept answers and webhook deliveries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
