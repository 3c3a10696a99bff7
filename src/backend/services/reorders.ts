import type { Reorder } from '../../contract/reorder.ts';
import { categoriesFor, reorder } from '../../domain/orders/reorder.ts';
import type { Platform, Shop } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import type { OwnOrder } from './own-orders.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Where something is looked for that could stand in: so many categories, so many products of each. */
const MOST_CATEGORIES = 10;
const MOST_PRODUCTS = 20;

export type Reorders = (
  shop: Shop,
  caller: CustomerCaller,
  named: string,
) => Promise<Reorder | Refusal<'not_found'>>;

/** What an order would be if it were placed again now. */
export const createReorders =
  (platform: Platform, ownOrder: OwnOrder): Reorders =>
  async (shop, caller, named) => {
    const order = await ownOrder(shop, caller, named);
    if (!order) return refuse('not_found');
    const ids = [...new Set(order.lines.map(({ product }) => product))];
    const bought = await platform.products(shop, { ids });
    const others = [];
    for (const category of categoriesFor(order, bought).slice(0, MOST_CATEGORIES))
      others.push(...(await platform.products(shop, { category, most: MOST_PRODUCTS })));
    const known = new Set(ids);
    return reorder(order, [...bought, ...others.filter(({ id }) => !known.has(id))]);
  };
