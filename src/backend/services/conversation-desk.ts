import type { ConversationState } from '../../contract/conversations.ts';
import type { Card } from '../../contract/message-parts.ts';
import {
  answered,
  closed,
  marked,
  snoozed,
  type ConversationRecord,
  type NewMessage,
  type Step,
} from '../../domain/conversations/conversations.ts';
import type { Bus, Clock, ConversationStore, ConversationView, Shop } from '../ports.ts';
import { publishConversation } from './conversation-hints.ts';
import { refuse, type Refusal } from './refusal.ts';

type NotFound = Refusal<'not_found'>;

/** What the shop's people do in conversations. */
export interface ConversationDesk {
  list(
    shop: Shop,
    wanted: { states: readonly ConversationState[]; most: number },
  ): Promise<ConversationView[]>;
  /** With its newest messages, which count as seen from then on. */
  show(
    shop: Shop,
    id: string,
    most: number,
  ): Promise<{ conversation: ConversationView; messages: NewMessage[] } | NotFound>;
  reply(
    shop: Shop,
    id: string,
    said: { text: string; name?: string; client?: string; cards?: Card[]; choices?: string[] },
  ): Promise<ConversationView | NotFound>;
  close(shop: Shop, id: string): Promise<ConversationView | NotFound>;
  snooze(shop: Shop, id: string, until: string): Promise<ConversationView | NotFound>;
  /** Somebody of the shop is writing. */
  typing(shop: Shop, id: string): Promise<ConversationView | NotFound>;
}

interface Ports {
  store: ConversationStore;
  bus: Bus;
  clock: Clock;
}

export function createConversationDesk({ store, bus, clock }: Ports): ConversationDesk {
  const now = () => clock().toISOString();
  return {
    list: (shop, wanted) => store.ofShop(shop.id, wanted),

    async show(shop, id, limit) {
      const messages = await store.messages(shop.id, id, { limit });
      const seen = messages.at(-1)?.sequence ?? 0;
      const conversation = await step(shop, id, (held) => unsaid(marked(held, 'shop', { seen })));
      return 'refused' in conversation ? conversation : { conversation, messages };
    },

    reply: (shop, id, said) =>
      step(shop, id, (held) => answered(held, { ...said, from: 'staff' }, now()), said.client),

    close: (shop, id) => step(shop, id, (held) => closed(held, now())),

    snooze: (shop, id, until) => step(shop, id, (held) => unsaid(snoozed(held, until))),

    async typing(shop, id) {
      const view = await store.read(shop.id, id);
      if (!view) return refuse('not_found');
      await publishConversation(bus, view, 'typing', ['shopper']);
      return view;
    },
  };

  async function step(
    shop: Shop,
    id: string,
    decide: (held: ConversationRecord) => Step,
    client?: string,
  ): Promise<ConversationView | NotFound> {
    const written = await store.write(shop, id, { decide, client });
    if (typeof written === 'string') return refuse('not_found');
    await publishConversation(bus, written.conversation);
    return written.conversation;
  }
}

const unsaid = (conversation: ConversationRecord): Step => ({ conversation, messages: [] });
