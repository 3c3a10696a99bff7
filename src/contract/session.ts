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
const session = Id.describe(
  'Which session it is, and no secret: a browser’s tabs that share it hear the same on its stream',
);
const expiresAt = Instant.describe('When the access token ends; refresh before');

export const AnonymousSession = z
  .object({ kind: z.literal('anonymous') })
  .meta({ id: 'AnonymousSession' });
export const VisitorSession = z
  .object({ kind: z.literal('visitor'), session, token, expiresAt })
  .meta({
    id: 'VisitorSession',
    description:
      'Somebody who has told nobody who they are, and may talk with the shop all the same',
  });
export const GuestSession = z
  .object({
    kind: z.literal('guest'),
    session,
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
      'When they last proved who they are, by a code or to the shop’s own login, which tells by auth_time; the beginning of 1970 where it does not. What needs a fresh proof wants one younger than 10 minutes',
    ),
    subject: Id.optional().describe(
      'The sub of the shop’s own login, where that has started or proved the session',
    ),
  })
  .meta({ id: 'CustomerSession' });
export type VisitorSession = z.infer<typeof VisitorSession>;
export type GuestSession = z.infer<typeof GuestSession>;
export type CustomerSession = z.infer<typeof CustomerSession>;

/**
 * Who is at the desk. Nobody is an answer, not an error: a page that asks on every visit must
 * not fill the shop's console with 401s.
 */
export const Session = z
  .discriminatedUnion('kind', [AnonymousSession, VisitorSession, GuestSession, CustomerSession])
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** What is kept of a user agent: enough to know one's own again, too little to know a browser by. */
export const Device = z
  .object({
    browser: z.string().max(40).optional().describe('As in Firefox'),
    system: z.string().max(40).optional().describe('As in Windows'),
  })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof Device>;

/** A list has an end; of more sessions than this the newest are told. */
export const MOST_SESSIONS = 50;

/** The same without secrets. */
export const SessionInfo = z
  .discriminatedUnion('kind', [
    AnonymousSession,
    VisitorSession.omit({ token: true }),
    GuestSession.omit({ token: true }),
    CustomerSession.omit({ token: true }),
  ])
  .meta({ id: 'SessionInfo' });
export type SessionInfo = z.infer<typeof SessionInfo>;

/** One of a customer's sessions, as the customer sees it. */
export const SessionEntry = z
  .object({
    id: Id,
    device: Device,
    startedAt: Instant.optional().describe('Unknown for a session from before this was kept'),
    seenAt: Instant.optional().describe('When its tokens were last renewed, to ten minutes'),
    current: z.boolean().describe('The session that asks'),
  })
  .meta({ id: 'SessionEntry' });
export type SessionEntry = z.infer<typeof SessionEntry>;

export const SessionList = z
  .object({ items: z.array(SessionEntry).max(MOST_SESSIONS) })
  .meta({ id: 'SessionList' });
export type SessionList = z.infer<typeof SessionList>;
