// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { AnonymousSession, VisitorSession, GuestSession, CustomerSession } from './session.ts';

export const BoundToken: Shape = { refreshToken: 'string', refreshUntil: 'string' };
export const BoundSession: Shape = [
  AnonymousSession,
  { ...VisitorSession, refreshToken: 'string', refreshUntil: 'string' },
  { ...GuestSession, refreshToken: 'string', refreshUntil: 'string' },
  { ...CustomerSession, refreshToken: 'string', refreshUntil: 'string' },
];
