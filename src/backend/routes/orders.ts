import { orderOf, trackingOf } from '../../domain/orders/views.ts';
import type { OrderListQuery, Platform } from '../ports.ts';
import { isOwner } from '../services/seen-orders.ts';
import type { OwnOrder } from '../services/own-orders.ts';
import type { Settled } from '../services/settled-orders.ts';
import type { Reorders } from '../services/reorders.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const orderRoutes = (
  platform: Platform,
  ownOrder: OwnOrder,
  settled: Settled,
  reorders: Reorders,
): Pick<Handlers, 'listOrders' | 'getOrder' | 'getOrderTracking' | 'getReorder'> => ({
  async listOrders({ shop, caller, query }) {
    const { limit, filter, cursor, year } = query;
    const wanted: OrderListQuery = {
      filter,
      limit,
      ...(cursor !== undefined && { cursor }),
      ...(year !== undefined && { year }),
      ...(caller.provenEmail !== undefined && { contact: { email: caller.provenEmail } }),
    };
    const { orders, next, years } = await platform.orders(shop, caller.customer, wanted);
    const rest = JSON.stringify({ ...(next !== undefined && { next }), ...(years && { years }) });
    const items = `"items":[${orders.join()}]`;
    const json = rest === '{}' ? `{${items}}` : `{${items},${rest.slice(1)}`;
    return { status: 200, cache: 'private', json };
  },

  async getOrder({ shop, caller, params }) {
    const order = await ownOrder(shop, caller, params.id);
    if (!order) return refuse('not_found');
    const body = {
      ...orderOf(order, isOwner(caller, order)),
      ...(await settled(shop, caller, order)),
    };
    return { status: 200, cache: 'private', body };
  },

  async getReorder({ shop, caller, params }) {
    const cart = await reorders(shop, caller, params.id);
    return isRefusal(cart) ? cart : { status: 200, cache: 'private', body: cart };
  },

  async getOrderTracking({ shop, caller, params }) {
    const order = await ownOrder(shop, caller, params.id);
    return order ? { status: 200, cache: 'private', body: trackingOf(order) } : refuse('not_found');
  },
});
