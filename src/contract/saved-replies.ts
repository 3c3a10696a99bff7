import { z } from 'zod';
import { MOST_MESSAGE } from './conversations.ts';
import { Choices } from './message-parts.ts';
import { Id } from './primitives.ts';

/** A list has an end; a shop has no more of them. */
export const MOST_REPLIES = 200;

/** What is written often. `{name}`, `{order}` and `{me}` are filled in where it is used. */
export const SavedReply = z
  .object({
    id: Id,
    name: z.string().min(1).max(80),
    text: z.string().min(1).max(MOST_MESSAGE),
    choices: Choices.optional().describe('Answers that the shopper may choose from'),
  })
  .meta({ id: 'SavedReply' });
export type SavedReply = z.infer<typeof SavedReply>;

export const SavedReplies = z
  .object({ items: z.array(SavedReply).max(MOST_REPLIES).describe('By name') })
  .meta({ id: 'SavedReplies' });
export type SavedReplies = z.infer<typeof SavedReplies>;

export const SavedReplyRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    text: z.string().trim().min(1).max(MOST_MESSAGE),
    choices: Choices.optional(),
  })
  .meta({ id: 'SavedReplyRequest' });
export type SavedReplyRequest = z.infer<typeof SavedReplyRequest>;
