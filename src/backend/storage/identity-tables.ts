import type { Classification } from './schema.ts';

/** Who is at the desk, and what keeps others from pretending. Secrets are hashes all. */
export interface IdentityTables {
  sessions: SessionsTable;
  session_tokens: SessionTokensTable;
  session_keys: SessionKeysTable;
  challenges: ChallengesTable;
  limits: LimitsTable;
  kept_answers: KeptAnswersTable;
  deliveries: DeliveriesTable;
  logins: LoginsTable;
  used_assertions: UsedAssertionsTable;
}

export interface SessionsTable {
  id: string;
  shop_id: string;
  kind: 'visitor' | 'guest' | 'customer';
  customer_id: string | null;
  verified_at: string | null;
  order_id: string | null;
  order_number: string | null;
  ends_at: string;
  /** From here on null in rows from before 009. */
  subject: string | null;
  browser: string | null;
  system: string | null;
  started_at: string | null;
  seen_at: string | null;
  /** Where it opens orders that are not this customer's. */
  proven_email: string | null;
}

export interface SessionTokensTable {
  hash: string;
  session_id: string;
  use: 'access' | 'refresh';
  expires_at: string;
  /** When a refresh token was traded for the next. */
  traded_at: string | null;
}

/** The key all refresh tokens of a session are bound to, where there is one. */
export interface SessionKeysTable {
  session_id: string;
  /** RFC 7638, of the public key. */
  thumbprint: string;
}

export interface ChallengesTable {
  shop_id: string;
  id: string;
  channel: 'email' | 'sms';
  address: string;
  address_key: string;
  code_hash: string | null;
  tries: number;
  expires_at: string;
  used_at: string | null;
  /** The session it proves anew. */
  session_id: string | null;
}

export interface LimitsTable {
  key: string;
  count: number;
  ends_at: string;
}

export interface KeptAnswersTable {
  shop_id: string;
  key: string;
  request: string;
  /** Null while the first one is at work. */
  sealed: string | null;
  claimed_at: string;
  expires_at: string;
}

export interface DeliveriesTable {
  shop_id: string;
  id: string;
  expires_at: string;
}

/** Who somebody is at a login of the shop, and which customer that is here. */
export interface LoginsTable {
  shop_id: string;
  /** Empty for the shop's own. */
  issuer: string;
  subject: string;
  customer_id: string;
}

export interface UsedAssertionsTable {
  shop_id: string;
  id: string;
  expires_at: string;
}

export const identityColumns: Classification<IdentityTables> = {
  sessions: {
    id: 'personal',
    shop_id: 'none',
    kind: 'personal',
    customer_id: 'personal',
    verified_at: 'personal',
    order_id: 'personal',
    order_number: 'personal',
    ends_at: 'personal',
    subject: 'personal',
    browser: 'personal',
    system: 'personal',
    started_at: 'personal',
    seen_at: 'personal',
    proven_email: 'personal',
  },
  session_tokens: {
    hash: 'secret',
    session_id: 'personal',
    use: 'none',
    expires_at: 'none',
    traded_at: 'none',
  },
  session_keys: { session_id: 'personal', thumbprint: 'secret' },
  challenges: {
    shop_id: 'none',
    id: 'secret',
    channel: 'personal',
    address: 'personal',
    address_key: 'secret',
    code_hash: 'secret',
    tries: 'none',
    expires_at: 'none',
    used_at: 'none',
    session_id: 'personal',
  },
  limits: { key: 'secret', count: 'none', ends_at: 'none' },
  kept_answers: {
    shop_id: 'none',
    key: 'secret',
    request: 'secret',
    sealed: 'secret',
    claimed_at: 'none',
    expires_at: 'none',
  },
  deliveries: { shop_id: 'none', id: 'none', expires_at: 'none' },
  logins: {
    shop_id: 'none',
    issuer: 'personal',
    subject: 'personal',
    customer_id: 'personal',
  },
  used_assertions: { shop_id: 'none', id: 'secret', expires_at: 'none' },
};
