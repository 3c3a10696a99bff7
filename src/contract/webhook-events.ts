import { z } from 'zod';
import { ConversationFacts, MessageFacts } from './conversation-facts.ts';
import { OrderStatus } from './orders.ts';
import { Id, Instant } from './primitives.ts';
import { Receipt } from './quotes.ts';
import { Return } from './returns.ts';
import { CustomerFacts, MoneyFacts, OrderFacts } from './webhook-facts.ts';

const order = z.object({ order: OrderFacts });
const receipt = order.extend({ receipt: Receipt });
const money = order.extend({ money: MoneyFacts });
const back = order.extend({ return: Return });
const customer = z.object({ customer: CustomerFacts });
const conversation = z.object({ conversation: ConversationFacts });

/** Every event there is: when it is told, and with what. A name is a promise, as an error code is. */
export const webhookEvents = {
  'order.created': { when: 'An order is known for the first time', data: order },
  'order.updated': {
    when: 'An order’s items, sums, address or customer changed',
    data: order,
  },
  'order.status_changed': {
    when: 'An order’s status changed',
    data: order.extend({ previousStatus: OrderStatus }),
  },
  'order.parcel_updated': {
    when: 'A parcel of an order has news, was added or went away',
    data: order,
  },
  'order.cancelled': {
    when: 'An order, or a part of it, was cancelled at the desk',
    data: receipt,
  },
  'order.edited': {
    when: 'An order was changed at the desk, or what was done there was taken back',
    data: receipt,
  },
  'order.problem_reported': {
    when: 'Something of an order was told to be wrong: settled as the receipt says, or yours to settle',
    data: receipt,
  },
  'refund.requested': {
    when: 'Money is owed to a shopper that cannot be moved from here, or could not',
    data: money,
  },
  'charge.failed': {
    when: 'Money that a shopper owes could not be taken, and what it pays for stands',
    data: money,
  },
  'return.requested': { when: 'A return waits for the shop’s word', data: back },
  'return.approved': {
    when: 'A return was agreed to; `instant`: the exchange is to be sent now, its price is held',
    data: back,
  },
  'return.refused': { when: 'A return was refused', data: back },
  'return.label_failed': {
    when: 'No label could be made for a return: its way back is yours to send',
    data: back,
  },
  'return.in_transit': { when: 'A return is on its way', data: back },
  'return.received': { when: 'A return has arrived', data: back },
  'return.sold_out': {
    when: 'What a return is exchanged for is sold out: its shopper chooses again by `chooseBy`',
    data: back,
  },
  'return.chosen': {
    when: 'What was sold out was chosen again, or is paid back: its lines and sums are new',
    data: back,
  },
  'return.settled': { when: 'A return is done, its money moved', data: back },
  'return.cancelled': { when: 'A return was called off', data: back },
  'return.expired': { when: 'A return was not sent in time', data: back },
  'customer.created': { when: 'A customer is known for the first time', data: customer },
  'customer.updated': {
    when: 'A customer’s name, e-mail address, phone number or own address changed',
    data: customer,
  },
  'conversation.created': {
    when: 'Something is written in a conversation for the first time',
    data: conversation,
  },
  'conversation.message_added': {
    when: 'A shopper, the assistant or one of the shop’s people wrote; notes are told to nobody',
    data: conversation.extend({ message: MessageFacts }),
  },
  'conversation.closed': { when: 'A conversation was closed', data: conversation },
  'conversation.reopened': {
    when: 'A closed conversation is taken up again, by whoever writes or by the shop',
    data: conversation,
  },
} as const satisfies Record<string, { when: string; data: z.ZodObject }>;

export type WebhookEventType = keyof typeof webhookEvents;
export const webhookEventTypes = Object.keys(webhookEvents) as WebhookEventType[];

/** What a change brings with it, before it is told to anybody. */
export type WebhookNews = {
  [Type in WebhookEventType]: { type: Type; data: z.infer<(typeof webhookEvents)[Type]['data']> };
}[WebhookEventType];

/** The body of a webhook. */
export type WebhookEvent = { id: string; at: string; shop: string } & WebhookNews;

export const webhookEventSchema = (type: WebhookEventType) =>
  z.object({
    id: Id.describe('The same for every endpoint that is told'),
    type: z.literal(type),
    at: Instant.describe('When it happened'),
    shop: Id,
    data: webhookEvents[type].data,
  });
