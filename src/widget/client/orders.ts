import { OrderPage as shape } from '../../contract/guards/orders.ts';
import type { OrderPage, OrderQuery } from '../../contract/orders.ts';
import { readJson, type Send } from './request.ts';

export const listOrders = async (
  send: Send,
  query: Partial<OrderQuery> = {},
  signal?: AbortSignal,
): Promise<OrderPage> => readJson(await send('/orders', { query, signal }), shape);
