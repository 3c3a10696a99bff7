// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const Money: Shape = { amount: 'number', currency: 'string' };
export const Picture: Shape = { url: 'string', alt: 'string' };
export const Estimate: Shape = { from: 'string', to: 'string' };
export const TrackingEvent: Shape = { at: 'string', status: 'string', text: 'string' };
export const OrderProgress: Shape = {
  status: 'string',
  '?parcel': 'string',
  progress: 'number',
  '?estimate': Estimate,
  '?latest': TrackingEvent,
  needsYou: 'boolean',
  parcels: 'number',
};
export const OrderSummary: Shape = {
  id: 'string',
  number: 'string',
  placedAt: 'string',
  total: Money,
  itemCount: 'number',
  pictures: [Picture],
  title: 'string',
  progress: OrderProgress,
};
export const OrderPage: Shape = { items: [OrderSummary], '?years': ['number'] };
