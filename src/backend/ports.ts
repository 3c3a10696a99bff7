import type { Contact, Desk } from '../contract/desk.ts';
import type { ImportRow } from '../contract/import.ts';
import type { Address } from '../contract/orders.ts';
import type { ProblemCode } from '../contract/problems.ts';
import type { TrackingUpdate } from '../contract/webhooks.ts';
import type { WebhookEventType } from '../contract/webhook-events.ts';
import type { Policy } from '../contract/policy.ts';
import type { Customer } from '../contract/session.ts';
import type { MethodRecord } from '../domain/changes.ts';
import type { OrderRecord } from '../domain/orders.ts';
import type { ChangeStore } from './ports/changes.ts';
import type { DeliveryState } from '../domain/outbox.ts';
import type { ProductRecord } from '../domain/products.ts';
import type { RowNews } from '../domain/row-news.ts';
import type { Labels } from './ports/labels.ts';
import type { MoneyStore } from './ports/money.ts';
import type { Payments } from './ports/payments.ts';

export type * from './ports/labels.ts';
export type * from './ports/money.ts';
export type * from './ports/payments.ts';

/** What the backend asks of the world. Node, the mock and tests hand in their own. */

export type Clock = () => Date;

/** A tenant, as its merchant configured it. */
export interface Shop {
  id: string;
  name: string;
  /** Exact origins whose pages may use this shop, as in https://alder.example */
  origins: readonly string[];
  timeZone: string;
  currency: string;
  brand?: Desk['brand'];
  contact: Contact;
  links: Desk['links'];
  /** `number`: number and contact show coarse tracking. `code`: a code first, always. */
  guestTracking: 'number' | 'code' | 'off';
  /** What its shoppers may settle by themselves; absent: nothing. */
  policy?: Policy;
  webhookSecret: string;
  /** Shopify's own secret for the webhooks it sends; absent: none of them is taken. */
  shopify?: { webhookSecret: string };
  /** What the shop's own login signs with: two at most, so that one can follow the other. */
  identityKeys?: readonly IdentityKey[] | undefined;
  /** The shop's own systems that are told of orders and customers. */
  webhooks?: readonly WebhookEndpoint[];
}

export interface WebhookEndpoint {
  url: string;
  /** Names of events, `order.*`, `customer.*` or `*`. */
  events: readonly string[];
  /** Signs what is sent there. */
  secret: string;
  /** It may stand in a private network. */
  privateNetwork: boolean;
}

/** A key by which tokens of the shop's own login are known. */
export type IdentityKey = {
  kid: string;
  /** Whose subjects its tokens name, where they are not the shop's own customer ids. */
  issuer?: string | undefined;
} & (
  | { alg: 'EdDSA' | 'ES256'; publicKey: PublicKey }
  | {
      alg: 'HS256';
      /** At least 32 bytes. */
      secret: string;
    }
);

/** A JWK of Ed25519 or P-256, without its private part. */
export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  y?: string;
}

export interface Shops {
  /** Undefined asks for the only shop: undefined when there are several. */
  find(id: string | undefined): Shop | undefined;
  all(): readonly Shop[];
}

/** What a platform can do; what it cannot is not offered. */
export interface PlatformCapabilities {
  orders?: { pageSize: number };
  /** Takes tracking news and keeps them. */
  tracking?: Record<string, never>;
}

export interface OrderListQuery {
  filter: 'all' | 'active' | 'past';
  limit: number;
  cursor?: string;
  year?: number;
  /** Beside the customer's own: the orders of others whose contact is this one. */
  contact?: ContactPoint;
}

export interface OrderList {
  /** Each an OrderSummary in JSON: it is kept so, and sent so. */
  orders: string[];
  next?: string;
  years?: number[];
}

/** An e-mail address or a phone number, as the shopper wrote it. */
export type ContactPoint = { email: string } | { phone: string };

/**
 * Where a shop's orders live. The built-in platform keeps them in our own storage; a connector
 * asks Shopify, Medusa or others. Every call names the shop; none sees another's.
 */
