import { z } from 'zod';
import { CardNames, Cards, Choices } from './message-parts.ts';
import { Email, Id, Instant } from './primitives.ts';
import { attached, MOST_DOCUMENTS, Photos, saysSomething, SentDocument } from './uploads.ts';

/** Who may write in a conversation. The assistant is a participant like any other. */
export const participants = ['shopper', 'staff', 'assistant', 'system'] as const;
export const Participant = z.enum(participants);
export type Participant = z.infer<typeof Participant>;

/**
 * `open`: the shop is to answer; `waiting`: the shopper is; `snoozed`: the shop comes back to it;
 * `closed`: it is done, until somebody writes again.
 */
export const conversationStates = ['open', 'waiting', 'snoozed', 'closed'] as const;
export const ConversationState = z.enum(conversationStates);
export type ConversationState = z.infer<typeof ConversationState>;

export const MOST_MESSAGE = 4000;

/** What stands in a conversation beside what people say. */
export const messageEvents = ['joined', 'closed'] as const;

export const Message = z
  .object({
    sequence: z.int().min(1).describe('Its place in the conversation: 1, 2, 3 … without a gap'),
    client: Id.optional().describe('What its sender called it; of one’s own messages only'),
    from: Participant,
    name: z.string().max(80).optional().describe('Who of the shop’s people'),
    at: Instant,
    text: z
      .string()
      .max(MOST_MESSAGE)
      .describe('Plain text; empty where files or cards say it all'),
    photos: Photos.optional(),
    documents: z.array(SentDocument).max(MOST_DOCUMENTS).optional(),
    cards: Cards.optional(),
    choices: Choices.optional().describe(
      'Of the shop: answers to choose from, while it is the newest',
    ),
    event: z.enum(messageEvents).optional().describe('With from: system, in place of text'),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

const Sequence = z.int().min(0);
/** How far the messages of the other side have come. */
export const Mark = z
  .object({
    delivered: Sequence.describe('All up to here have reached a device'),
    seen: Sequence.describe('All up to here have been looked at; never more than delivered'),
  })
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof Mark>;

export const Conversation = z
  .object({
    id: Id,
    state: ConversationState,
    createdAt: Instant,
    changedAt: Instant.describe('When its newest message came'),
    last: Sequence.describe('Sequence of its newest message; 0 where nothing is written yet'),
    unread: z.int().min(0).describe('Messages of others that the shopper has not seen'),
    staff: z.string().max(80).optional().describe('Who of the shop’s people answered last'),
    preview: Message.optional().describe('Its newest message'),
    shopper: Mark.describe('How far the shopper has read'),
    shop: Mark.describe('How far the shop has read'),
    mailed: z.boolean().describe('An answer that the shopper does not see here follows by mail'),
    rating: z.int().min(1).max(5).optional(),
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof Conversation>;

/** When a person answers. */
export const Answering = z
  .object({
    open: z.boolean().describe('Within the hours, or the shop has told none'),
    opensAt: Instant.optional().describe('When the hours begin next, while they are over'),
    minutes: z
      .int()
      .min(1)
      .optional()
      .describe('Three of four answers came within; left out where too few were given of late'),
  })
  .meta({ id: 'Answering' });
export type Answering = z.infer<typeof Answering>;

/** A list has an end; of more conversations than this the newest are told. */
export const MOST_CONVERSATIONS = 50;

export const ConversationList = z
  .object({
    items: z.array(Conversation).max(MOST_CONVERSATIONS).describe('Newest first'),
    answering: Answering,
  })
  .meta({ id: 'ConversationList' });
export type ConversationList = z.infer<typeof ConversationList>;

export const MessageQuery = z.object({
  after: z.coerce.number().int().min(0).optional().describe('Those that came after this sequence'),
  before: z.coerce.number().int().min(1).optional().describe('Those before this sequence'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type MessageQuery = z.output<typeof MessageQuery>;

export const MessagePage = z
  .object({
    items: z
      .array(Message)
      .max(100)
      .describe('In their order: the newest of the conversation unless `after` is asked for'),
    conversation: Conversation,
  })
  .meta({ id: 'MessagePage' });
export type MessagePage = z.infer<typeof MessagePage>;

/** Sent again with the same `client` it is the same message, whatever else it says. */
export const MessageRequest = z
  .strictObject({
    client: z
      .string()
      .regex(/^[\x21-\x7e]{8,64}$/)
      .describe('A random name of the sender’s own for it: 8 to 64 letters without blanks'),
    text: z.string().trim().max(MOST_MESSAGE).default(''),
    ...attached,
    cards: CardNames.optional(),
  })
  .refine(...saysSomething)
  .meta({ id: 'MessageRequest' });
export type MessageRequest = z.output<typeof MessageRequest>;

export const MarkRequest = z
  .strictObject({ delivered: Sequence.optional(), seen: Sequence.optional() })
  .meta({ id: 'MarkRequest' });
export type MarkRequest = z.infer<typeof MarkRequest>;

export const MailRequest = z
  .strictObject({
    wanted: z.boolean().describe('Answers not seen here within two minutes follow by mail'),
    email: Email.optional().describe(
      'Of somebody unknown, who gets nothing there that a shopper wrote; a customer’s go to their own address',
    ),
  })
  .meta({ id: 'MailRequest' });
export type MailRequest = z.infer<typeof MailRequest>;

export const RatingRequest = z
  .strictObject({
    rating: z.int().min(1).max(5),
    note: z.string().trim().max(1000).optional(),
  })
  .meta({ id: 'RatingRequest' });
export type RatingRequest = z.infer<typeof RatingRequest>;
