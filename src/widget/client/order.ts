import { Order as order, OrderTracking as tracking } from '../../contract/guards/order.ts';
import type { Order, OrderTracking } from '../../contract/orders.ts';
import { listOrders } from './orders.ts';
import { Problem } from './problem.ts';
import { readJson, type Send } from './request.ts';

export const getOrder = async (send: Send, id: string, signal?: AbortSignal): Promise<Order> =>
  readJson(await send(`/orders/${encodeURIComponent(id)}`, { signal }), order);

export const getOrderTracking = async (
  send: Send,
  id: string,
  signal?: AbortSignal,
): Promise<OrderTracking> =>
  readJson(await send(`/orders/${encodeURIComponent(id)}/tracking`, { signal }), tracking);

/** By its id, or by its number, which is what a mail names an order by. */
export async function findOrder(send: Send, name: string, signal?: AbortSignal): Promise<Order> {
  try {
    return await getOrder(send, name, signal);
  } catch (error) {
    if (!(error instanceof Problem && error.status === 404)) throw error;
    const { items } = await listOrders(send, { limit: 50 }, signal);
    const meant = items.find(({ number }) => number === name);
    if (!meant) throw error;
    return getOrder(send, meant.id, signal);
  }
}