export interface Platform {
  readonly name: string;
  capabilities(shop: Shop): PlatformCapabilities;
  /** The customer with this contact, if the shop knows one. */
  findCustomer(shop: Shop, contact: ContactPoint): Promise<CustomerRecord | undefined>;
  /**
   * The contact as the shop has it stored, of a customer or of an order placed without an account;
   * undefined when it knows neither. Codes go there, never to an address as somebody typed it.
   */
  knownContact(shop: Shop, contact: ContactPoint): Promise<ContactPoint | undefined>;
  customer(shop: Shop, id: string): Promise<CustomerRecord | undefined>;
  /** Gives a customer another address of their own; undefined when the shop does not know them. */
  changeAddress(
    shop: Shop,
    customer: string,
    address: Address,
    keep: Keep<CustomerRecord> | undefined,
  ): Promise<CustomerRecord | undefined>;
  /** How a customer may pay or be paid. */
  paymentMethods(shop: Shop, customer: string): Promise<MethodRecord[]>;
  product(shop: Shop, id: string): Promise<ProductRecord | undefined>;
  products(shop: Shop, wanted: ProductsWanted): Promise<ProductRecord[]>;
  /** Makes a customer of someone who has shown that the address is theirs; takes over guest orders placed with it. */
  adoptContact(shop: Shop, contact: ContactPoint): Promise<CustomerRecord>;
  /** The customer behind a login of the shop, the same each time. Found by who they are there, never by their e-mail. */
  adoptLogin(shop: Shop, login: Login): Promise<CustomerRecord>;
  orders(shop: Shop, customer: string, query: OrderListQuery): Promise<OrderList>;
  /** Ids of orders whose contact is this one though they are not this customer's; the newest few. */
  ordersBeyond(shop: Shop, customer: string, contact: ContactPoint): Promise<string[]>;
  order(shop: Shop, id: string): Promise<OrderRecord | undefined>;
  /** Of this customer's orders the newest with this number, as printed. */
  orderNumbered(shop: Shop, customer: string, number: string): Promise<OrderRecord | undefined>;
  /** The order of this number placed with this contact; both must match. */
  findOrder(shop: Shop, number: string, contact: ContactPoint): Promise<OrderRecord | undefined>;
  /** Undefined when no order has this parcel; one that comes within 30 days has heard the news. */
  applyTracking?(shop: Shop, update: TrackingUpdate): Promise<TrackingResult | undefined>;
  /** What the shop's own system tells of its rows. Late, twice, in any order: the end is the same. */
  applyNews?(shop: Shop, news: readonly RowNews[]): Promise<NewsResult>;
  /** Cancels, edits and takes back; absent where orders can only be looked at. */
  readonly changes?: ChangeStore;
}

/** Those of these ids that there are, or some of a category. */
export type ProductsWanted = { ids: readonly string[] } | { category: string; most: number };

/** Who somebody is at a login, and what it says of them. */
export interface Login {
  /** Undefined for the shop's own: then the subject is the shop's own customer id. */
  issuer: string | undefined;
  subject: string;
  firstName: string;
  lastName: string;
  /** One that the login has checked. */
  email?: string | undefined;
  phone?: string | undefined;
}

export type CustomerRecord = Customer & { phone?: string; address?: Address };

export interface TrackingResult {
  changed: boolean;
  order: { id: string; customer?: string };
}

/** An order that is another now, or gone; and whose it was and is. */
export interface OrderChange {
  id: string;
  customers: string[];
}
export interface NewsResult {
  changed: boolean;
  orders: OrderChange[];
}

export interface Mail {
  shop: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}
/** Sends a mail or fails; absent in the ports when the shop cannot send any. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** `fetch`, or what guards it: a webhook's way out. Rejects when there is no answer. */
export type WebhookFetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: Uint8Array<ArrayBuffer>;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

/** A hint that something changed; the row is the truth. */
export interface Bus {
  publish(topic: string, message: unknown): Promise<void>;
  subscribe(topic: string, listener: (message: unknown) => void): () => void;
  /** Messages may have been lost: read again. */
  onGap(listener: () => void): () => void;
}

/**
 * Where the refresh token travels. On a server it is a cookie; a page cannot set cookies on a
 * mocked answer, so the mock keeps a jar.
 */
export interface SessionTransport {
  read(request: Request, shop: Shop): string | undefined;
  /** Writes to the answer's headers; an undefined token clears it. */
  write(
    headers: Headers,
    request: Request,
    shop: Shop,
    token: string | undefined,
    maxAgeSeconds: number,
  ): void;
}

/** Fields are numbers, codes and ids; never an e-mail, phone, code, token, name or address. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean>): void;
}

/** Who is calling, for limits: the address of the peer, or what a trusted proxy says of it. */
export type ClientAddress = (request: Request) => string;

