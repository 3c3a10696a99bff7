import type { ConversationRecord } from './conversations.ts';

/** What the shop's people decide about a conversation, and what hangs on it. */
export type Standing = Pick<
  ConversationRecord,
  'state' | 'snoozedUntil' | 'askedAt' | 'dueAt' | 'assignee'
>;

export const standingOf = ({
  state,
  snoozedUntil,
  askedAt,
  dueAt,
  assignee,
}: ConversationRecord): Standing => ({
  state,
  ...(snoozedUntil !== undefined && { snoozedUntil }),
  ...(askedAt !== undefined && { askedAt }),
  ...(dueAt !== undefined && { dueAt }),
  ...(assignee !== undefined && { assignee }),
});

/** What was done to a conversation: how it stood before, and how after, at which message. */
export interface Done {
  before: Standing;
  after: Standing;
  last: number;
}

/**
 * As it stood before, where nobody has gone on with it since; undefined where somebody has. What was
 * said stays said.
 */
export function takenBack(
  conversation: ConversationRecord,
  { before, after, last }: Done,
): ConversationRecord | undefined {
  const { state, snoozedUntil, askedAt: _, dueAt: __, assignee, ...rest } = conversation;
  const isAsLeft =
    rest.last === last &&
    state === after.state &&
    snoozedUntil === after.snoozedUntil &&
    assignee === after.assignee;
  return isAsLeft ? { ...rest, ...before } : undefined;
}
