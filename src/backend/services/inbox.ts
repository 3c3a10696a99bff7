import type { Message, MessageQuery } from '../../contract/conversations.ts';
import {
  MOST_NOTES,
  type InboxPage,
  type InboxQuery,
  type InboxThread,
  type Note,
  type NoteRequest,
  type ReplyRequest,
} from '../../contract/inbox.ts';
import {
  answered,
  assignedTo,
  isAnswered,
  marked,
  type ConversationRecord,
  type Step,
} from '../../domain/conversations/conversations.ts';
import type { Keep, Shop } from '../ports.ts';
import { filesIn } from './attached.ts';
import { auditEntry } from './audit.ts';
import { publishConversation } from './conversation-hints.ts';
import { messageTold } from './conversation-views.ts';
import type { DrawCards } from './message-cards.ts';
import type { InboxPorts } from './inbox-changes.ts';
import { inboxTold } from './inbox-views.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { StaffCaller } from './staff-callers.ts';

type NotFound = Refusal<'not_found'>;

/** What the shop's people do in conversations, each under their own name. */
export interface Inbox {
  list(shop: Shop, caller: StaffCaller, query: InboxQuery): Promise<InboxPage>;
  thread(
    shop: Shop,
    caller: StaffCaller,
    id: string,
    query: MessageQuery,
  ): Promise<InboxThread | NotFound>;
  reply(
    shop: Shop,
    caller: StaffCaller,
    id: string,
    reply: ReplyRequest,
  ): Promise<
    Message | Refusal<'not_found' | 'answered_meanwhile' | 'card_not_found' | 'upload_not_found'>
  >;
  note(
    shop: Shop,
    caller: StaffCaller,
    id: string,
    note: NoteRequest,
    keep?: Keep<Note>,
  ): Promise<Note | Refusal<'not_found' | 'staff_not_found' | 'upload_not_found'>>;
  mark(shop: Shop, caller: StaffCaller, id: string, seen: number): Promise<NotFound | undefined>;
}

export function createInbox(
  { store, inbox, staff, bus, clock }: InboxPorts,
  drawCards: DrawCards,
): Inbox {
  const now = () => clock().toISOString();
  return {
    async list(shop, { staff: me }, query) {
      const [{ items, next }, counts] = await Promise.all([
        inbox.list(shop.id, { ...query, staff: me }),
        inbox.counts(shop.id, me),
      ]);
      return { items: items.map(inboxTold), counts, ...(next !== undefined && { next }) };
    },

    async thread(shop, caller, id, query) {
      const [entry, messages, notes] = await Promise.all([
        inbox.read(shop.id, id, caller.staff),
        store.messages(shop.id, id, query),
        inbox.notes(shop.id, id, MOST_NOTES),
      ]);
      if (!entry) return refuse('not_found');
      return { conversation: inboxTold(entry), messages: messages.map(messageTold), notes };
    },

    async reply(shop, caller, id, reply) {
      const { client, text, cards: names = [], choices = [], seen, ...attached } = reply;
      const entry = await inbox.read(shop.id, id);
      if (!entry) return refuse('not_found');
      const files = filesIn(attached);
      const cards = await drawCards(shop, entry.owner, names);
      if (isRefusal(cards)) return cards;
      let isLate = false;
      const written = await store.write(shop, id, {
        client,
        decide(held) {
          isLate = isAnswered(held, seen);
          if (isLate) return unsaid(held);
          const mine = held.assignee === undefined ? assignedTo(held, caller.staff) : held;
          const shown = { ...(cards.length && { cards }), ...(choices.length && { choices }) };
          const said = { client, text, ...files, ...shown };
          return answered(mine, { ...said, from: 'staff', name: caller.name }, now());
        },
        uploads: { of: { staff: caller.staff }, ...files },
        audit: () => [auditEntry(shop, caller, { action: 'replied', subject: id }, clock())],
      });
      if (written === 'upload_not_found') return refuse(written);
      if (typeof written === 'string') return refuse('not_found');
      if (isLate) return refuse('answered_meanwhile');
      if (!written.again) await publishConversation(bus, written.conversation);
      return messageTold(written.messages.at(-1)!);
    },

    async note(shop, caller, id, { text, mentions = [], ...attached }, keep) {
      const entry = await inbox.read(shop.id, id);
      if (!entry) return refuse('not_found');
      const people = await Promise.all(mentions.map((who) => staff.member(shop.id, who)));
      const named = [...new Set(people.map((who) => who?.id))];
      if (!named.every((who) => who !== undefined)) return refuse('staff_not_found');
      const { photos, documents } = filesIn(attached);
      const at = clock();
      const note = await inbox.addNote(
        shop.id,
        id,
        {
          ...{ id: `note_${crypto.randomUUID()}`, after: entry.last, at: at.toISOString() },
          ...{ by: caller.name, text, ...(named.length && { mentions: named }) },
          ...(photos.length && { photos }),
        },
        {
          uploads: { of: { staff: caller.staff }, photos, documents },
          audit: auditEntry(shop, caller, { action: 'noted', subject: id }, at),
        },
        keep,
      );
      if (note === 'upload_not_found') return refuse(note);
      await publishConversation(bus, entry, 'conversation', ['shop']);
      return note;
    },

    async mark(shop, caller, id, seen) {
      let hasMoved = false;
      const written = await store.write(shop, id, {
        decide(held): Step {
          const conversation: ConversationRecord = marked(held, 'shop', { seen });
          hasMoved = conversation !== held;
          return unsaid(conversation);
        },
      });
      if (typeof written === 'string') return refuse('not_found');
      const isNamed = await inbox.seeMentions(shop.id, id, caller.staff);
      if (hasMoved) await publishConversation(bus, written.conversation);
      else if (isNamed)
        await publishConversation(bus, written.conversation, 'conversation', ['shop']);
      return undefined;
    },
  };
}

const unsaid = (conversation: ConversationRecord): Step => ({ conversation, messages: [] });
