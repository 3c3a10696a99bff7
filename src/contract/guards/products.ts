// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Picture, Money } from './orders.ts';

export const ProductSummary: Shape = {
  id: 'string',
  name: 'string',
  '?picture': Picture,
  from: Money,
};
export const ProductPage: Shape = { items: [ProductSummary] };
