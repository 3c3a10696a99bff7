import type { Bus, ConversationOwner } from '../ports.ts';
import { conversationsTopic, customerTopic, sessionTopic } from './topics.ts';

/** Tells whoever is in a conversation, on either side, to look again; or that somebody writes. */
export async function publishConversation(
  bus: Bus,
  { shop, id, owner }: { shop: string; id: string; owner: ConversationOwner },
  topic: 'conversation' | 'typing' = 'conversation',
  to: readonly ('shopper' | 'shop')[] = ['shopper', 'shop'],
): Promise<void> {
  const theirs =
    'customer' in owner ? customerTopic(shop, owner.customer) : sessionTopic(shop, owner.session);
  const places = { shopper: theirs, shop: conversationsTopic(shop) };
  // at once: a bus between processes sends what comes together as one
  await Promise.all(to.map((side) => bus.publish(places[side], { topic, id })));
}
