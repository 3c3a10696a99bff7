import type { ConversationState, Mark, Participant } from '../../contract/conversations.ts';
import type { Card } from '../../contract/message-parts.ts';
import type { Priority } from '../../contract/priorities.ts';
import type { SentDocument } from '../../contract/uploads.ts';
import { later } from '../identity/identity.ts';

/** So long an answer waits to be seen before it is mailed, in seconds. */
const MAIL_AFTER = 120;

/** Who reads what the other side writes. */
export type Reader = 'shopper' | 'shop';

/** A conversation without its messages. */
export interface ConversationRecord {
  state: ConversationState;
  /** While it is snoozed: when the shop comes back to it. */
  snoozedUntil?: string;
  /** Sequence of the newest message; 0 of none. */
  last: number;
  changedAt: string;
  /** Since when the shopper waits for a person, while they do. */
  askedAt?: string;
  /** By when they are to be answered, where the shop has set itself a time. */
  dueAt?: string;
  /** Who of the shop's people answered last. */
  staff?: string;
  marks: Record<Reader, Mark>;
  /** Whose of the shop's people it is. */
  assignee?: string;
  priority: Priority;
  rating?: number;
  /** Where an answer goes that is not seen here, by the shopper's wish. */
  mailTo?: string;
  /** When such an answer is mailed. */
  mailAt?: string;
}

/** A message that is new to its conversation, in the order they come. */
export interface NewMessage {
  sequence: number;
  from: Participant;
  at: string;
  text: string;
  name?: string;
  client?: string;
  photos?: readonly string[];
  documents?: readonly SentDocument[];
  cards?: readonly Card[];
  choices?: readonly string[];
  event?: 'joined' | 'closed';
  /** Of an answer: since when the shopper had waited for it. */
  askedAt?: string;
}

export interface Said {
  text: string;
  client?: string;
  photos?: readonly string[];
  documents?: readonly SentDocument[];
  cards?: readonly Card[];
  choices?: readonly string[];
}

export interface Step {
  conversation: ConversationRecord;
  messages: NewMessage[];
}

export const begun = (at: string): ConversationRecord => ({
  state: 'open',
  last: 0,
  changedAt: at,
  marks: { shopper: { delivered: 0, seen: 0 }, shop: { delivered: 0, seen: 0 } },
  priority: 'normal',
});

/** The shopper writes: whatever it was, the shop is to answer now. */
export function asked(
  conversation: ConversationRecord,
  said: Said,
  at: string,
  dueAt?: string,
): Step {
  const { snoozedUntil: _, ...rest } = conversation;
  const step = added({ ...rest, state: 'open' }, [{ ...said, from: 'shopper' }], at);
  return {
    ...step,
    conversation: {
      ...{ ...step.conversation, askedAt: rest.askedAt ?? at },
      ...(dueAt !== undefined && { dueAt }),
    },
  };
}

/** Somebody of the shop answers: the shopper is to speak. Who writes has read what stood there. */
export function answered(
  conversation: ConversationRecord,
  said: Said & { from: 'staff' | 'assistant'; name?: string },
  at: string,
): Step {
  const { snoozedUntil: _, askedAt, dueAt: __, ...rest } = conversation;
  const { from, name } = said;
  const joins = from === 'staff' && name !== undefined && name !== rest.staff;
  return added(
    {
      ...marked({ ...rest, state: 'waiting' }, 'shop', { seen: rest.last }),
      ...(from === 'staff' && name !== undefined && { staff: name }),
      ...(rest.mailTo !== undefined && { mailAt: rest.mailAt ?? later(at, MAIL_AFTER) }),
    },
    [
      ...(joins ? [{ from: 'system' as const, event: 'joined' as const, name, text: '' }] : []),
      { ...said, ...(askedAt !== undefined && { askedAt }) },
    ],
    at,
  );
}

/** The shop is done with it; the shopper may write again all the same. */
export function closed(conversation: ConversationRecord, at: string): Step {
  if (conversation.state === 'closed') return { conversation, messages: [] };
  const { snoozedUntil: _, askedAt: __, dueAt: ___, ...rest } = conversation;
  return added({ ...rest, state: 'closed' }, [{ from: 'system', event: 'closed', text: '' }], at);
}

/** The shop comes back to it at a later moment. One that is closed sleeps already. */
export const snoozed = (conversation: ConversationRecord, until: string): ConversationRecord =>
  conversation.state === 'closed'
    ? conversation
    : { ...conversation, state: 'snoozed', snoozedUntil: until };

/** It is somebody's from now on, or nobody's. */
export function assignedTo(
  conversation: ConversationRecord,
  staff: string | null,
): ConversationRecord {
  const { assignee: _, ...rest } = conversation;
  return staff === null ? rest : { ...rest, assignee: staff };
}

/** The shop is to answer after all. */
export function reopened(conversation: ConversationRecord): ConversationRecord {
  const { snoozedUntil: _, ...rest } = conversation;
  return { ...rest, state: 'open' };
}

/** Has somebody of the shop answered since all of it up to `seen` was read? */
export const isAnswered = ({ state, last }: ConversationRecord, seen: number): boolean =>
  state !== 'open' && last > seen;

/** Marks only move on, and never beyond what there is. What was seen was delivered. */
export function marked(
  conversation: ConversationRecord,
  reader: Reader,
  { delivered = 0, seen = 0 }: Partial<Mark>,
): ConversationRecord {
  const { last, marks } = conversation;
  const before = marks[reader];
  const after: Mark = {
    seen: Math.max(before.seen, Math.min(seen, last)),
    delivered: Math.max(before.delivered, Math.min(Math.max(delivered, seen), last)),
  };
  if (after.seen === before.seen && after.delivered === before.delivered) return conversation;
  const now = { ...conversation, marks: { ...marks, [reader]: after } };
  return reader === 'shopper' && after.seen === last ? unmailed(now) : now;
}

/** Answers that are not seen here go there from now on; without an address they go nowhere. */
export function mailedTo(
  conversation: ConversationRecord,
  address: string | undefined,
): ConversationRecord {
  const { mailTo: _, ...rest } = unmailed(conversation);
  return address === undefined ? rest : { ...rest, mailTo: address };
}

/** All there is has been seen, or mailed. */
export function unmailed(conversation: ConversationRecord): ConversationRecord {
  const { mailAt: _, ...rest } = conversation;
  return rest;
}

/** Messages go behind the newest, each with the next number. */
function added(
  conversation: ConversationRecord,
  messages: readonly Omit<NewMessage, 'sequence' | 'at'>[],
  at: string,
): Step {
  const { last } = conversation;
  return {
    conversation: { ...conversation, last: last + messages.length, changedAt: at },
    messages: messages.map((message, nth) => ({ ...message, sequence: last + nth + 1, at })),
  };
}
