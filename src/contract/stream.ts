import { z } from 'zod';
import { Id } from './primitives.ts';

/** What somebody of the shop does in a conversation: has it open, writes an answer, has gone on. */
export const presences = ['looks', 'writes', 'left'] as const;
export type PresenceName = (typeof presences)[number];

/** One line of GET /v1/stream: ids only; the reader reads again what it shows. */
export const Change = z
  .object({
    topic: z.enum(['order', 'session', 'conversation', 'typing', 'presence']),
    id: Id,
    staff: Id.optional().describe('With `presence`, which the shop’s people alone hear: who'),
    does: z.enum(presences).optional().describe('With `presence`: what'),
  })
  .meta({
    id: 'Change',
    description:
      'An order or a conversation has changed, somebody writes in a conversation, somebody of the shop is in it, or the session has ended elsewhere',
  });
export type Change = z.infer<typeof Change>;
