import { z } from 'zod';
import { Conversation, ConversationState, Message, MOST_MESSAGE } from './conversations.ts';
import { CardNames, Choices } from './message-parts.ts';
import { OrderSummary } from './orders.ts';
import { Id, Instant, Picture } from './primitives.ts';
import { priorities } from './priorities.ts';
import { Return, ReturnState } from './returns.ts';
import { presences } from './stream.ts';
import { attached, MOST_DOCUMENTS, Photos, saysSomething, SentDocument } from './uploads.ts';

const PriorityName = z.enum(priorities).meta({ id: 'Priority' });

export const MOST_TAGS = 10;
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,\n]+$/)
  .describe('A word of the shop’s own, as in “Damaged”');

/** Who writes, as far as the shop knows. */
export const Shopper = z
  .object({
    id: Id.optional().describe('Of a customer; left out of somebody unknown'),
    name: z.string().max(241).optional(),
    email: z.string().max(254).optional(),
  })
  .meta({ id: 'Shopper' });
export type Shopper = z.infer<typeof Shopper>;

/** A conversation as the shop’s people see it. */
export const InboxConversation = Conversation.omit({ unread: true })
  .extend({
    with: Shopper,
    unseen: z.int().min(0).describe('Messages of the shopper that nobody of the shop has seen'),
    assignee: Id.optional().describe('Who it is assigned to; left out: unassigned'),
    priority: PriorityName,
    tags: z.array(Tag).max(MOST_TAGS),
    askedAt: Instant.optional().describe('Since when the shopper waits for a person'),
    dueAt: Instant.optional().describe(
      'By when they are to be answered, by the shop’s hours; left out where it has set no time',
    ),
    snoozedUntil: Instant.optional(),
    mentioned: z
      .literal(true)
      .optional()
      .describe('A note names whoever asks, and they have not seen it'),
  })
  .meta({ id: 'InboxConversation' });
export type InboxConversation = z.infer<typeof InboxConversation>;

/**
 * `open`: all that wait for the shop; `mine`, `unassigned`: of those; `waiting`: the shopper is to
 * speak; `snoozed`; `closed`; `mentions`: where a note names whoever asks, however it stands.
 */
