import { z } from 'zod';
import { ConversationState, MOST_MESSAGE, Participant } from './conversations.ts';
import { MOST_CARDS } from './inbox-limits.ts';
import { Card } from './message-parts.ts';
import { Id, Instant } from './primitives.ts';
import { priorities } from './priorities.ts';
import { MOST_DOCUMENTS } from './uploads.ts';

/**
 * What the shop's own systems are told of a conversation. A customer is named by their id, as in news
 * of orders; of somebody unknown nothing is told, nor an address they wrote: nobody has shown it theirs.
 */
export const ConversationFacts = z
  .object({
    id: Id,
    state: ConversationState,
    createdAt: Instant,
    customer: Id.optional().describe('Absent: somebody unknown, until they tell who they are'),
    staff: z.string().max(80).optional().describe('Who of the shop’s people answered last'),
    priority: z.enum(priorities),
    askedAt: Instant.optional().describe('Since when the shopper waits for a person'),
    dueAt: Instant.optional().describe('By when they are to be answered'),
  })
  .meta({ id: 'ConversationFacts' });
export type ConversationFacts = z.infer<typeof ConversationFacts>;

/** What somebody said, as the other side reads it. */
export const MessageFacts = z
  .object({
    sequence: z
      .int()
      .min(1)
      .describe('Its place in the conversation; that somebody joined it or closed it has one too'),
    from: Participant.exclude(['system']),
    name: z.string().max(80).optional().describe('Who of the shop’s people, as shoppers see it'),
    at: Instant,
    text: z
      .string()
      .max(MOST_MESSAGE)
      .describe('Plain text; empty where files or cards say it all'),
    photos: z.int().min(1).optional().describe('How many came with it'),
    documents: z
      .array(z.string().max(120))
      .max(MOST_DOCUMENTS)
      .optional()
      .describe('What those that came with it are called'),
    cards: z
      .array(Card.pick({ kind: true, id: true, title: true }))
      .max(MOST_CARDS)
      .optional()
      .describe('Orders, returns and products it is about'),
  })
  .meta({ id: 'MessageFacts' });
export type MessageFacts = z.infer<typeof MessageFacts>;
