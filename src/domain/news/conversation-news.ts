import type { ConversationFacts, MessageFacts } from '../../contract/conversation-facts.ts';
import type { WebhookNews } from '../../contract/webhook-events.ts';
import type { ConversationRecord, NewMessage, Step } from '../conversations/conversations.ts';

/** What of a conversation stays as it is, whatever is said in it. */
export interface Talk {
  id: string;
  createdAt: string;
  customer?: string;
}

/**
 * What a step of a conversation is worth telling, in the order it came: who is told of what was said
 * has been told of the conversation. That somebody joined or closed it is no message.
 */
export function conversationNews(
  talk: Talk,
  before: ConversationRecord,
  { conversation: after, messages }: Step,
): WebhookNews[] {
  const data = { conversation: conversationFacts(talk, after) };
  const [wasClosed, isClosed] = [before, after].map(({ state }) => state === 'closed');
  const news: WebhookNews[] = [];
  if (before.last === 0 && after.last > 0) news.push({ type: 'conversation.created', data });
  if (wasClosed && !isClosed) news.push({ type: 'conversation.reopened', data });
  for (const said of messages) {
    const message = messageFacts(said);
    if (message) news.push({ type: 'conversation.message_added', data: { ...data, message } });
  }
  if (isClosed && !wasClosed) news.push({ type: 'conversation.closed', data });
  return news;
}

const conversationFacts = (
  { id, createdAt, customer }: Talk,
  { state, staff, priority, askedAt, dueAt }: ConversationRecord,
): ConversationFacts => ({
  ...{ id, state, createdAt },
  ...(customer !== undefined && { customer }),
  ...(staff !== undefined && { staff }),
  priority,
  ...(askedAt !== undefined && { askedAt }),
  ...(dueAt !== undefined && { dueAt }),
});

/** Of files what they are called: who may look at them does so at the desk. */
function messageFacts({
  sequence,
  from,
  name,
  at,
  text,
  photos,
  documents,
  cards,
}: NewMessage): MessageFacts | undefined {
  if (from === 'system') return undefined;
  return {
    ...{ sequence, from },
    ...(name !== undefined && { name }),
    ...{ at, text },
    ...(photos?.length && { photos: photos.length }),
    ...(documents?.length && { documents: documents.map((document) => document.name) }),
    ...(cards?.length && { cards: cards.map(({ kind, id, title }) => ({ kind, id, title })) }),
  };
}
