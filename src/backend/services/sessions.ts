import type {
  Customer,
  CustomerSession,
  GuestSession,
  VisitorSession,
} from '../../contract/session.ts';
import { answerGrace, later, refreshGrace } from '../../domain/identity/identity.ts';
import type {
  Bus,
  Clock,
  Keep,
  Log,
  Platform,
  Proof,
  SessionRecord,
  SessionStore,
  Shop,
} from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import {
  customerTold,
  guestTold,
  opened,
  toldOf,
  visitorTold,
  type Opened,
} from './opened-sessions.ts';
import { sha256 } from './secrets.ts';
import { newPair, recordsOf } from './token-pairs.ts';
import { sessionTopic } from './topics.ts';

/** How a session goes on, and ends. */
export interface Sessions {
  /** Its customer has proved it again: it goes on, unless the proof has served before or it is over. */
  prove(
    shop: Shop,
    session: string,
    how: {
      proof: Proof;
      subject?: string;
      verifiedAt?: string;
      /** The session in which they were not known: what they wrote there goes with them. */
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
  customerOf(shop: Shop, caller: CustomerCaller): Promise<Customer | undefined>;
  /** Ends the sessions of these tokens, whichever kind they are of. */
  end(shop: Shop, tokens: readonly (string | undefined)[]): Promise<void>;
}

interface Ports {
  store: SessionStore;
  platform: Platform;
  bus: Bus;
  clock: Clock;
  log: Log;
}

export function createSessions({ store, platform, bus, clock, log }: Ports): Sessions {
  return {
    async prove(shop, id, { proof, subject, verifiedAt = proof.at, before, cookie }, keep) {
      const known = await store.byId(shop.id, id, proof.at);
      if (known?.kind !== 'customer') return 'over';
      // asked before anything is used up: a platform that is down must not cost the proof
      const record = await platform.customer(shop, known.customer);
      if (!record) return 'over';
      const pair = await newPair();
      const now = new Date(proof.at);
      const verified = { verifiedAt, subject: subject ?? known.subject };
      const told = opened(known, pair, customerTold(verified, record), { now });
      const tradedAt = later(proof.at, answerGrace);
      const replaces = cookie === undefined ? undefined : { hash: await sha256(cookie), tradedAt };
      const proved = { ...verified, proof, before, replaces, keep: keep && (() => keep(told)) };
      const tokens = recordsOf(pair, known, now);
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
      if (traded.result === 'rotated') return opened(traded.session, pair, who, { now, key });
      if (traded.result === 'reused') {
        log.info('refresh_token_reused', { shop: shop.id, session: known.id });
        await tellEnd(known);
      }
      return undefined;
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
  };

  async function whoIs(shop: Shop, session: SessionRecord) {
    if (session.kind === 'visitor') return visitorTold(session);
    if (session.kind === 'guest') return guestTold(session);
    const record = await platform.customer(shop, session.customer);
    return record && customerTold(session, record);
  }

  /** Other tabs and other processes hold streams of this session. */
  async function tellEnd({ shop, id }: SessionRecord): Promise<void> {
    await bus.publish(sessionTopic(shop, id), { topic: 'session', id });
  }
}
