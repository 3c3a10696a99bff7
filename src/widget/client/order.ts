import { Order as order, OrderTracking as tracking } from '../../contract/guards/order.ts';
import type { Order, OrderTracking } from '../../contract/orders.ts';
import { readJson, type Send } from './request.ts';

export const getOrder = async (send: Send, id: string, signal?: AbortSignal): Promise<Order> =>
  readJson(await send(`/orders/${encodeURIComponent(id)}`, { signal }), order);

export const getOrderTracking = async (
  send: Send,
  id: string,
  signal?: AbortSignal,
): Promise<OrderTracking> =>
  readJson(await send(`/orders/${encodeURIComponent(id)}/tracking`, { signal }), tracking);
