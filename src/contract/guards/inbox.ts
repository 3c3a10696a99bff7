// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Message, Mark, SentDocument } from './conversations.ts';
import { OrderSummary, Picture } from './orders.ts';
import { Return } from './returns.ts';
import { ProductSummary } from './parts.ts';

export const Shopper: Shape = {};
export const InboxConversation: Shape = {
  id: 'string',
  state: 'string',
  createdAt: 'string',
  changedAt: 'string',
  last: 'number',
  '?preview': Message,
  shopper: Mark,
  shop: Mark,
  mailed: 'boolean',
  with: Shopper,
  unseen: 'number',
  priority: 'string',
  tags: ['string'],
};
export const InboxPage: Shape = {
  items: [InboxConversation],
  counts: {
    open: 'number',
    mine: 'number',
    unassigned: 'number',
    waiting: 'number',
    snoozed: 'number',
    mentions: 'number',
  },
};
export const Note: Shape = {
  id: 'string',
  after: 'number',
  at: 'string',
  by: 'string',
  text: 'string',
  '?photos': ['string'],
  '?documents': [SentDocument],
  '?mentions': ['string'],
};
export const InboxThread: Shape = {
  conversation: InboxConversation,
  messages: [Message],
  notes: [Note],
};
export const ShopperStory: Shape = {
  with: Shopper,
  orders: [OrderSummary],
  returns: [Return],
  wishes: [{ product: 'string', name: 'string', '?picture': Picture }],
  conversations: [InboxConversation],
};
export const InboxActed: Shape = { id: 'string', changed: ['string'], undoUntil: 'string' };
export const InboxUndone: Shape = { restored: ['string'] };
export const StaffFound: Shape = {
  customers: [{ id: 'string' }],
  orders: [{ id: 'string', number: 'string', placedAt: 'string', customer: 'string' }],
  products: [ProductSummary],
};
export const StaffReturn: Shape = {
  return: Return,
  orderNumber: 'string',
  with: Shopper,
  lines: [{ product: 'string', name: 'string', '?picture': Picture, line: 'string' }],
};
export const StaffReturns: Shape = { items: [StaffReturn] };
export const SavedReply: Shape = {
  id: 'string',
  name: 'string',
  text: 'string',
  '?choices': ['string'],
};
export const SavedReplies: Shape = { items: [SavedReply] };
