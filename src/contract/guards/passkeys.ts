// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';

export const Passkey: Shape = { id: 'string', name: 'string', addedAt: 'string' };
export const PasskeyList: Shape = { items: [Passkey] };
export const PasskeyCreationOptions: Shape = {
  challenge: 'string',
  rp: { id: 'string', name: 'string' },
  user: { id: 'string', name: 'string', displayName: 'string' },
  pubKeyCredParams: [{ type: '=public-key', alg: 'number' }],
  timeout: 'number',
  excludeCredentials: [{ type: '=public-key', id: 'string' }],
  authenticatorSelection: { residentKey: '=required', userVerification: '=required' },
  attestation: '=none',
};
export const PasskeyRequestOptions: Shape = {
  challenge: 'string',
  rpId: 'string',
  timeout: 'number',
  userVerification: '=required',
};
