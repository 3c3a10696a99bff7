import type { Card, CardName } from '../../contract/message-parts.ts';
import type { ConversationOwner, Platform, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import { maySee } from './seen-orders.ts';

/** The cards of a message, for whose conversation it is. Of orders and returns only their own. */
export type DrawCards = (
  shop: Shop,
  owner: ConversationOwner,
  names: readonly CardName[],
) => Promise<Card[] | Refusal<'card_not_found'>>;

export function createDrawCards(platform: Platform): DrawCards {
  return async (shop, owner, names) => {
    const cards = await Promise.all(names.map((name) => draw(shop, owner, name)));
    const drawn = cards.filter((card) => card !== undefined);
    return drawn.length === names.length ? drawn : refuse('card_not_found');
  };

  async function draw(
    shop: Shop,
    owner: ConversationOwner,
    { kind, id }: CardName,
  ): Promise<Card | undefined> {
    if (kind === 'product') {
      const product = await platform.product(shop, id);
      if (!product) return undefined;
      const { name, picture, url } = product;
      return { kind, id, title: name, ...(picture && { picture }), ...(url && { url }) };
    }
    if (!('customer' in owner)) return undefined;
    const found = kind === 'return' ? await platform.changes?.return(shop.id, id) : undefined;
    if (kind === 'return' && !(found && maySee(owner, found))) return undefined;
    const order = await platform.order(shop, found?.order ?? id);
    if (order?.customer !== owner.customer) return undefined;
    const { picture } = order.lines.find((line) => line.picture) ?? {};
    const title = found?.number ?? order.number;
    return { kind, id, title, ...(kind === 'order' && picture && { picture }) };
  }
}
