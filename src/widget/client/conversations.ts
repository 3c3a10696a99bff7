import {
  Conversation as conversation,
  ConversationList as list,
  Message as message,
  MessagePage as page,
} from '../../contract/guards/conversations.ts';
import { VisitorSession as visitor } from '../../contract/guards/session.ts';
import type {
  Conversation,
  ConversationList,
  MailRequest,
  MarkRequest,
  Message,
  MessagePage,
} from '../../contract/conversations.ts';
import type { CardName } from '../../contract/message-parts.ts';
import type { VisitorSession } from '../../contract/session.ts';
import { path, readJson, type Send } from './request.ts';

const at = (id: string, part: string) => path`/conversations/${id}/${part}`;

/** Somebody who tells nobody who they are begins to write. */
export const beginVisit = (send: Send, key: string): Promise<VisitorSession> =>
  readJson(send('/session', { method: 'POST', key, cookie: true }), visitor);

export const listConversations = (send: Send, signal: AbortSignal): Promise<ConversationList> =>
  readJson(send('/conversations', { signal }), list);

export const openConversation = (send: Send, key: string): Promise<Conversation> =>
  readJson(send('/conversations', { method: 'POST', key }), conversation);

export const listMessages = (
  send: Send,
  id: string,
  query: { after?: number; before?: number; limit?: number },
): Promise<MessagePage> => readJson(send(at(id, 'messages'), { query }), page);

/** `client` makes it the same message, however often it is sent. */
export const sendMessage = (
  send: Send,
  id: string,
  body: { client: string; text: string; cards?: readonly CardName[] } & {
    [Kind in 'photos' | 'documents' | 'names']?: readonly string[];
  },
): Promise<Message> => readJson(send(at(id, 'messages'), { method: 'POST', body }), message);

export const markConversation = (send: Send, id: string, body: MarkRequest): Promise<Response> =>
  send(at(id, 'marks'), { method: 'POST', body });

export const tellTyping = (send: Send, id: string): Promise<Response> =>
  send(at(id, 'typing'), { method: 'POST' });

export const mailConversation = (
  send: Send,
  id: string,
  body: MailRequest,
  key: string,
): Promise<Conversation> =>
  readJson(send(at(id, 'mail'), { method: 'POST', body, key }), conversation);

export const mailTranscript = (send: Send, id: string, key: string): Promise<Response> =>
  send(at(id, 'transcript'), { method: 'POST', key });

export const rateConversation = (
  send: Send,
  id: string,
  rating: number,
  key: string,
): Promise<Conversation> =>
  readJson(send(at(id, 'rating'), { method: 'POST', body: { rating }, key }), conversation);
