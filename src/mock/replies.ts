import type { CardName } from '../contract/message-parts.ts';
import { conversationStates } from '../contract/conversations.ts';
import { createConversationDesk } from '../backend/services/conversation-desk.ts';
import type { DrawCards } from '../backend/services/message-cards.ts';
import type { Bus, Clock, ConversationStore, Shop } from '../backend/ports.ts';

/** What somebody of the shop answers. */
export interface ShopsReply {
  text: string;
  /** Who it is; Ines Prado when left out. */
  name?: string;
  /** What is shown beside the words; orders and returns are the shopper’s own. */
  cards?: readonly CardName[];
  /** Answers to choose from. */
  choices?: readonly string[];
}

interface Ports {
  shop: Shop;
  store: ConversationStore;
  drawCards: DrawCards;
  bus: Bus;
  clock: Clock;
}

const MOST = 100;

/** Answers in the conversation that was written in last. */
export function createReplies({ shop, store, drawCards, bus, clock }: Ports) {
  const desk = createConversationDesk({ store, bus, clock });
  return async ({ text, name = 'Ines Prado', cards: names, choices }: ShopsReply) => {
    const talks = await desk.list(shop, { states: conversationStates, most: MOST });
    const newest = talks.at(-1);
    if (!newest) throw new Error('Nobody has written yet');
    const cards = await drawCards(shop, newest.owner, names ?? []);
    if ('refused' in cards) throw new Error('A card is of nothing that the shopper has');
    const shown = {
      ...(cards.length && { cards }),
      ...(choices && { choices: [...choices] }),
    };
    await desk.reply(shop, newest.id, { text, name, ...shown });
  };
}
