import type { Kysely } from 'kysely';
import type { InboxEntry } from '../ports.ts';
import { conversationViews, viewOf } from './conversation-rows.ts';
import { unseenMentions } from './conversation-notes.ts';
import type { Database } from './schema.ts';

/** Conversations in which somebody has written, with what the shop's people see of them. */
export const inboxEntries = (db: Kysely<Database>, shop: string) =>
  conversationViews(db)
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.shop_id', '=', 'conversations.shop_id')
        .onRef('customers.id', '=', 'conversations.customer_id'),
    )
    .select(['customers.first_name', 'customers.last_name', 'customers.email'])
    .select((it) =>
      it
        .selectFrom('messages')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .whereRef('messages.shop_id', '=', 'conversations.shop_id')
        .whereRef('messages.conversation_id', '=', 'conversations.id')
        .whereRef('messages.sequence', '>', 'conversations.shop_seen')
        .where('messages.sender', '=', 'shopper')
        .as('unseen'),
    )
    .where('conversations.shop_id', '=', shop)
    .where('conversations.last', '>', 0);

type EntryRow = Awaited<ReturnType<ReturnType<typeof inboxEntries>['execute']>>[number];

/** With their tags, which are read beside: each conversation has a few. */
export async function entriesOf(
  db: Kysely<Database>,
  shop: string,
  rows: readonly EntryRow[],
  /** Who looks. */
  staff?: string,
): Promise<InboxEntry[]> {
  const tags = new Map<string, string[]>();
  if (rows.length)
    for (const { conversation_id: id, tag } of await db
      .selectFrom('conversation_tags')
      .select(['conversation_id', 'tag'])
      .where('shop_id', '=', shop)
      .where(
        'conversation_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('tag')
      .execute())
      tags.set(id, [...(tags.get(id) ?? []), tag]);
  const ids = rows.map(({ id }) => id);
  const named = staff === undefined ? undefined : await unseenMentions(db, shop, staff, ids);
  return rows.map((row) => ({
    ...viewOf(row),
    unseen: Number(row.unseen),
    tags: tags.get(row.id) ?? [],
    ...(row.first_name !== null && { firstName: row.first_name }),
    ...(row.last_name !== null && { lastName: row.last_name }),
    ...(row.email !== null && { email: row.email }),
    ...(named?.has(row.id) && { mentioned: true as const }),
  }));
}
