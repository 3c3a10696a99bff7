import type { Keep } from './answers.ts';
import type { Forgetful } from './stores.ts';

/** A family of tokens: everything that came from one sign-in, one look-up or one first word. */
export type SessionRecord = {
  id: string;
  shop: string;
  /** However busy it is, it ends then. */
  endsAt: string;
} & (
  | { kind: 'visitor' }
  | { kind: 'guest'; order: { id: string; number: string } }
  | {
      kind: 'customer';
      customer: string;
      /** When they last proved who they are. */
      verifiedAt: string;
      /** Whom the shop's own login has named, where that has started or proved the session. */
      subject?: string | undefined;
      /** The address a code was given for, where it opens orders that are not this customer's. */
      provenEmail?: string;
    }
);

/** What a session's customer is shown of it. */
export interface SessionTrace {
  id: string;
  browser?: string | undefined;
  system?: string | undefined;
  startedAt?: string | undefined;
  /** When its tokens were last renewed. */
  seenAt?: string | undefined;
}

/** Only a token's hash is kept. */
export interface TokenRecord {
  hash: string;
  use: 'access' | 'refresh';
  expiresAt: string;
}

/** What opens or proves one session, once: a code, or a token of the shop's own login by its jti's hash. */
export type Proof = { at: string } & (
  | { challenge: string }
  | { assertion: string; /** When it is over by itself. */ until: string }
);

export interface SessionStore extends Forgetful {
  /** False, and nothing done, when the proof has served before: it is used up with what it opens. */
  start(
    session: SessionRecord,
    tokens: readonly TokenRecord[],
    more?: {
      trace?: Omit<SessionTrace, 'id'>;
      proof?: Proof | undefined;
      /** What was written and sent in that session is this one's from now on. */
      before?: string | undefined;
      keep?: Keep<void> | undefined;
    },
  ): Promise<boolean>;
  /** The session of an access token that is still good. */
  byAccess(
    hash: string,
    now: string,
  ): Promise<{ session: SessionRecord; expiresAt: string } | undefined>;
  /**
   * Trades a refresh token for `next`. A token that was traded before `graceSince` is a stolen
   * one: the session ends. `unknown` covers expired tokens and sessions, and another key than the
   * one the session is bound to; unbound sessions have none.
   */
  rotate(
    shop: string,
    hash: string,
    moment: { now: string; graceSince: string; key?: string | undefined },
    next: (session: SessionRecord) => readonly TokenRecord[],
  ): Promise<{ result: 'rotated' | 'reused'; session: SessionRecord } | { result: 'unknown' }>;
  /**
   * Binds a session to a key: from then on only that key trades its refresh tokens. False where it
   * has another key, is over, or its cookie has been seen at work.
   */
  bind(
    shop: string,
    id: string,
    bond: { now: string; key: string; token: TokenRecord },
  ): Promise<boolean>;
  /** The session a live token of either kind belongs to. */
  byToken(hash: string, now: string): Promise<SessionRecord | undefined>;
  /** Undefined when it is over. */
  byId(shop: string, id: string, now: string): Promise<SessionRecord | undefined>;
  end(shop: string, id: string): Promise<void>;
  /**
   * Its customer has proved once more who they are, by a proof that has not served before. A session
   * bound to a key gets no refresh token: the key has its own.
   */
  prove(
    shop: string,
    id: string,
    proved: {
      verifiedAt: string;
      /** Whom the shop's own login has named, where it has. */
      subject?: string | undefined;
      proof: Proof;
      before?: string | undefined;
      /** The refresh token that the new one takes the place of, where it is this session's. */
      replaces?: { hash: string; tradedAt: string } | undefined;
      keep?: Keep<void> | undefined;
    },
    tokens: readonly TokenRecord[],
  ): Promise<'proved' | 'used' | 'over'>;
  /** Ends a customer's sessions, or the one of this id; names those that have ended. */
  endOf(shop: string, customer: string, id?: string): Promise<string[]>;
  /** A customer's live sessions, the newest first. */
  ofCustomer(shop: string, customer: string, now: string, most: number): Promise<SessionTrace[]>;
}

/** Tokens of the shop's own login that have served. */
export interface AssertionStore extends Forgetful {
  /** `id` is its jti, as a hash. */
  hasServed(shop: string, id: string, now: string): Promise<boolean>;
}
