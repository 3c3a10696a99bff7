import type { Customer, GuestSession } from '../../contract/session.ts';
import { accessEnds } from '../../domain/identity/identity.ts';
import type { CustomerRecord, SessionRecord } from '../ports.ts';
import { refreshUntil, type Pair } from './token-pairs.ts';

export interface RefreshToken {
  token: string;
  maxAge: number;
  until: string;
}
/** What a page is told of a session that begins or goes on. */
export interface Opened<Session> {
  /** The session's id, which is no secret and of no use to a shopper. */
  id: string;
  session: Session;
  refresh: RefreshToken;
}

/**
 * Who it is of, the tokens, and until when they are good, as it is stored of them: `now` is when they
 * were made, `key` what the session is bound to.
 */
export function opened<Who extends object>(
  session: SessionRecord,
  pair: Pair,
  who: Who,
  { now, key }: { now: Date; key?: string | undefined },
) {
  const until = refreshUntil(session, now, key);
  return {
    id: session.id,
    session: { ...who, token: pair.access.token, expiresAt: accessEnds(session, now) },
    refresh: {
      token: pair.refresh.token,
      maxAge: Math.max(0, Math.floor((Date.parse(until) - now.getTime()) / 1000)),
      until,
    },
  };
}

export const visitorTold = ({ id }: { id: string }) => ({ kind: 'visitor' as const, session: id });

export const guestTold = ({ id, order }: { id: string; order: GuestSession['order'] }) => ({
  ...{ kind: 'guest' as const, session: id, order },
});

export const customerTold = (
  { verifiedAt, subject }: { verifiedAt: string; subject?: string | undefined },
  record: CustomerRecord,
) => ({
  ...{ kind: 'customer' as const, customer: toldOf(record), verifiedAt },
  ...(subject !== undefined && { subject }),
});

/** A record may hold more than a shopper is told. */
export const toldOf = ({ id, firstName, lastName, email }: CustomerRecord): Customer => ({
  id,
  firstName,
  lastName,
  ...(email !== undefined && { email }),
});
