// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Sum, MoneyMove } from './parts.ts';
import { Money } from './orders.ts';

export const Hold: Shape = { kind: 'string', label: 'string', amount: Money, until: 'string' };
export const Quote: Shape = {
  id: 'string',
  expiresAt: 'string',
  sums: [Sum],
  total: Money,
  moves: [MoneyMove],
  '?hold': Hold,
};
