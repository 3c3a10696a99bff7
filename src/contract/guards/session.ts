// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Fields, Shape } from './shape.ts';

export const Customer: Fields = { id: 'string', firstName: 'string', lastName: 'string' };
export const CustomerSession: Fields = {
  kind: '=customer',
  token: 'string',
  expiresAt: 'string',
  customer: Customer,
  verifiedAt: 'string',
};
export const VisitorSession: Fields = {
  kind: '=visitor',
  session: 'string',
  token: 'string',
  expiresAt: 'string',
};
export const AnonymousSession: Fields = { kind: '=anonymous' };
export const GuestSession: Fields = {
  kind: '=guest',
  session: 'string',
  token: 'string',
  expiresAt: 'string',
  order: { id: 'string', number: 'string' },
};
export const Session: Shape = [AnonymousSession, VisitorSession, GuestSession, CustomerSession];
