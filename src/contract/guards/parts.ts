// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money, Estimate, TrackingEvent, Picture } from './orders.ts';

export const Address: Shape = { lines: ['string'] };
export const MoneyMove: Shape = {
  kind: 'string',
  label: 'string',
  amount: Money,
  days: { from: 'number', to: 'number' },
  state: 'string',
};
export const Carrier: Shape = { code: 'string', name: 'string' };
export const NextAction: Shape = { kind: 'string' };
export const Parcel: Shape = {
  id: 'string',
  '?carrier': Carrier,
  status: 'string',
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
};
export const Variant: Shape = {
  id: 'string',
  options: [{ name: 'string', value: 'string' }],
  price: Money,
  available: 'boolean',
  '?picture': Picture,
};
export const Product: Shape = {
  id: 'string',
  name: 'string',
  '?picture': Picture,
  variants: [Variant],
};
export const ProductSummary: Shape = {
  id: 'string',
  name: 'string',
  '?picture': Picture,
  from: Money,
};
export const Sum: Shape = { kind: 'string', amount: Money };
