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
import type { VisitorSession } from '../../contract/session.ts';
import { readJson, type Send } from './request.ts';

const at = (id: string, part: string) => `/conversations/${encodeURIComponent(id)}/${part}`;

/** Somebody who tells nobody who they are begins to write. */
export const beginVisit = async (send: Send, key: string): Promise<VisitorSession> =>
  readJson(await send('/session', { method: 'POST', key, cookie: true }), visitor);

export const listConversations = async (
  send: Send,
  signal: AbortSignal,
): Promise<ConversationList> => readJson(await send('/conversations', { signal }), list);

export const openConversation = async (send: Send, key: string): Promise<Conversation> =>
  readJson(await send('/conversations', { method: 'POST', key }), conversation);

export const listMessages = async (
  send: Send,
  id: string,
  query: { after?: number; before?: number; limit?: number },
): Promise<MessagePage> => readJson(await send(at(id, 'messages'), { query }), page);

/** `client` makes it the same message, however often it is sent. */
export const sendMessage = async (
  send: Send,
  id: string,
  body: { client: string; text: string; photos?: readonly string[] },
): Promise<Message> => readJson(await send(at(id, 'messages'), { method: 'POST', body }), message);

export const markConversation = (send: Send, id: string, body: MarkRequest): Promise<Response> =>
  send(at(id, 'marks'), { method: 'POST', body });

export const tellTyping = (send: Send, id: string): Promise<Response> =>
  send(at(id, 'typing'), { method: 'POST' });

export const mailConversation = async (
  send: Send,
  id: string,
  body: MailRequest,
  key: string,
): Promise<Conversation> =>
  readJson(await send(at(id, 'mail'), { method: 'POST', body, key }), conversation);

export const rateConversation = async (
  send: Send,
  id: string,
  rating: number,
  key: string,
): Promise<Conversation> =>
  readJson(await send(at(id, 'rating'), { method: 'POST', body: { rating }, key }), conversation);
