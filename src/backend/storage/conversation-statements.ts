import type { Kysely } from 'kysely';
import { messageRow, unreadOf, type recordRow } from './conversation-rows.ts';
import type { ConversationsTable, MessagesTable } from './conversation-tables.ts';
import { forUpdate } from './dialect.ts';
import { preparedIn } from './prepared.ts';
import type { Database } from './schema.ts';

// What every message asks of the database: building it anew each time would take as long as the answer.

/** The conversation, which is ours until the transaction ends. */
export const held = preparedIn<{ shop: string; id: string }, ConversationsTable, Database>(
  (db, value) =>
    forUpdate(
      db,
      db
        .selectFrom('conversations')
        .selectAll()
        .where('shop_id', '=', value('shop'))
        .where('id', '=', value('id')),
    ),
);

/** What was said under this id of its writer's. */
export const messageBy = preparedIn<
  { shop: string; id: string; client: string },
  MessagesTable,
  Database
>((db, value) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('shop_id', '=', value('shop'))
    .where('conversation_id', '=', value('id'))
    .where('client', '=', value('client')),
);

type MessageRow = ReturnType<typeof messageRow>;
const messageColumns = Object.keys(
  messageRow('', '', { sequence: 0, from: 'shopper', at: '', text: '' }),
) as (keyof MessageRow)[];

export const addMessage = preparedIn<MessageRow, unknown, Database>((db, value) =>
  db
    .insertInto('messages')
    .values(Object.fromEntries(messageColumns.map((name) => [name, value(name)])) as never),
);

type Changed = ReturnType<typeof recordRow> &
  Partial<Pick<ConversationsTable, 'rating_note' | 'language'>>;
type Kept = ConversationsTable & { unread: number | string };
const keeps = new Map<string, ReturnType<typeof keeping>>();

/** The conversation as it is from now on. */
export async function keep(
  tx: Kysely<Database>,
  shop: string,
  id: string,
  changed: Changed,
): Promise<Kept> {
  const columns = Object.keys(changed) as (keyof Changed)[];
  const shape = columns.join();
  const statement = keeps.get(shape) ?? keeping(columns);
  keeps.set(shape, statement);
  const [kept] = await statement(tx, { ...changed, shop, id });
  return kept!;
}

const keeping = (columns: readonly (keyof Changed)[]) =>
  preparedIn<Changed & { shop: string; id: string }, Kept, Database>((db, value) =>
    db
      .updateTable('conversations')
      .set(Object.fromEntries(columns.map((name) => [name, value(name)])))
      .where('shop_id', '=', value('shop'))
      .where('id', '=', value('id'))
      .returningAll()
      .returning(unreadOf),
  );
