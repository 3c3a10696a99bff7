import type { ConversationStore, ConversationView, Shop } from '../ports.ts';
import { ownerName, ownerOf, type Caller } from './callers.ts';

/** One of the caller's own; nobody else's is told apart from none. */
export type OwnConversation = (
  shop: Shop,
  caller: Caller,
  id: string,
) => Promise<ConversationView | undefined>;

export const createOwnConversation =
  (store: ConversationStore): OwnConversation =>
  async (shop, caller, id) => {
    const view = await store.read(shop.id, id);
    return view && ownerName(view.owner) === ownerName(ownerOf(caller)) ? view : undefined;
  };
