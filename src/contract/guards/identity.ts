// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const Challenge: Shape = {
  id: 'string',
  channel: 'string',
  to: 'string',
  expiresAt: 'string',
  resendAt: 'string',
  codeLength: 'number',
};
