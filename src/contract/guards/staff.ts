// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { CodePicture } from './returns.ts';

export const Staff: Shape = { id: 'string', name: 'string', role: 'string' };
export const StaffSession: Shape = [
  { kind: '=nobody', shop: 'string', passkeys: 'boolean' },
  {
    kind: '=enrol',
    shop: 'string',
    passkeys: 'boolean',
    secret: 'string',
    uri: 'string',
    picture: CodePicture,
  },
  { kind: '=code', shop: 'string', app: 'boolean', passkeys: 'boolean' },
  { kind: '=staff', shop: 'string', staff: Staff, endsAt: 'string', '?recoveryCodes': ['string'] },
];
export const StaffList: Shape = { items: [Staff] };
export const AuditEntry: Shape = { id: 'string', at: 'string', by: 'string', action: 'string' };
export const AuditPage: Shape = { items: [AuditEntry] };
