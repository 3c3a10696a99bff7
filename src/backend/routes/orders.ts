import { orderOf, summaryOf, trackingOf } from '../../domain/order-views.ts';
import type { OrderListQuery, Platform } from '../ports.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const orderRoutes = (
  platform: Platform,
): Pick<Handlers, 'listOrders' | 'getOrder' | 'getOrderTracking'> => ({
  async listOrders({ shop, caller, query }) {
    const { limit, filter, cursor, year } = query;
    const wanted: OrderListQuery = {
      filter,
      limit,
      ...(cursor !== undefined && { cursor }),
      ...(year !== undefined && { year }),
    };
    const { orders, next, years } = await platform.orders(shop, caller.customer, wanted);
    return {
      status: 200,
      cache: 'private',
      body: {
        items: orders.map(summaryOf),
        ...(next !== undefined && { next }),
        ...(years && { years }),
      },
    };
  },

  async getOrder({ shop, caller, params }) {
    const order = await platform.order(shop, params.id);
    return order?.customer === caller.customer
      ? { status: 200, cache: 'private', body: orderOf(order) }
      : refuse('not_found');
  },

  async getOrderTracking({ shop, caller, params }) {
    if (caller.kind === 'guest' && caller.order.id !== params.id) return refuse('not_found');
    const order = await platform.order(shop, params.id);
    const isTheirs = caller.kind === 'guest' || order?.customer === caller.customer;
    return order && isTheirs
      ? { status: 200, cache: 'private', body: trackingOf(order) }
      : refuse('not_found');
  },
});
