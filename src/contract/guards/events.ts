// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const EventReceipt: Shape = { kept: 'number' };
