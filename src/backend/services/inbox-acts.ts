import type { InboxAct, InboxActed, InboxUndone } from '../../contract/inbox-acts.ts';
import { later } from '../../domain/identity/identity.ts';
import type { ActStore, ConversationView, Keep, Shop } from '../ports.ts';
import { auditEntry } from './audit.ts';
import { publishConversation } from './conversation-hints.ts';
import { changed, doneBy, type InboxPorts } from './inbox-changes.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { StaffCaller } from './staff-callers.ts';

/** What somebody of the shop does to some conversations at once, and takes back. */
export interface InboxActs {
  act(
    shop: Shop,
    caller: StaffCaller,
    act: InboxAct,
    keep?: Keep<InboxActed>,
  ): Promise<InboxActed | Refusal<'staff_not_found'>>;
  undo(
    shop: Shop,
    caller: StaffCaller,
    id: string,
    keep?: Keep<InboxUndone>,
  ): Promise<InboxUndone | Refusal<'not_found'>>;
}

/** So long it can be taken back, in seconds. */
const UNDO = 10 * 60;

interface Ports extends Pick<InboxPorts, 'staff' | 'bus' | 'clock'> {
  acts: ActStore;
}

export function createInboxActs({ acts, staff, bus, clock }: Ports): InboxActs {
  return {
    async act(shop, caller, { ids, tag, ...change }, keep) {
      const { assignee } = change;
      const given = typeof assignee === 'string' && (await staff.member(shop.id, assignee));
      if (typeof assignee === 'string' && !given) return refuse('staff_not_found');
      const now = clock();
      const at = now.toISOString();
      const whole = { ...change, ...(tag !== undefined && { tags: [tag] }) };
      const written = doneBy(whole, given ? given.name : undefined);
      const id = `act_${crypto.randomUUID()}`;
      const undoUntil = later(now, UNDO);
      const told = (on: readonly ConversationView[]): InboxActed => ({
        ...{ id, undoUntil, changed: idsOf(on) },
      });
      const acted = await acts.act(
        {
          ...{ shop, id, at, staff: caller.staff, expiresAt: undoUntil, ids, tag },
          decide: (held) => changed(held, change, at),
          audit: (subject) =>
            written.map((done) => auditEntry(shop, caller, { ...done, subject }, now)),
        },
        keep && ((on) => keep(told(on))),
      );
      for (const conversation of acted) await publishConversation(bus, conversation);
      return told(acted);
    },

    async undo(shop, caller, id, keep) {
      const now = clock();
      const told = (on: readonly ConversationView[]): InboxUndone => ({ restored: idsOf(on) });
      const undone = await acts.undo(
        ...([shop, id] as const),
        {
          ...{ staff: caller.staff, now: now.toISOString() },
          audit: (subject) => auditEntry(shop, caller, { action: 'act_undone', subject }, now),
        },
        keep && ((on) => keep(told(on))),
      );
      if (!undone) return refuse('not_found');
      for (const conversation of undone) await publishConversation(bus, conversation);
      return told(undone);
    },
  };
}

const idsOf = (conversations: readonly ConversationView[]): string[] =>
  conversations.map(({ id }) => id);
