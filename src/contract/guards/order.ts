// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money, Picture, OrderProgress, Estimate, TrackingEvent } from './orders.ts';

export const Line: Shape = {
  id: 'string',
  product: 'string',
  variant: 'string',
  name: 'string',
  options: [{ name: 'string', value: 'string' }],
  quantity: 'number',
  unitPrice: Money,
  total: Money,
  '?picture': Picture,
};
export const Carrier: Shape = { code: 'string', name: 'string' };
export const NextAction: Shape = { kind: 'string' };
export const Shipment: Shape = {
  id: 'string',
  '?carrier': Carrier,
  status: 'string',
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
  lines: [{ line: 'string', quantity: 'number' }],
};
export const Totals: Shape = {
  items: Money,
  discounts: [{ label: 'string', amount: Money }],
  shipping: Money,
  tax: Money,
  taxIncluded: 'boolean',
  total: Money,
};
export const Payment: Shape = { kind: 'string', label: 'string', amount: Money };
export const Address: Shape = { lines: ['string'] };
export const Order: Shape = {
  id: 'string',
  number: 'string',
  placedAt: 'string',
  total: Money,
  itemCount: 'number',
  pictures: [Picture],
  title: 'string',
  progress: OrderProgress,
  lines: [Line],
  shipments: [Shipment],
  totals: Totals,
  payments: [Payment],
  '?address': Address,
};
export const Parcel: Shape = {
  id: 'string',
  '?carrier': Carrier,
  status: 'string',
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
};
export const OrderTracking: Shape = {
  id: 'string',
  number: 'string',
  progress: OrderProgress,
  parcels: [Parcel],
};
