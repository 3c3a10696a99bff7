import { Order, OrderPage, OrderQuery, OrderTracking } from '../orders.ts';
import { Reorder } from '../reorder.ts';
import { byIdOrNumber } from './route.ts';
import type { Route } from './route.ts';

/** Orders as they are. */
export const orderRoutes = {
  listOrders: {
    method: 'get',
    path: '/orders',
    area: 'orders',
    access: 'customer',
    summary: 'The customer’s orders, newest first',
    query: OrderQuery,
    answers: { 200: OrderPage },
    problems: ['code_required'],
  },
  getOrder: {
    method: 'get',
    path: '/orders/:id',
    area: 'orders',
    access: 'customer',
    summary: 'One order with lines, parcels, sums, payments and address',
    params: byIdOrNumber,
    answers: { 200: Order },
    problems: ['code_required', 'not_found'],
  },
  getOrderTracking: {
    method: 'get',
    path: '/orders/:id/tracking',
    area: 'orders',
    access: 'guest',
    summary: 'Where one order is, without name, items, prices or address',
    params: byIdOrNumber,
    answers: { 200: OrderTracking },
    problems: ['code_required', 'not_found'],
  },
  getReorder: {
    method: 'get',
    path: '/orders/:id/reorder',
    area: 'orders',
    access: 'customer',
    summary:
      'What of an order can be bought again, at the prices of now, and what stands in for the rest',
    params: byIdOrNumber,
    answers: { 200: Reorder },
    problems: ['code_required', 'not_found'],
  },
} as const satisfies Record<string, Route>;
