// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const EventsRemoved: Shape = { removed: 'number' };
export const KnownEvent: Shape = {
  id: 'string',
  type: 'string',
  at: 'string',
  '?product': { id: 'string', name: 'string' },
  linked: 'boolean',
};
export const KnownEvents: Shape = {
  items: [KnownEvent],
  counts: [{ type: 'string', count: 'number' }],
};
