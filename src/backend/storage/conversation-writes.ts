import type { Transaction } from 'kysely';
import type {
  ConversationOwner,
  ConversationStore,
  ConversationWritten,
  TellingShop,
} from '../ports.ts';
import {
  conversationOf,
  conversationViews,
  messageOf,
  messageRow,
  ownerRow,
  recordRow,
  viewOf,
} from './conversation-rows.ts';
import { addMessage, held, keep, messageBy } from './conversation-statements.ts';
import type { Database } from './schema.ts';
import { noteAudit } from './staff-rows.ts';
import { takeAll } from './taken-quotas.ts';
import { tellConversation } from './told-conversations.ts';
import { attachUploads } from './used-uploads.ts';

/** One step of a conversation, with what it adds, within a transaction. */
export async function writeIn(
  tx: Transaction<Database>,
  telling: TellingShop,
  id: string,
  wish: Parameters<ConversationStore['write']>[2],
): Promise<ConversationWritten | 'not_found' | 'upload_not_found' | 'used_up'> {
  const { of, decide, at, client, takes, uploads, note, language, audit } = wish;
  const shop = telling.id;
  const [row] = await held(tx, { shop, id });
  if (!row || (of && !isOf(row, of))) return 'not_found';
  const [known] = client === undefined ? [] : await messageBy(tx, { shop, id, client });
  if (known)
    return { conversation: await viewIn(tx, shop, id), messages: [messageOf(known)], again: true };
  if (takes && !(await takeAll(tx, takes.quotas, takes.now))) return 'used_up';

  const before = conversationOf(row);
  const { conversation, messages: decided } = decide(before);
  // what is not said after all takes no files
  const documents =
    uploads && decided.length
      ? await attachUploads(tx, shop, uploads, { conversation_id: id })
      : [];
  if (!documents) return 'upload_not_found';
  const messages = decided.map((message) =>
    message.documents?.length ? { ...message, documents } : message,
  );
  const rows = messages.map((message) => messageRow(shop, id, message));
  for (const each of rows) await addMessage(tx, each);
  if (rows.length && audit) for (const entry of audit()) await noteAudit(tx, entry);
  if (conversation === before) return { conversation: await viewIn(tx, shop, id), messages };
  const kept = await keep(tx, shop, id, {
    ...recordRow(conversation),
    ...(note !== undefined && { rating_note: note }),
    ...(language !== undefined && { language }),
  });
  await tellConversation(tx, telling, before, { conversation, messages }, at);
  const newest = rows.at(-1);
  return {
    messages,
    conversation:
      newest?.sequence === kept.last
        ? { ...conversationOf(kept), unread: Number(kept.unread), preview: messageOf(newest) }
        : await viewIn(tx, shop, id),
  };
}

const isOf = (row: ReturnType<typeof ownerRow>, owner: ConversationOwner) => {
  const { customer_id, session_id } = ownerRow(owner);
  return row.customer_id === customer_id && (customer_id !== null || row.session_id === session_id);
};

const viewIn = async (tx: Transaction<Database>, shop: string, id: string) =>
  viewOf(
    await conversationViews(tx)
      .where('conversations.shop_id', '=', shop)
      .where('conversations.id', '=', id)
      .executeTakeFirstOrThrow(),
  );
