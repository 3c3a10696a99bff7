import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

export const Customer = z
  .object({
    id: Id,
    firstName: z.string().max(120),
    lastName: z.string().max(120),
    email: z.string().optional(),
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof Customer>;

const token = z.string().describe('Opaque access token; keep it in memory only');
const expiresAt = Instant.describe('When the access token ends; refresh before');

export const AnonymousSession = z
  .object({ kind: z.literal('anonymous') })
  .meta({ id: 'AnonymousSession' });
export const GuestSession = z
  .object({
    kind: z.literal('guest'),
    token,
    expiresAt,
    order: z
      .object({ id: Id, number: z.string() })
      .describe('The one order this session may follow'),
  })
  .meta({ id: 'GuestSession' });
export const CustomerSession = z
  .object({
    kind: z.literal('customer'),
    token,
    expiresAt,
    customer: Customer,
    verifiedAt: Instant.describe(
      'When a code was last given; writes need one younger than 10 minutes',
    ),
  })
  .meta({ id: 'CustomerSession' });
export type GuestSession = z.infer<typeof GuestSession>;
export type CustomerSession = z.infer<typeof CustomerSession>;

/**
 * Who is at the desk. Nobody is an answer, not an error: a page that asks on every visit must
 * not fill the shop's console with 401s.
 */
export const Session = z
  .discriminatedUnion('kind', [AnonymousSession, GuestSession, CustomerSession])
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** The same without secrets. */
export const SessionInfo = z
  .discriminatedUnion('kind', [
    AnonymousSession,
    GuestSession.omit({ token: true }),
    CustomerSession.omit({ token: true }),
  ])
  .meta({ id: 'SessionInfo' });
export type SessionInfo = z.infer<typeof SessionInfo>;
