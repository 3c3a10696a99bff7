import { emailKey, orderNumberKey } from '../../domain/identity/lookup-keys.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { Platform, Shop } from '../ports.ts';
import type { KnownCaller } from './callers.ts';

/**
 * The order a caller names, when it is theirs to follow: by its id, or by its number as printed,
 * which is what a link in a mail knows. An order whose contact has been proven by a code is theirs to
 * follow as well, whoever's it is. Nobody else's order is told apart from none.
 */
export type OwnOrder = (
  shop: Shop,
  caller: KnownCaller,
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
    const { customer, provenEmail: email } = caller;
    const order = await platform.order(shop, named);
    const isTheirs =
      order &&
      (order.customer === customer ||
        (email !== undefined && emailKey(order.email ?? '') === emailKey(email)));
    if (isTheirs) return order;
    const own = await platform.orderNumbered(shop, customer, named);
    return own ?? (email === undefined ? undefined : platform.findOrder(shop, named, { email }));
  };
