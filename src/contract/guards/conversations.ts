// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Picture } from './orders.ts';

export const SentDocument: Shape = { id: 'string', name: 'string' };
export const Card: Shape = { kind: 'string', id: 'string', title: 'string', '?picture': Picture };
export const Message: Shape = {
  sequence: 'number',
  from: 'string',
  at: 'string',
  text: 'string',
  '?photos': ['string'],
  '?documents': [SentDocument],
  '?cards': [Card],
  '?choices': ['string'],
};
export const Mark: Shape = { delivered: 'number', seen: 'number' };
export const Conversation: Shape = {
  id: 'string',
  state: 'string',
  createdAt: 'string',
  changedAt: 'string',
  last: 'number',
  unread: 'number',
  '?preview': Message,
  shopper: Mark,
  shop: Mark,
  mailed: 'boolean',
};
export const Answering: Shape = { open: 'boolean' };
export const ConversationList: Shape = { items: [Conversation], answering: Answering };
export const MessagePage: Shape = { items: [Message], conversation: Conversation };
