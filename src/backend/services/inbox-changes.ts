import type { InboxChange, InboxConversation } from '../../contract/inbox.ts';
import type { StaffAction } from '../../contract/staff.ts';
import {
  assignedTo,
  closed,
  reopened,
  snoozed,
  type ConversationRecord,
  type Step,
} from '../../domain/conversations/conversations.ts';
import type { Bus, Clock, ConversationStore, InboxStore, Shop, StaffStore } from '../ports.ts';
import type { Audit } from './audit.ts';
import { publishConversation } from './conversation-hints.ts';
import { inboxTold } from './inbox-views.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { StaffCaller } from './staff-callers.ts';

/** Whose a conversation is, how urgent, what about, and whether it is done or put off. */
export type ChangeInbox = (
  shop: Shop,
  caller: StaffCaller,
  id: string,
  change: InboxChange,
) => Promise<InboxConversation | Refusal<'not_found' | 'staff_not_found'>>;

/** What work on the inbox needs. */
export interface InboxPorts {
  store: ConversationStore;
  inbox: InboxStore;
  staff: StaffStore;
  audit: Audit;
  bus: Bus;
  clock: Clock;
}

export const createChangeInbox =
  ({ store, inbox, staff, audit, bus, clock }: InboxPorts): ChangeInbox =>
  async (shop, caller, id, change) => {
    const { assignee, tags } = change;
    const given = typeof assignee === 'string' && (await staff.member(shop.id, assignee));
    if (typeof assignee === 'string' && !given) return refuse('staff_not_found');
    if (!(await inbox.read(shop.id, id))) return refuse('not_found');
    const at = clock().toISOString();
    const written = await store.write(shop.id, id, { decide: (held) => changed(held, change, at) });
    if (typeof written === 'string') return refuse('not_found');
    if (tags) await inbox.setTags(shop.id, id, tags);
    for (const done of doneBy(change, given ? given.name : undefined))
      await audit(shop, caller, { ...done, subject: id });
    await publishConversation(bus, written.conversation);
    const entry = await inbox.read(shop.id, id);
    return entry ? inboxTold(entry) : refuse('not_found');
  };

/** What comes of a wish, but for its tags. */
export function changed(
  held: ConversationRecord,
  { assignee, priority, state, until }: InboxChange,
  at: string,
): Step {
  const mine = assignee === undefined ? held : assignedTo(held, assignee);
  const put = priority === undefined ? mine : { ...mine, priority };
  if (state === 'closed') return closed(put, at);
  if (state === 'open') return unsaid(reopened(put));
  return unsaid(until === undefined ? put : snoozed(put, until));
}

const unsaid = (conversation: ConversationRecord): Step => ({ conversation, messages: [] });

/** What is written down of a change, with what it was set to; `given`: the name of whose it is. */
export function doneBy(
  { assignee, priority, tags, state, until }: InboxChange,
  given: string | undefined,
): { action: StaffAction; detail?: string | undefined }[] {
  const states = { open: 'reopened', snoozed: 'snoozed', closed: 'closed' } as const;
  return [
    ...(assignee === undefined ? [] : [{ action: 'assigned' as const, detail: given }]),
    ...(priority === undefined ? [] : [{ action: 'prioritized' as const, detail: priority }]),
    ...(tags === undefined ? [] : [{ action: 'tagged' as const, detail: tags.join(', ') }]),
    ...(state === undefined ? [] : [{ action: states[state], detail: until }]),
  ];
}
