import type { Transaction } from 'kysely';
import type { Step } from '../../domain/conversations/conversations.ts';
import { conversationNews } from '../../domain/news/conversation-news.ts';
import type { StoredConversation, TellingShop } from '../ports.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';

/**
 * Tells the shop's own systems what became of a conversation by a step, and what was said in it.
 * Whoever calls holds the conversation: its news come in the order of its messages. Where nobody
 * listens it costs nothing.
 */
export async function tellConversation(
  tx: Transaction<Database>,
  shop: TellingShop,
  held: StoredConversation,
  step: Step,
  /** When it was done, where nothing is said. */
  at = step.messages[0]?.at ?? step.conversation.changedAt,
): Promise<void> {
  if (!shop.webhooks?.length) return;
  const { id, createdAt, owner } = held;
  const talk = { id, createdAt, ...('customer' in owner && { customer: owner.customer }) };
  await tell(tx, shop, conversationNews(talk, held, step), new Date(at));
}
