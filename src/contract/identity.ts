import { z } from 'zod';
import { Email, Id, Instant, Phone } from './primitives.ts';

/** Ask for a code: to an address, or (with a guest session) to the contact of that one order. */
export const ChallengeRequest = z
  .union([
    z.strictObject({ email: Email }),
    z.strictObject({ phone: Phone }),
    z.strictObject({ order: Id }),
  ])
  .meta({ id: 'ChallengeRequest' });
export type ChallengeRequest = z.infer<typeof ChallengeRequest>;

/** A code is on its way, if the address is known. The answer is the same when it is not. */
export const Challenge = z
  .object({
    id: Id,
    channel: z.enum(['email', 'sms']),
    to: z.string().describe('Where it went: as typed, or masked when the shopper did not type it'),
    expiresAt: Instant,
    resendAt: Instant.describe('From then on a new code may be asked for'),
    codeLength: z.int(),
    link: z
      .boolean()
      .optional()
      .describe('A link was sent in place of a code: too many wrong codes were given before'),
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;

/** What the mail brought: a code to type, or the token of its link. */
export const ChallengeAnswer = z
  .union([
    z.strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits') }),
    z.strictObject({
      token: z
        .string()
        .regex(/^[\w-]{22}$/, '22 characters')
        .describe('128 bits, from the link'),
    }),
  ])
  .meta({ id: 'ChallengeAnswer' });
export type ChallengeAnswer = z.infer<typeof ChallengeAnswer>;

/** The two details from a confirmation mail. */
export const LookupRequest = z
  .union([
    z.strictObject({ number: z.string().trim().min(1).max(64), email: Email }),
    z.strictObject({ number: z.string().trim().min(1).max(64), phone: Phone }),
  ])
  .meta({ id: 'LookupRequest' });
export type LookupRequest = z.infer<typeof LookupRequest>;