export const inboxViews = [
  ...(['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'closed'] as const),
  'mentions',
] as const;
export const InboxView = z.enum(inboxViews).meta({ id: 'InboxView' });
export type InboxView = z.infer<typeof InboxView>;

export const InboxQuery = z.object({
  view: InboxView.default('open'),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('A word of what was said, of a name or an address; in every view when given'),
  tag: Tag.optional(),
  cursor: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type InboxQuery = z.output<typeof InboxQuery>;

const count = z.int().min(0);

export const InboxPage = z
  .object({
    items: z
      .array(InboxConversation)
      .max(100)
      .describe(
        'What waits for the shop: the most urgent, then what is due first, or has waited longest; else newest first',
      ),
    next: z.string().max(500).optional().describe('Cursor of the next page'),
    counts: z
      .object({
        ...{ open: count, mine: count, unassigned: count, waiting: count, snoozed: count },
        mentions: count.describe('Those not seen'),
      })
      .describe('How many each view has'),
  })
  .meta({ id: 'InboxPage' });
export type InboxPage = z.infer<typeof InboxPage>;

const Mentions = z.array(Id).max(20).describe('Whom of the shop’s people it names');

/** What the shop’s people tell one another; the shopper never sees it. */
export const Note = z
  .object({
    id: Id,
    after: z.int().min(0).describe('Sequence of the message it was written after'),
    at: Instant,
    by: z.string().max(80),
    text: z.string().max(MOST_MESSAGE).describe('Empty where files say it all'),
    photos: Photos.optional(),
    documents: z.array(SentDocument).max(MOST_DOCUMENTS).optional(),
    mentions: Mentions.optional(),
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;

export const MOST_NOTES = 200;

export const InboxThread = z
  .object({
    conversation: InboxConversation,
    messages: z.array(Message).max(100).describe('As of GET /v1/conversations/:id/messages'),
    notes: z.array(Note).max(MOST_NOTES).describe('In their order; of more the newest'),
  })
  .meta({ id: 'InboxThread' });
export type InboxThread = z.infer<typeof InboxThread>;

export const ReplyRequest = z
  .strictObject({
    client: z
      .string()
      .regex(/^[\x21-\x7e]{8,64}$/)
      .describe('A random name of the sender’s own for it; sent again it is the same answer'),
    text: z.string().trim().max(MOST_MESSAGE).default(''),
    ...attached,
    cards: CardNames.optional(),
    choices: Choices.optional(),
    seen: z
      .int()
      .min(0)
      .describe('Newest sequence the writer has seen: a colleague’s answer after it refuses this'),
  })
  .refine(...saysSomething)
  .meta({ id: 'ReplyRequest' });
export type ReplyRequest = z.output<typeof ReplyRequest>;

export const NoteRequest = z
  .strictObject({
    text: z.string().trim().max(MOST_MESSAGE).default(''),
    ...attached,
    mentions: Mentions.optional(),
  })
  .refine(...saysSomething)
  .meta({ id: 'NoteRequest' });
export type NoteRequest = z.output<typeof NoteRequest>;

export const SeenRequest = z.strictObject({ seen: z.int().min(0) }).meta({ id: 'SeenRequest' });
export type SeenRequest = z.infer<typeof SeenRequest>;

/** Told again while it lasts: what was told is good for less than a minute. */
export const PresenceRequest = z
  .strictObject({ does: z.enum(presences).exclude(['writes']) })
  .meta({ id: 'PresenceRequest' });
export type PresenceRequest = z.infer<typeof PresenceRequest>;

/** What may become of a conversation, alone or with others. */
export const changesOf = {
  assignee: Id.nullable().optional().describe('null: unassigned'),
  state: ConversationState.exclude(['waiting']).optional(),
  until: Instant.optional().describe('With `snoozed`: when it comes back'),
};
export const untilGoesWithSnoozed = [
  ({ state, until }: { state?: string | undefined; until?: string | undefined }) =>
    (state === 'snoozed') === (until !== undefined),
  { path: ['until'], error: 'Say until when, and that with snoozed alone.' },
] satisfies Parameters<ReturnType<typeof z.object>['refine']>;

/** What is left out stays as it is. */
export const InboxChange = z
  .strictObject({
    ...changesOf,
    priority: PriorityName.optional(),
    tags: z.array(Tag).max(MOST_TAGS).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'Name what is to change.' })
  .refine(...untilGoesWithSnoozed)
  .meta({ id: 'InboxChange' });
export type InboxChange = z.infer<typeof InboxChange>;

const Goods = z.object({
  product: Id,
  name: z.string().max(200),
  picture: Picture.optional(),
});

export const StaffReturn = z
  .object({
    return: Return,
    orderNumber: z.string().max(64),
    with: Shopper,
    lines: z
      .array(Goods.extend({ line: Id }))
      .max(500)
      .describe('What the lines of the return are'),
  })
  .meta({ id: 'StaffReturn' });
export type StaffReturn = z.infer<typeof StaffReturn>;

export const MOST_RETURNS_LISTED = 100;

export const StaffReturnQuery = z.object({
  state: ReturnState.optional().describe('Only those; left out: all'),
  limit: z.coerce.number().int().min(1).max(MOST_RETURNS_LISTED).default(50),
});
export type StaffReturnQuery = z.output<typeof StaffReturnQuery>;

export const StaffReturns = z
  .object({ items: z.array(StaffReturn).max(MOST_RETURNS_LISTED).describe('Oldest first') })
  .meta({ id: 'StaffReturns' });
export type StaffReturns = z.infer<typeof StaffReturns>;

export const returnSteps = ['approve', 'refuse', 'receive', 'inspect', 'settle'] as const;

export const ReturnStep = z
  .strictObject({
    step: z.enum(returnSteps),
    why: z.string().trim().min(1).max(500).optional().describe('Of a refusal, for the shopper'),
  })
  .refine(({ step, why }) => step !== 'refuse' || why !== undefined, {
    path: ['why'],
    error: 'Say why, in words for the shopper.',
  })
  .meta({ id: 'ReturnStep' });
export type ReturnStep = z.infer<typeof ReturnStep>;

/** The shopper beside the thread: the newest few of each. */
export const ShopperStory = z
  .object({
    with: Shopper,
    phone: z.string().max(32).optional(),
    place: z.string().max(200).optional().describe('City and country of their own address'),
    orders: z.array(OrderSummary).max(20).describe('Newest first'),
    returns: z.array(Return).max(20).describe('Of those orders'),
    wishes: z.array(Goods).max(20),
    conversations: z.array(InboxConversation).max(20).describe('Newest first'),
  })
  .meta({ id: 'ShopperStory' });
export type ShopperStory = z.infer<typeof ShopperStory>;
