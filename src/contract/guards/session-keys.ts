// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { AnonymousSession, Customer } from './session.ts';

export const BoundToken: Shape = { refreshToken: 'string', refreshUntil: 'string' };
export const BoundSession: Shape = [
  AnonymousSession,
  {
    kind: '=visitor',
    session: 'string',
    token: 'string',
    expiresAt: 'string',
    refreshToken: 'string',
    refreshUntil: 'string',
  },
  {
    kind: '=guest',
    session: 'string',
    token: 'string',
    expiresAt: 'string',
    order: { id: 'string', number: 'string' },
    refreshToken: 'string',
    refreshUntil: 'string',
  },
  {
    kind: '=customer',
    token: 'string',
    expiresAt: 'string',
    customer: Customer,
    verifiedAt: 'string',
    refreshToken: 'string',
    refreshUntil: 'string',
  },
];
