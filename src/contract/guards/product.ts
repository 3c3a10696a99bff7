// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Picture, Money } from './orders.ts';

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
