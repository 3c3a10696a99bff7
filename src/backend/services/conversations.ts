import {
  MOST_CONVERSATIONS,
  type Conversation,
  type ConversationList,
  type MailRequest,
  type MarkRequest,
  type Message,
  type MessagePage,
  type MessageQuery,
  type MessageRequest,
  type RatingRequest,
} from '../../contract/conversations.ts';
import {
  asked,
  assignedTo,
  begun,
  marked,
  type ConversationRecord,
} from '../../domain/conversations/conversations.ts';
import { answerDue } from '../../domain/conversations/due.ts';
import { answering } from '../../domain/conversations/hours.ts';
import { later } from '../../domain/identity/identity.ts';
import { staffIdle } from '../../domain/staff/staff.ts';
import type {
  Bus,
  Clock,
  ConversationStore,
  ConversationView,
  Keep,
  Shop,
  StaffStore,
} from '../ports.ts';
import { ownerName, ownerOf, type Caller, type CustomerCaller } from './callers.ts';
import type { ConversationMails } from './conversation-mails.ts';
import { auditEntry } from './audit.ts';
import { publishConversation } from './conversation-hints.ts';
import { conversationTold, messageTold } from './conversation-views.ts';
import { filesIn } from './attached.ts';
import type { DrawCards } from './message-cards.ts';
import type { Limits } from './limits.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

type NotFound = Refusal<'not_found'>;

/** What a shopper does in their conversations with the shop. */
export interface Conversations {
  list(shop: Shop, caller: Caller): Promise<ConversationList>;
  open(shop: Shop, caller: Caller, keep?: Keep<Conversation>): Promise<Conversation>;
  page(
    shop: Shop,
    caller: Caller,
    id: string,
    query: MessageQuery,
  ): Promise<MessagePage | NotFound>;
  send(
    shop: Shop,
    caller: Caller,
    id: string,
    request: MessageRequest,
  ): Promise<
    Message | Refusal<'not_found' | 'too_many_messages' | 'upload_not_found' | 'card_not_found'>
  >;
  mark(shop: Shop, caller: Caller, id: string, marks: MarkRequest): Promise<NotFound | undefined>;
  typing(shop: Shop, caller: Caller, id: string): Promise<NotFound | undefined>;
  rate(
    shop: Shop,
    caller: Caller,
    id: string,
    rating: RatingRequest,
    keep?: Keep<Conversation>,
  ): Promise<Conversation | NotFound>;
  mail(
    shop: Shop,
    caller: Caller,
    id: string,
    wish: MailRequest & { language: string | null },
    keep?: Keep<Conversation>,
  ): Promise<Conversation | Refusal<'not_found' | 'channel_unavailable'>>;
  transcript(
    shop: Shop,
    caller: CustomerCaller,
    id: string,
    language: string | null,
  ): Promise<Refusal<'not_found' | 'channel_unavailable' | 'too_many_requests'> | undefined>;
}

interface Ports {
  store: ConversationStore;
  staff: StaffStore;
  mails: ConversationMails;
  drawCards: DrawCards;
  limits: Limits;
  bus: Bus;
  clock: Clock;
}

/** How far back answers tell how long the next one takes, in seconds, and how many of them. */
const WAITS = { since: 14 * 24 * 60 * 60, most: 50 };

