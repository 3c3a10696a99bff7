import { OrderPage as shape } from '../../contract/guards/orders.ts';
import type { OrderPage, OrderQuery } from '../../contract/orders.ts';
import { readJson, type Send } from './request.ts';

export const listOrders = (
  send: Send,
  query: Partial<OrderQuery> = {},
  signal?: AbortSignal,
): Promise<OrderPage> => readJson(send('/orders', { query, signal }), shape);
