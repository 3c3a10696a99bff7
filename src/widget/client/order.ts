import { Order as order, OrderTracking as tracking } from '../../contract/guards/order.ts';
import type { Order, OrderTracking } from '../../contract/orders.ts';
import { path, readJson, type Send } from './request.ts';

export const getOrder = (send: Send, id: string, signal?: AbortSignal): Promise<Order> =>
  readJson(send(path`/orders/${id}`, { signal }), order);

export const getOrderTracking = (
  send: Send,
  id: string,
  signal?: AbortSignal,
): Promise<OrderTracking> => readJson(send(path`/orders/${id}/tracking`, { signal }), tracking);
