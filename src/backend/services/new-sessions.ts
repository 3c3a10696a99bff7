import type {
  CustomerSession,
  Device,
  GuestSession,
  VisitorSession,
} from '../../contract/session.ts';
import { later, sessionLife } from '../../domain/identity/identity.ts';
import type {
  Clock,
  CustomerRecord,
  Keep,
  Proof,
  SessionRecord,
  SessionStore,
  SessionTrace,
  Shop,
} from '../ports.ts';
import { customerTold, guestTold, opened, visitorTold, type Opened } from './opened-sessions.ts';
import { newId } from './secrets.ts';
import { newPair, recordsOf } from './token-pairs.ts';

/**
 * How a session begins. `before` is the session in which they were not known: what they wrote there
 * goes with them.
 */
export interface NewSessions {
  /** Of somebody who has not told who they are. */
  startVisitor(shop: Shop, keep?: Keep<Opened<VisitorSession>>): Promise<Opened<VisitorSession>>;
  startGuest(
    shop: Shop,
    order: { id: string; number: string },
    before?: string,
    keep?: Keep<Opened<GuestSession>>,
  ): Promise<Opened<GuestSession>>;
  /**
   * Of a customer who has just proved who they are; `provenEmail` where it opens others' orders.
   * Undefined when that proof has served before.
   */
  startCustomer(
    shop: Shop,
    customer: CustomerRecord,
    how: {
      device: Device;
      proof: Proof;
      subject?: string;
      verifiedAt?: string;
      provenEmail?: string | undefined;
      before?: string | undefined;
    },
    keep?: Keep<Opened<CustomerSession>>,
  ): Promise<Opened<CustomerSession> | undefined>;
}

export function createNewSessions(store: SessionStore, clock: Clock): NewSessions {
  return {
    async startVisitor(shop, keep) {
      const session = { ...begin(shop, 'visitor'), kind: 'visitor' as const };
      const trace = { startedAt: clock().toISOString() };
      return (await start(session, { trace }, visitorTold(session), keep)).told;
    },

    async startGuest(shop, order, before, keep) {
      const session = { ...begin(shop, 'guest'), kind: 'guest' as const, order };
      const trace = { startedAt: clock().toISOString() };
      return (await start(session, { trace, before }, guestTold(session), keep)).told;
    },

    async startCustomer(shop, record, how, keep) {
      const { device, proof, subject, verifiedAt, provenEmail, before } = how;
      const startedAt = clock().toISOString();
      const session = {
        ...begin(shop, 'customer'),
        ...{ kind: 'customer' as const, customer: record.id },
        verifiedAt: verifiedAt ?? startedAt,
        ...(subject !== undefined && { subject }),
        ...(provenEmail !== undefined && { provenEmail }),
      };
      const given = { trace: { ...device, startedAt }, proof, before };
      const { told, started } = await start(session, given, customerTold(session, record), keep);
      return started ? told : undefined;
    },
  };

  function begin(shop: Shop, kind: SessionRecord['kind']) {
    return { id: newId(), shop: shop.id, endsAt: later(clock(), sessionLife[kind]) };
  }

  async function start<Who extends object>(
    session: SessionRecord,
    given: { trace: Omit<SessionTrace, 'id'>; proof?: Proof; before?: string | undefined },
    who: Who,
    keep?: Keep<ReturnType<typeof opened<Who>>>,
  ) {
    const pair = await newPair();
    const now = clock();
    const told = opened(session, pair, who, { now });
    const tokens = recordsOf(pair, session, now);
    const kept = keep && (() => keep(told));
    const started = await store.start(session, tokens, { ...given, keep: kept });
    return { told, started };
  }
}
