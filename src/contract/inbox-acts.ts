import { z } from 'zod';
import { MOST_CHANGED } from './inbox-limits.ts';
import { changesOf, Tag, untilGoesWithSnoozed } from './inbox.ts';
import { Id, Instant } from './primitives.ts';

/** One wish for some conversations at once. What is left out stays as it is. */
export const InboxAct = z
  .strictObject({
    ids: z.array(Id).min(1).max(MOST_CHANGED),
    ...changesOf,
    tag: Tag.optional().describe('Added to those there are'),
  })
  .refine((act) => Object.keys(act).length > 1, { error: 'Name what is to change.' })
  .refine(...untilGoesWithSnoozed)
  .meta({ id: 'InboxAct' });
export type InboxAct = z.infer<typeof InboxAct>;

export const InboxActed = z
  .object({
    id: Id.describe('Of what was done, to take it back by'),
    changed: z.array(Id).max(MOST_CHANGED).describe('Left out: those that there are not'),
    undoUntil: Instant,
  })
  .meta({ id: 'InboxActed' });
export type InboxActed = z.infer<typeof InboxActed>;

export const InboxUndone = z
  .object({
    restored: z
      .array(Id)
      .max(MOST_CHANGED)
      .describe('Left out: those that have moved on since, which stay as they are'),
  })
  .meta({ id: 'InboxUndone' });
export type InboxUndone = z.infer<typeof InboxUndone>;
