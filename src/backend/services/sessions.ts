import type {
  Customer,
  CustomerSession,
  Device,
  GuestSession,
  VisitorSession,
} from '../../contract/session.ts';
import {
  accessEnds,
  answerGrace,
  later,
  refreshGrace,
  sessionLife,
} from '../../domain/identity/identity.ts';
import type {
  Bus,
  Clock,
  CustomerRecord,
  Keep,
  Log,
  Platform,
  Proof,
  SessionRecord,
  SessionStore,
  SessionTrace,
  Shop,
} from '../ports.ts';
import { callerOf, type Caller, type CustomerCaller } from './callers.ts';
import { refuse, type Refusal } from './refusal.ts';
import { newId, sha256 } from './secrets.ts';
import { newPair, recordsOf, refreshUntil, type Pair } from './token-pairs.ts';
import { sessionTopic } from './topics.ts';

export interface RefreshToken {
  token: string;
  maxAge: number;
  until: string;
}
export interface Opened<Session> {
  /** The session's id, which is no secret and of no use to a shopper. */
  id: string;
  session: Session;
  refresh: RefreshToken;
}

/** `before` is the session in which they were not known: what they wrote there goes with them. */
export interface Sessions {
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
  /** Its customer has proved it again: it goes on, unless the proof has served before or it is over. */
  prove(
    shop: Shop,
    session: string,
    how: {
      proof: Proof;
      subject?: string;
      verifiedAt?: string;
      before?: string | undefined;
      /** The refresh token that the page has so far. */
      cookie: string | undefined;
    },
    keep?: Keep<Opened<CustomerSession>>,
  ): Promise<Opened<CustomerSession> | 'used' | 'over'>;
  /** Undefined when there is nobody behind the token; `key` is what it must be bound to. */
  refresh(
    shop: Shop,
    token: string | undefined,
    key?: string,
  ): Promise<Opened<VisitorSession | GuestSession | CustomerSession> | undefined>;
  /** Undefined without a token; a wrong one is refused. */
  callerOf(
    shop: Shop,
    request: Request,
  ): Promise<Caller | undefined | Refusal<'unauthenticated' | 'shop_mismatch'>>;
  customerOf(shop: Shop, caller: CustomerCaller): Promise<Customer | undefined>;
  /** Ends the sessions of these tokens, whichever kind they are of. */
  end(shop: Shop, tokens: readonly (string | undefined)[]): Promise<void>;
  isLive(caller: Caller): Promise<boolean>;
}

const MOST_HASHES = 10_000;

interface Ports {
  store: SessionStore;
  platform: Platform;
  bus: Bus;
  clock: Clock;
  log: Log;
}

export function createSessions({ store, platform, bus, clock, log }: Ports): Sessions {
  // The hash of a token costs more than looking its session up: those of good tokens are kept.
  const hashes = new Map<string, string>();
  const remember = (token: string, hash: string): void => {
    if (hashes.size >= MOST_HASHES) hashes.clear();
    hashes.set(token, hash);
  };

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

    async prove(shop, id, { proof, subject, verifiedAt = proof.at, before, cookie }, keep) {
      const known = await store.byId(shop.id, id, proof.at);
      if (known?.kind !== 'customer') return 'over';
      // asked before anything is used up: a platform that is down must not cost the proof
      const record = await platform.customer(shop, known.customer);
      if (!record) return 'over';
      const pair = await newPair();
      const now = { verifiedAt, subject: subject ?? known.subject };
      const told = opened(known, pair, customerTold(now, record));
      const tradedAt = later(proof.at, answerGrace);
      const replaces = cookie === undefined ? undefined : { hash: await sha256(cookie), tradedAt };
      const proved = { ...now, proof, before, replaces, keep: keep && (() => keep(told)) };
      const tokens = recordsOf(pair, known, new Date(proof.at));
      const result = await store.prove(shop.id, id, proved, tokens);
      return result === 'proved' ? told : result;
    },

    async refresh(shop, token, key) {
      if (token === undefined) return undefined;
      const now = clock();
      const hash = await sha256(token);
      const known = await store.byToken(hash, now.toISOString());
      if (known?.shop !== shop.id) return undefined;
      // asked before anything is traded: a platform that is down must not cost the session
      const who = await whoIs(shop, known);
      if (!who) {
        await store.end(shop.id, known.id);
        return undefined;
      }
      const pair = await newPair();
      const moment = { now: now.toISOString(), graceSince: later(now, -refreshGrace), key };
      const traded = await store.rotate(shop.id, hash, moment, (session) =>
        recordsOf(pair, session, now, key),
      );
      if (traded.result === 'rotated') return opened(traded.session, pair, who, key);
      if (traded.result === 'reused') {
        log.info('refresh_token_reused', { shop: shop.id, session: known.id });
        await tellEnd(known);
      }
      return undefined;
    },

    async callerOf(shop, request) {
      const header = request.headers.get('authorization');
      if (header === null) return undefined;
      const token = /^Bearer +([\w-]{1,128})$/i.exec(header)?.[1];
      if (token === undefined) return refuse('unauthenticated');
      const hash = hashes.get(token) ?? (await sha256(token));
      const found = await store.byAccess(hash, clock().toISOString());
      if (!found) return refuse('unauthenticated');
      remember(token, hash);
      if (found.session.shop !== shop.id) return refuse('shop_mismatch');
      return callerOf(found.session, found.expiresAt);
    },

    async customerOf(shop, { customer }) {
      const record = await platform.customer(shop, customer);
      return record && toldOf(record);
    },

    async end(shop, tokens) {
      const now = clock().toISOString();
      for (const token of tokens) {
        if (token === undefined) continue;
        const session = await store.byToken(await sha256(token), now);
        if (!session || session.shop !== shop.id) continue;
        await store.end(shop.id, session.id);
        await tellEnd(session);
      }
    },

    async isLive({ shop, session }) {
      return (await store.byId(shop, session, clock().toISOString())) !== undefined;
    },
  };

  async function whoIs(shop: Shop, session: SessionRecord) {
    if (session.kind === 'visitor') return visitorTold(session);
    if (session.kind === 'guest') return guestTold(session);
    const record = await platform.customer(shop, session.customer);
    return record && customerTold(session, record);
  }

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
    const told = opened(session, pair, who);
    const tokens = recordsOf(pair, session, clock());
    const kept = keep && (() => keep(told));
    const started = await store.start(session, tokens, { ...given, keep: kept });
    return { told, started };
  }

  /** What both kinds of session tell: the tokens, and until when they are good. */
  function opened<Who extends object>(session: SessionRecord, pair: Pair, who: Who, key?: string) {
    const now = clock();
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

  /** Other tabs and other processes hold streams of this session. */
  async function tellEnd({ shop, id }: SessionRecord): Promise<void> {
    await bus.publish(sessionTopic(shop, id), { topic: 'session', id });
  }
}

const visitorTold = ({ id }: { id: string }) => ({ kind: 'visitor' as const, session: id });

const guestTold = ({ id, order }: { id: string; order: GuestSession['order'] }) => ({
  ...{ kind: 'guest' as const, session: id, order },
});

const customerTold = (
  { verifiedAt, subject }: { verifiedAt: string; subject?: string | undefined },
  record: CustomerRecord,
) => ({
  ...{ kind: 'customer' as const, customer: toldOf(record), verifiedAt },
  ...(subject !== undefined && { subject }),
});

/** A record may hold more than a shopper is told. */
const toldOf = ({ id, firstName, lastName, email }: CustomerRecord): Customer => ({
  id,
  firstName,
  lastName,
  ...(email !== undefined && { email }),
});
