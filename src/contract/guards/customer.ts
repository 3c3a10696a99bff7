// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Address } from './parts.ts';
import { Money } from './orders.ts';

export const CustomerDetails: Shape = {
  id: 'string',
  firstName: 'string',
  lastName: 'string',
  '?address': Address,
};
export const PaymentMethod: Shape = {
  id: 'string',
  kind: 'string',
  label: 'string',
  '?balance': Money,
};
export const PaymentMethodList: Shape = { items: [PaymentMethod] };
