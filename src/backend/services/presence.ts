import type { PresenceName } from '../../contract/stream.ts';
import type { Bus, ConversationStore, Shop } from '../ports.ts';
import { publishConversation } from './conversation-hints.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { StaffCaller } from './staff-callers.ts';
import { conversationsTopic } from './topics.ts';

type Told = Promise<Refusal<'not_found'> | undefined>;

/** Tells who of the shop is in a conversation, so that two do not answer at once. None of it is kept. */
export interface Presence {
  /** The shopper is told too. */
  typing(shop: Shop, caller: StaffCaller, id: string): Told;
  told(shop: Shop, caller: StaffCaller, id: string, does: PresenceName): Told;
}

export function createPresence({ store, bus }: { store: ConversationStore; bus: Bus }): Presence {
  const tell = (shop: Shop, { staff }: StaffCaller, id: string, does: PresenceName) =>
    bus.publish(conversationsTopic(shop.id), { topic: 'presence', id, staff, does });
  return {
    async typing(shop, caller, id) {
      const view = await store.read(shop.id, id);
      if (!view) return refuse('not_found');
      await Promise.all([
        publishConversation(bus, view, 'typing', ['shopper']),
        tell(shop, caller, id, 'writes'),
      ]);
      return undefined;
    },

    async told(shop, caller, id, does) {
      if (!(await store.read(shop.id, id))) return refuse('not_found');
      await tell(shop, caller, id, does);
      return undefined;
    },
  };
}