export function createConversations(ports: Ports): Conversations {
  const { store, staff, mails, drawCards, limits, bus, clock } = ports;
  return {
    async list(shop, caller) {
      const now = clock();
      const [views, waits] = await Promise.all([
        store.ofOwner(shop.id, ownerOf(caller), MOST_CONVERSATIONS),
        store.waits(shop.id, later(now, -WAITS.since), WAITS.most),
      ]);
      const { hours } = shop.contact;
      return {
        items: views.map(conversationTold),
        answering: answering(now, { ...(hours && { hours }), timeZone: shop.timeZone, waits }),
      };
    },

    async open(shop, caller, keep) {
      const fresh = {
        id: `con_${crypto.randomUUID()}`,
        record: begun(clock().toISOString()),
      };
      const tell = keep && ((view: ConversationView) => keep(conversationTold(view)));
      return conversationTold(await store.open(shop.id, ownerOf(caller), fresh, tell));
    },

    async page(shop, caller, id, query) {
      const view = await own(shop, caller, id);
      if (!view) return refuse('not_found');
      const messages = await store.messages(shop.id, id, query);
      return { items: messages.map(messageTold), conversation: conversationTold(view) };
    },

    async send(shop, caller, id, { client, text, cards: names = [], ...attached }) {
      const owner = ownerOf(caller);
      const files = filesIn(attached);
      const cards = await drawCards(shop, owner, names);
      if (isRefusal(cards)) return cards;
      const { takes, usedUp } = await limits.ofMessage(shop, ownerName(owner));
      const now = clock();
      const at = now.toISOString();
      const next = await turn(shop, caller, id);
      let isGiven = false;
      const written = await store.write(shop, id, {
        ...{ of: owner, client, takes },
        decide(held) {
          isGiven = held.assignee === undefined && next !== undefined;
          const given = isGiven && next !== undefined ? assignedTo(held, next.id) : held;
          const said = { client, text, ...files, ...(cards.length && { cards }) };
          return asked(given, said, at, answerDue(held, at, shop));
        },
        uploads: { of: owner, ...files },
        // nobody did it: their turn has come
        audit() {
          const done = { action: 'assigned', subject: id, detail: next?.name } as const;
          return isGiven ? [auditEntry(shop, 'server', done, now)] : [];
        },
      });
      if (written === 'used_up') return usedUp();
      if (typeof written === 'string') return refuse(written);
      const { messages, conversation, again } = written;
      if (again) return messageTold(messages[0]!);
      await publishConversation(bus, conversation);
      return messageTold(messages[0]!);
    },

    async mark(shop, caller, id, marks) {
      let moved = false;
      const { delivered = 0, seen = 0 } = marks;
      const written = await store.write(shop, id, {
        of: ownerOf(caller),
        decide(held) {
          const conversation = marked(held, 'shopper', { delivered, seen });
          moved = conversation !== held;
          return { conversation, messages: [] };
        },
      });
      if (typeof written === 'string') return refuse('not_found');
      if (moved) await publishConversation(bus, written.conversation);
      return undefined;
    },

    async typing(shop, caller, id) {
      const view = await own(shop, caller, id);
      if (!view) return refuse('not_found');
      await publishConversation(bus, view, 'typing', ['shop']);
      return undefined;
    },

    async rate(shop, caller, id, { rating, note = '' }, keep) {
      const decide = (held: ConversationRecord) => ({
        conversation: { ...held, rating },
        messages: [],
      });
      const written = await store.write(
        ...([shop, id] as const),
        { of: ownerOf(caller), decide, note },
        keep && (({ conversation }) => keep(conversationTold(conversation))),
      );
      return typeof written === 'string'
        ? refuse('not_found')
        : conversationTold(written.conversation);
    },

    async mail(shop, caller, id, wish, keep) {
      const view = await own(shop, caller, id);
      if (!view) return refuse('not_found');
      const tell = keep && ((told: ConversationView) => keep(conversationTold(told)));
      const wanted = await mails.want(shop, caller, view, wish, tell);
      return isRefusal(wanted) ? wanted : conversationTold(wanted);
    },

    async transcript(shop, caller, id, language) {
      const view = await own(shop, caller, id);
      return view ? mails.transcript(shop, caller, view, language) : refuse('not_found');
    },
  };

  /** Who of those at work is next, where the shop gives out what is nobody's and this is. */
  async function turn(shop: Shop, caller: Caller, id: string) {
    if (shop.assign !== 'round_robin') return undefined;
    const view = await own(shop, caller, id);
    if (!view || view.assignee !== undefined) return undefined;
    const now = clock();
    const moment = { now: now.toISOString(), seenSince: later(now, -staffIdle) };
    const next = await staff.takeTurn(shop.id, moment);
    return next === undefined ? undefined : staff.member(shop.id, next);
  }

  /** One of the caller's own; nobody else's is told apart from none. */
  async function own(shop: Shop, caller: Caller, id: string) {
    const view = await store.read(shop.id, id);
    return view && ownerName(view.owner) === ownerName(ownerOf(caller)) ? view : undefined;
  }
}
