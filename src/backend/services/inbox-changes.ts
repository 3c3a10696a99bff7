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
import type {
  Bus,
  Clock,
  ConversationStore,
  InboxEntry,
  InboxStore,
  Keep,
  Shop,
  StaffStore,
} from '../ports.ts';
import { auditEntry } from './audit.ts';
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
  keep?: Keep<InboxConversation>,
) => Promise<InboxConversation | Refusal<'not_found' | 'staff_not_found'>>;

/** What work on the inbox needs. */
export interface InboxPorts {
  store: ConversationStore;
  inbox: InboxStore;
  staff: StaffStore;
  bus: Bus;
  clock: Clock;
}

export const createChangeInbox =
  ({ inbox, staff, bus, clock }: InboxPorts): ChangeInbox =>
  async (shop, caller, id, change, keep) => {
    const { assignee, tags } = change;
    const given = typeof assignee === 'string' && (await staff.member(shop.id, assignee));
    if (typeof assignee === 'string' && !given) return refuse('staff_not_found');
    const now = clock();
    const at = now.toISOString();
    const wish = {
      at,
      decide: (held: ConversationRecord) => changed(held, change, at),
      tags,
      audit: doneBy(change, given ? given.name : undefined).map((done) =>
        auditEntry(shop, caller, { ...done, subject: id }, now),
      ),
    };
    const kept = keep && ((entry: InboxEntry) => keep(inboxTold(entry)));
    const entry = await inbox.change(shop, id, wish, kept);
    if (!entry) return refuse('not_found');
    await publishConversation(bus, entry);
    return inboxTold(entry);
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
