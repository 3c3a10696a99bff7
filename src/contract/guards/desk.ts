// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const OwnWords: Shape = {};
export const Capabilities: Shape = {
  '?emailCode': {},
  '?ownLogin': {},
  '?guestTracking': { mode: 'string' },
  '?orders': { pageSize: 'number' },
  '?uploads': {},
  '?wishlists': { alerts: 'boolean' },
  '?recommendations': {},
  '?events': {},
  '?chat': { mail: 'boolean' },
  '?live': {},
};
export const Hours: Shape = { days: ['number'], opens: 'string', closes: 'string' };
export const Contact: Shape = { '?hours': [Hours] };
export const Desk: Shape = {
  shop: 'string',
  name: 'string',
  currency: 'string',
  timeZone: 'string',
  '?brand': {},
  '?words': OwnWords,
  capabilities: Capabilities,
  contact: Contact,
  links: {},
};