/**
 * Everything createBackend() needs. `storage` is made by createStorage() over any engine;
 * `platform` is the built-in one over it unless a connector is handed in.
 */
export interface BackendPorts {
  shops: Shops;
  storage: Storage;
  platform?: Platform;
  /** Absent: sign-in by code is off and /v1/desk says so. */
  mailer?: Mailer;
  bus: Bus;
  transport: SessionTransport;
  clock: Clock;
  clientAddress: ClientAddress;
  log: Log;
  /** Keys the HMAC of codes and contacts; kept outside the database. At least 32 random bytes. */
  pepper: string;
  /** How many requests a minute one address and one session may send; generous when left out. */
  requestLimits?: { perAddress: number; perSession: number };
  /** How many live streams may be open at once; generous when left out. */
  streamLimits?: { perNetwork: number; total: number };
  meter?: Meter;
  /** Who moves a shop's money. Undefined: nobody does, and what needs it is not offered. */
  payments?(shop: string): Payments | undefined;
  /** Who makes a shop's return labels. Undefined: nobody does, and they are not offered. */
  labels?(shop: string): Labels | undefined;
}

/** Who counts what the backend does: names and codes only, never an id. */
export interface Meter {
  /** An answer begins. `route` is its name in the routes table, `none` where there is none. */
  answered(answer: { route: string; status: number; seconds: number; code?: ProblemCode }): void;
  /** So many live streams are open now. */
  streamsOpen(count: number): void;
}

/** Migrations that a database lacks, and those it has that this version does not know. */
export interface SchemaState {
  missing: string[];
  unknown: string[];
}

/** What the backend keeps of its own. Each store is a noun; one suite holds for every engine. */
export interface Storage {
  catalogue: CatalogueStore;
  changes: ChangeStore;
  money: MoneyStore;
  imports: ImportStore;
  sessions: SessionStore;
  challenges: ChallengeStore;
  limits: LimitStore;
  answers: AnswerStore;
  deliveries: DeliveryStore;
  jobs: JobStore;
  assertions: AssertionStore;
  /** Asks the database itself: rejects when it does not answer. */
  schema(): Promise<SchemaState>;
  outbox: OutboxStore;
  close(): Promise<void>;
}

/** The built-in platform's products, customers, orders, shipments and tracking events. */
export interface CatalogueStore {
  customer(shop: string, id: string): Promise<CustomerRecord | undefined>;
  changeAddress(
    shop: Shop,
    customer: string,
    address: Address,
    at: Date,
    keep: Keep<CustomerRecord> | undefined,
  ): Promise<CustomerRecord | undefined>;
  paymentMethods(shop: string, customer: string): Promise<MethodRecord[]>;
  product(shop: string, id: string): Promise<ProductRecord | undefined>;
  products(shop: string, wanted: ProductsWanted): Promise<ProductRecord[]>;
  /** Of several with one contact, always the same: the shop's own before one we made. */
  customerWith(shop: string, contact: ContactPoint): Promise<CustomerRecord | undefined>;
  /** As stored, of a customer or of an order. */
  knownContact(shop: string, contact: ContactPoint): Promise<ContactPoint | undefined>;
  adoptContact(shop: Shop, contact: ContactPoint, at: Date): Promise<CustomerRecord>;
  adoptLogin(shop: Shop, login: Login, at: Date): Promise<CustomerRecord>;
  order(shop: string, id: string): Promise<OrderRecord | undefined>;
  orders(shop: string, customer: string, query: OrderListQuery): Promise<OrderList>;
  ordersBeyond(shop: string, customer: string, contact: ContactPoint): Promise<string[]>;
  orderNumbered(shop: string, customer: string, number: string): Promise<OrderRecord | undefined>;
  findOrder(shop: string, number: string, contact: ContactPoint): Promise<OrderRecord | undefined>;
  applyTracking(shop: Shop, update: TrackingUpdate, at: Date): Promise<TrackingResult | undefined>;
  applyNews(shop: Shop, news: readonly RowNews[], at: Date): Promise<NewsResult>;
  /**
   * Writes rows of the import format in one transaction; the same rows again change nothing. With
   * `at`, the shop's own systems are told what changed; a bulk import tells nobody.
   */
  put(shop: Shop, rows: readonly ImportRow[], at?: Date): Promise<void>;
  /** Forgets news whose time is over, and parcels whose order has not come since `forgetBefore`. */
  purge(now: string, forgetBefore: string): Promise<number>;
}

