import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';
import { createTable } from './create-table.ts';

const ofConversation = {
  belongsTo: {
    table: 'conversations',
    by: ['shop_id', 'conversation_id'],
    key: ['shop_id', 'id'],
  },
};
/** Place of `normal` in the contract's list. */
const NORMAL = 1;

/** Whose a conversation is, how urgent, what about, and what is noted down of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { key, int } = typesOf(db);
  await db.schema.alterTable('conversations').addColumn('assignee_id', key).execute();
  await db.schema
    .alterTable('conversations')
    .addColumn('priority', int, (column) => column.notNull().defaultTo(NORMAL))
    .execute();
  await createTable(db, 'conversation_tags', {
    columns: { shop_id: 'key', conversation_id: 'key', tag: 'key' },
    primaryKey: ['shop_id', 'conversation_id', 'tag'],
    ...ofConversation,
    indexes: { conversation_tags_by_tag: ['shop_id', 'tag'] },
  });
  await createTable(db, 'conversation_notes', {
    columns: {
      ...{ shop_id: 'key', conversation_id: 'key', id: 'key', after: 'int', at: 'key' },
      ...{ by_name: 'text', text: 'text' },
    },
    primaryKey: ['shop_id', 'conversation_id', 'id'],
    ...ofConversation,
  });
}
