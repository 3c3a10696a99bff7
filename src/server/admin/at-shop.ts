import type { Shop, Shops } from '../../backend/ports.ts';
import type { Answer } from './settling-questions.ts';

/** Visits the shop that is meant: the only one, or the one that is named. */
export const atShop =
  (shops: Shops) =>
  async <Value>(
    id: string | undefined,
    visit: (shop: Shop) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> => {
    const found = shops.find(id);
    if (found) return visit(found);
    return { refused: id === undefined ? 'shop_required' : 'shop_not_found' };
  };
