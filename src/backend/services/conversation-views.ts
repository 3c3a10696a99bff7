import type { Conversation, Message } from '../../contract/conversations.ts';
import type { NewMessage } from '../../domain/conversations/conversations.ts';
import type { ConversationView } from '../ports.ts';

/** A conversation as its shopper sees it. */
export const conversationTold = ({
  id,
  state,
  createdAt,
  changedAt,
  last,
  unread,
  staff,
  preview,
  marks,
  mailTo,
  rating,
}: ConversationView): Conversation => ({
  // when the shop comes back to it is the shop's own affair
  ...{ id, state, createdAt, changedAt, last, unread, ...marks, mailed: mailTo !== undefined },
  ...(staff !== undefined && { staff }),
  ...(preview && { preview: messageTold(preview) }),
  ...(rating !== undefined && { rating }),
});

export const messageTold = ({
  askedAt: _,
  photos,
  documents,
  cards,
  choices,
  client,
  ...message
}: NewMessage): Message => ({
  ...message,
  ...(client !== undefined && message.from === 'shopper' && { client }),
  ...(photos?.length && { photos: [...photos] }),
  ...(documents?.length && { documents: [...documents] }),
  ...(cards && { cards: [...cards] }),
  ...(choices && { choices: [...choices] }),
});
