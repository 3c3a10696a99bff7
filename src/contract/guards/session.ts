// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const Customer: Shape = { id: 'string', firstName: 'string', lastName: 'string' };
export const CustomerSession: Shape = {
  kind: '=customer',
  token: 'string',
  expiresAt: 'string',
  customer: Customer,
  verifiedAt: 'string',
};
export const VisitorSession: Shape = {
  kind: '=visitor',
  session: 'string',
  token: 'string',
  expiresAt: 'string',
};
export const AnonymousSession: Shape = { kind: '=anonymous' };
export const GuestSession: Shape = {
  kind: '=guest',
  session: 'string',
  token: 'string',
  expiresAt: 'string',
  order: { id: 'string', number: 'string' },
};
export const Session: Shape = [AnonymousSession, VisitorSession, GuestSession, CustomerSession];