/** A checked row of an import, waiting. `position` counts through all files. */
export interface StagedRow {
  position: number;
  row: ImportRow;
}

/**
 * Imports under way. Rows are staged in many short transactions and seen by nobody; commit() is
 * the one moment at which the import counts; applying it may be cut short and gone on with.
 */
export interface ImportStore {
  begin(shop: string, at: Date): Promise<string>;
  stage(id: string, rows: readonly StagedRow[]): Promise<void>;
  unstage(id: string, positions: readonly number[]): Promise<void>;
  /** Which of these customers the shop has already. */
  knownCustomers(shop: string, ids: readonly string[]): Promise<Set<string>>;
  /** Its reader still reads: it is not taken for dead. */
  touch(id: string, at: Date): Promise<void>;
  /** Fails when it has been dropped meanwhile. */
  commit(id: string): Promise<void>;
  drop(id: string): Promise<void>;
  /** Drops it unless it counts already. */
  dropStaged(id: string): Promise<void>;
  /** Writes up to `limit` rows of a committed import; 0 when it is done and gone. */
  applyNext(shop: Shop, id: string, limit: number): Promise<number>;
  /** Those that count; and of those still being read the ones untouched since then, or all. */
  unfinished(since?: Date): Promise<{ id: string; shop: string; committed: boolean }[]>;
}

/** A store that forgets what is over. Answers how many rows went. */
export interface Forgetful {
  purge(now: string): Promise<number>;
}

