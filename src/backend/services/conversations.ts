import {
  MOST_CONVERSATIONS,
  type Conversation,
  type ConversationList,
  type MailRequest,
  type MarkRequest,
  type MessagePage,
  type MessageQuery,
  type RatingRequest,
} from '../../contract/conversations.ts';
import {
  begun,
  marked,
  type ConversationRecord,
} from '../../domain/conversations/conversations.ts';
import { answering } from '../../domain/conversations/hours.ts';
import { later } from '../../domain/identity/identity.ts';
import type { Bus, Clock, ConversationStore, ConversationView, Keep, Shop } from '../ports.ts';
import { ownerOf, type Caller, type CustomerCaller } from './callers.ts';
import type { ConversationMails } from './conversation-mails.ts';
import { publishConversation } from './conversation-hints.ts';
import { conversationTold, messageTold } from './conversation-views.ts';
import type { OwnConversation } from './own-conversations.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

type NotFound = Refusal<'not_found'>;

/** What a shopper does in their conversations with the shop, beside writing in them. */
export interface Conversations {
  list(shop: Shop, caller: Caller): Promise<ConversationList>;
  open(shop: Shop, caller: Caller, keep?: Keep<Conversation>): Promise<Conversation>;
  page(
    shop: Shop,
    caller: Caller,
    id: string,
    query: MessageQuery,
  ): Promise<MessagePage | NotFound>;
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
  ownConversation: OwnConversation;
  mails: ConversationMails;
  bus: Bus;
  clock: Clock;
}

/** How far back answers tell how long the next one takes, in seconds, and how many of them. */
const WAITS = { since: 14 * 24 * 60 * 60, most: 50 };

export function createConversations(ports: Ports): Conversations {
  const { store, ownConversation, mails, bus, clock } = ports;
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
      const view = await ownConversation(shop, caller, id);
      if (!view) return refuse('not_found');
      const messages = await store.messages(shop.id, id, query);
      return { items: messages.map(messageTold), conversation: conversationTold(view) };
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
      const view = await ownConversation(shop, caller, id);
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
      const view = await ownConversation(shop, caller, id);
      if (!view) return refuse('not_found');
      const tell = keep && ((told: ConversationView) => keep(conversationTold(told)));
      const wanted = await mails.want(shop, caller, view, wish, tell);
      return isRefusal(wanted) ? wanted : conversationTold(wanted);
    },

    async transcript(shop, caller, id, language) {
      const view = await ownConversation(shop, caller, id);
      return view ? mails.transcript(shop, caller, view, language) : refuse('not_found');
    },
  };
}
