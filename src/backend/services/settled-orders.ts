import type { Order } from '../../contract/orders.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import { explain } from '../../domain/policy/explain.ts';
import { customerReceiptOf } from '../../domain/changes/receipts.ts';
import type { Clock, Platform, Shop } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { maySee, seenBy } from './seen-orders.ts';
import { withShipping } from './shipping-methods.ts';

/** A list has an end; of more receipts than this the newest are told. */
const MOST_RECEIPTS = 100;
const MOST_RETURNS = 50;

/** What can be done with an order, and what was done: nothing where orders can only be looked at. */
export type Settled = (
  shop: Shop,
  caller: CustomerCaller,
  order: OrderRecord,
) => Promise<Pick<Order, 'actions' | 'receipts' | 'returns'>>;

export const createSettled =
  ({ changes }: Platform, clock: Clock): Settled =>
  async (shop, caller, { id }) => {
    const { policy } = shop;
    const looked = policy && (await changes?.look(shop.id, id));
    if (!changes || !policy || !looked) return {};
    const { case: of, isOwn } = seenBy(caller, looked);
    const all = await changes.returns(shop.id, id);
    const returns = all.filter((each) => maySee(caller, each));
    const secret = new Set(all.filter((each) => !returns.includes(each)).map((each) => each.id));
    const receipts = (await changes.receipts(shop.id, id)).filter(
      (each) => each.return === undefined || !secret.has(each.return),
    );
    return {
      actions: explain(policy, withShipping(shop, of), clock(), isOwn),
      ...(returns.length > 0 && { returns: returns.slice(0, MOST_RETURNS).map((each) => each.id) }),
      ...(receipts.length > 0 && {
        receipts: receipts.slice(0, MOST_RECEIPTS).map(customerReceiptOf),
      }),
    };
  };