/** A family of tokens: everything that came from one sign-in or one look-up. */
export type SessionRecord = {
  id: string;
  shop: string;
  /** However busy it is, it ends then. */
  endsAt: string;
} & (
  | { kind: 'guest'; order: { id: string; number: string } }
  | {
      kind: 'customer';
      customer: string;
      /** When they last proved who they are. */
      verifiedAt: string;
      /** Whom the shop's own login has named, where that has started the session. */
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

export interface SessionStore extends Forgetful {
  start(
    session: SessionRecord,
    tokens: readonly TokenRecord[],
    more?: { trace?: Omit<SessionTrace, 'id'>; keep?: Keep<void> | undefined },
  ): Promise<void>;
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
  isLive(shop: string, id: string, now: string): Promise<boolean>;
  end(shop: string, id: string): Promise<void>;
  /** Its customer has proved once more who they are; undefined when the session is over. */
  prove(
    shop: string,
    id: string,
    moment: { now: string; verifiedAt: string },
    next: (session: SessionRecord) => readonly TokenRecord[],
  ): Promise<SessionRecord | undefined>;
  /** Ends a customer's sessions, or the one of this id; names those that have ended. */
  endOf(shop: string, customer: string, id?: string): Promise<string[]>;
  /** A customer's live sessions, the newest first. */
  ofCustomer(shop: string, customer: string, now: string, most: number): Promise<SessionTrace[]>;
}

/** Tokens of the shop's own login that have served. */
export interface AssertionStore extends Forgetful {
  /** True for the one who uses it. `id` is its jti, as a hash. */
  use(shop: string, id: string, now: string, expiresAt: string): Promise<boolean>;
}

export interface ChallengeRecord {
  id: string;
  shop: string;
  channel: 'email' | 'sms';
  /** As the shop stores it, once it has been found; before that as it was typed. */
  address: string;
  /** HMAC of the address, for its counters. */
  addressKey: string;
  /** The session it proves anew; absent where it starts one for whoever holds the address. */
  session?: string | undefined;
  /** HMAC of the code, or of a link's token; absent when none was sent: then nothing matches. */
  codeHash?: string;
  tries: number;
  expiresAt: string;
  usedAt?: string;
}

export interface ChallengeStore extends Forgetful {
  open(challenge: ChallengeRecord): Promise<void>;
  /** A code goes out to this address. */
  arm(shop: string, id: string, code: { hash: string; address: string }): Promise<void>;
  /** Counts a try, unless the challenge is used, over or has had `most`; then it stays as it was. */
  countTry(
    shop: string,
    id: string,
    now: string,
    most: number,
  ): Promise<{ challenge: ChallengeRecord; counted: boolean } | undefined>;
  /** True for the one who uses it. */
  use(shop: string, id: string, now: string): Promise<boolean>;
}

/** At most `most` in `seconds`, counted from the first. `key` names who and what, as an HMAC. */
export interface Quota {
  key: string;
  most: number;
  seconds: number;
}

export interface LimitStore extends Forgetful {
  /** Takes one of each, or, when one of them is used up, none. `until` is when to try again. */
  take(quotas: readonly Quota[], now: string): Promise<{ taken: boolean; until?: string }>;
  /** From when on one of each may be taken; undefined is now. */
  freeFrom(quotas: readonly Quota[], now: string): Promise<string | undefined>;
  giveBack(keys: readonly string[]): Promise<void>;
  /** How many have been taken in the window that is open now. */
  taken(key: string, now: string): Promise<number>;
  clear(key: string): Promise<void>;
}

/** The right to act under an Idempotency-Key, until another claim of it, with another `at`, counts. */
export interface Claim {
  shop: string;
  key: string;
  at: string;
}

/** What a claim's key is answered from now on. */
export interface SealedAnswer extends Claim {
  sealed: string;
  expiresAt: string;
}

/**
 * Makes of what a write came to the answer that its Idempotency-Key gets again. A store asks for it
 * within the write's own transaction and keeps it there, so that neither is without the other.
 */
export type Keep<Result> = (result: Result) => Promise<SealedAnswer>;

/** What was answered under an Idempotency-Key, sealed. */
export interface AnswerStore extends Forgetful {
  /** `claimed` for the one who may act. A claim older than `staleBefore` died and is taken over. */
  claim(claim: {
    shop: string;
    key: string;
    request: string;
    now: string;
    staleBefore: string;
    expiresAt: string;
  }): Promise<
    { state: 'claimed' | 'in_flight' | 'other_request' } | { state: 'kept'; sealed: string }
  >;
  /** False when the claim counts no more, or its answer is kept already. */
  keep(answer: SealedAnswer): Promise<boolean>;
  release(claim: Claim): Promise<void>;
  /**
   * Lets go of every claim without an answer, at a start with the database to ourselves: whoever
   * was at work is dead. Answers how many.
   */
  releaseAll(): Promise<number>;
}

/** Who of several processes does a job. */
export interface JobStore {
  /** True for one who asks, then for nobody until `nextAt`. */
  claim(name: string, now: string, nextAt: string): Promise<boolean>;
}

/** Webhook deliveries that have been dealt with. */
export interface DeliveryStore extends Forgetful {
  has(shop: string, id: string): Promise<boolean>;
  add(shop: string, id: string, expiresAt: string): Promise<void>;
}

/** A delivery that somebody has taken; `attempts` counts this one. */
export interface ClaimedDelivery {
  id: string;
  type: WebhookEventType;
  body: string;
  attempts: number;
}

/** A delivery as it is listed: without its body, which tells of people. */
export interface OutboxEntry {
  id: string;
  shop: string;
  url: string;
  type: WebhookEventType;
  /** Id of the order or the customer. */
  object: string;
  state: DeliveryState;
  attempts: number;
  createdAt: string;
  /** When it is tried next, or by when it must have been answered. */
  dueAt?: string;
  /** What came of the last attempt: `http_500`, `timeout` … */
  result?: string;
}

/** What is to be told to the shop's own systems; rows come from the transactions of the changes. */
export interface OutboxStore extends Forgetful {
  /** Endpoints that have something to be sent, the longest waiting first. */
  due(now: string, most: number): Promise<{ shop: string; url: string }[]>;
  /**
   * Takes deliveries for this caller alone, until `until`. Those of one object come one at a time
   * and in order.
   */
  claim(
    endpoint: { shop: string; url: string },
    lease: { now: string; until: string; most: number },
  ): Promise<ClaimedDelivery[]>;
  /** `lease` is the claim's `until`. False when it had run out and somebody else took the delivery. */
  settle(
    id: string,
    lease: string,
    settled: {
      state: 'pending' | 'delivered' | 'dead';
      now: string;
      /** When it is due again, or may be forgotten. */
      until: string;
      result: string;
    },
  ): Promise<boolean>;
  /**
   * Gives back what is being sent, at a start with the database to ourselves: whoever took it is
   * dead. Answers how many.
   */
  release(now: string): Promise<number>;
  /** Newest first. */
  list(wanted: { state?: DeliveryState; most: number }): Promise<OutboxEntry[]>;
  counts(): Promise<Record<DeliveryState, number>>;
  /** Sends them again, under the same ids, from the first attempt on. Answers whose ids. */
  replay(which: readonly string[] | 'dead', now: string): Promise<string[]>;
}
