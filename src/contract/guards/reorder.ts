// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money, Picture } from './orders.ts';

export const CartLine: Shape = {
  line: 'string',
  product: 'string',
  variant: 'string',
  name: 'string',
  options: [{ name: 'string', value: 'string' }],
  quantity: 'number',
  unitPrice: Money,
  '?picture': Picture,
};
export const Reorder: Shape = {
  lines: [CartLine],
  gone: [{ line: 'string', quantity: 'number', '?alternative': CartLine }],
};
