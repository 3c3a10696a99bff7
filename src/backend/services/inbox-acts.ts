import type { InboxAct, InboxActed, InboxUndone } from '../../contract/inbox-acts.ts';
import { standingOf, takenBack, type Done } from '../../domain/conversations/standing.ts';
import { later } from '../../domain/identity/identity.ts';
import type { ActedOn, ActStore, Shop } from '../ports.ts';
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
  ): Promise<InboxActed | Refusal<'staff_not_found'>>;
  undo(shop: Shop, caller: StaffCaller, id: string): Promise<InboxUndone | Refusal<'not_found'>>;
}

/** So long it can be taken back, in seconds. */
const UNDO = 10 * 60;

interface Ports extends InboxPorts {
  acts: ActStore;
}

export function createInboxActs(ports: Ports): InboxActs {
  const { store, inbox, acts, staff, audit, bus, clock } = ports;
  return {
    async act(shop, caller, { ids, tag, ...change }) {
      const { assignee } = change;
      const given = typeof assignee === 'string' && (await staff.member(shop.id, assignee));
      if (typeof assignee === 'string' && !given) return refuse('staff_not_found');
      const now = clock();
      const whole = { ...change, ...(tag !== undefined && { tags: [tag] }) };
      const written = doneBy(whole, given ? given.name : undefined);
      const on: ActedOn[] = [];
      for (const id of new Set(ids)) {
        const done = await changeOne(shop, id, { change, tag, at: now.toISOString() });
        if (!done) continue;
        on.push(done);
        for (const each of written) await audit(shop, caller, { ...each, subject: id });
      }
      const act = { shop: shop.id, id: `act_${crypto.randomUUID()}`, staff: caller.staff };
      const undoUntil = later(now, UNDO);
      await acts.add({ ...act, expiresAt: undoUntil, on });
      return { id: act.id, changed: on.map(({ id }) => id), undoUntil };
    },

    async undo(shop, caller, id) {
      const act = await acts.take(shop.id, id, {
        ...{ staff: caller.staff, now: clock().toISOString() },
      });
      if (!act) return refuse('not_found');
      const restored: string[] = [];
      for (const done of act) {
        if (!(await takeBackOne(shop, done))) continue;
        restored.push(done.id);
        await audit(shop, caller, { action: 'act_undone', subject: done.id });
      }
      return { restored };
    },
  };

  /** Undefined where there is no such conversation, or nothing is written in it. */
  async function changeOne(
    shop: Shop,
    id: string,
    {
      change,
      tag,
      at,
    }: { change: Omit<InboxAct, 'ids' | 'tag'>; tag?: string | undefined; at: string },
  ): Promise<ActedOn | undefined> {
    const entry = await inbox.read(shop.id, id);
    if (!entry) return undefined;
    let done: Done | undefined;
    const written = await store.write(shop.id, id, {
      decide(held) {
        const step = changed(held, change, at);
        const { last } = step.conversation;
        done = { before: standingOf(held), after: standingOf(step.conversation), last };
        return step;
      },
    });
    if (typeof written === 'string' || !done) return undefined;
    const isNew = tag !== undefined && !entry.tags.includes(tag);
    if (isNew) await inbox.setTags(shop.id, id, [...entry.tags, tag]);
    await publishConversation(bus, written.conversation);
    return { id, ...done, ...(isNew && { tag }) };
  }

  async function takeBackOne(shop: Shop, { id, tag, ...done }: ActedOn): Promise<boolean> {
    let isBack = false;
    const written = await store.write(shop.id, id, {
      decide(held) {
        const conversation = takenBack(held, done);
        isBack = conversation !== undefined;
        return { conversation: conversation ?? held, messages: [] };
      },
    });
    if (typeof written === 'string' || !isBack) return false;
    const entry = tag === undefined ? undefined : await inbox.read(shop.id, id);
    if (entry)
      await inbox.setTags(
        shop.id,
        id,
        entry.tags.filter((one) => one !== tag),
      );
    await publishConversation(bus, written.conversation);
    return true;
  }
}
