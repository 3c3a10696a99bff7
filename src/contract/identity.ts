import { z } from 'zod';
import { Email, Id, Instant, Phone } from './primitives.ts';

/** Of a literal zod does not say that it is missing, as it does of all else. */
const missing = ({ input }: { input: unknown }): string | undefined =>
  input === undefined ? 'Invalid input: expected true, received undefined' : undefined;

/**
 * Ask for a code: to an address; to the contact of the order a guest follows; with `self` to the
 * address of whoever is signed in. A customer's code leaves them in the session they have.
 */
export const ChallengeRequest = z
  .union([
    z.strictObject({ email: Email }),
    z.strictObject({ phone: Phone }),
    z.strictObject({ order: Id }),
    z.strictObject({ self: z.literal(true, { error: missing }) }),
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

/** What the shop's own login says of a shopper, signed: see docs/identity.md for its claims. */
export const AssertionRequest = z
  .strictObject({ jwt: z.string().max(30_000) })
  .meta({ id: 'AssertionRequest' });
export type AssertionRequest = z.infer<typeof AssertionRequest>;
