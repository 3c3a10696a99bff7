// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Fields } from './shape.ts';
import { Money, Estimate, TrackingEvent, Picture } from './orders.ts';

export const Address: Fields = { lines: ['string'] };
export const MoneyMove: Fields = {
  kind: 'string',
  label: 'string',
  amount: Money,
  days: { from: 'number', to: 'number' },
  state: 'string',
};
export const Carrier: Fields = { code: 'string', name: 'string' };
export const NextAction: Fields = { kind: 'string' };
export const Parcel: Fields = {
  id: 'string',
  '?carrier': Carrier,
  status: 'string',
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
};
export const Variant: Fields = {
  id: 'string',
  options: [{ name: 'string', value: 'string' }],
  price: Money,
  available: 'boolean',
  '?picture': Picture,
};
export const Product: Fields = {
  id: 'string',
  name: 'string',
  '?picture': Picture,
  variants: [Variant],
};
export const ProductSummary: Fields = {
  id: 'string',
  name: 'string',
  '?picture': Picture,
  from: Money,
};
export const Sum: Fields = { kind: 'string', amount: Money };
