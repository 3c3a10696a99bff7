import { z } from 'zod';
import { Policy } from './policy.ts';

/** The policy as JSON Schema, for editors and for whoever checks one before it is used. */
export const policySchema = (): object => ({
  title: 'Front Desk policy',
  ...z.toJSONSchema(Policy, { io: 'input', target: 'draft-2020-12' }),
});
