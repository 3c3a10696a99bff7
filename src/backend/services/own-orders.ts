import { orderNumberKey } from '../../domain/lookup-keys.ts';
import type { OrderRecord } from '../../domain/orders.ts';
import type { Platform, Shop } from '../ports.ts';
import type { Caller } from './callers.ts';

/**
 * The order a caller names, when it is theirs to follow: by its id, or by its number as printed,
 * which is what a link in a mail knows. Nobody else's order is told apart from none.
 */
export type OwnOrder = (
  shop: Shop,
  caller: Caller,
  named: string,
) => Promise<OrderRecord | undefined>;

export const createOwnOrder =
  (platform: Platform): OwnOrder =>
  async (shop, caller, named) => {
    if (caller.kind === 'guest') {
      const { id, number } = caller.order;
      const isTheirs = named === id || orderNumberKey(named) === orderNumberKey(number);
      return isTheirs ? platform.order(shop, id) : undefined;
    }
    const order = await platform.order(shop, named);
    return order?.customer === caller.customer
      ? order
      : platform.orderNumbered(shop, caller.customer, named);
  };
