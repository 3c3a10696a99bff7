// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Fields } from './shape.ts';

export const Money: Fields = { amount: 'number', currency: 'string' };
export const Picture: Fields = { url: 'string', alt: 'string' };
export const Estimate: Fields = { from: 'string', to: 'string' };
export const TrackingEvent: Fields = { at: 'string', status: 'string', text: 'string' };
export const OrderProgress: Fields = {
  status: 'string',
  '?parcel': 'string',
  progress: 'number',
  '?estimate': Estimate,
  '?latest': TrackingEvent,
  needsYou: 'boolean',
  parcels: 'number',
};
export const OrderSummary: Fields = {
  id: 'string',
  number: 'string',
  placedAt: 'string',
  total: Money,
  itemCount: 'number',
  pictures: [Picture],
  title: 'string',
  progress: OrderProgress,
};
export const OrderPage: Fields = { items: [OrderSummary], '?years': ['number'] };
