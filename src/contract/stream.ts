import { z } from 'zod';
import { Id } from './primitives.ts';

/** One line of GET /v1/stream: ids only; the reader reads again what it shows. */
export const Change = z
  .object({ topic: z.enum(['order', 'session', 'conversation', 'typing']), id: Id })
  .meta({
    id: 'Change',
    description:
      'An order or a conversation has changed, somebody writes in a conversation, or the session has ended elsewhere',
  });
export type Change = z.infer<typeof Change>;
