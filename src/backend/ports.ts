import type { CustomerExport } from '../contract/customer-export.ts';
import type { AnswerStore } from './ports/answers.ts';
import type { CatalogueStore, ImportStore } from './ports/catalogue.ts';
import type { ChallengeStore } from './ports/challenges.ts';
import type { ChangeStore } from './ports/changes.ts';
import type { EventStore } from './ports/events.ts';
import type { ActStore, InboxStore, ReplyStore } from './ports/inbox.ts';
import type { ConversationStore } from './ports/conversations.ts';
import type { Labels } from './ports/labels.ts';
import type { LimitStore } from './ports/limits.ts';
import type { Log } from './ports/log.ts';
import type { MoneyStore } from './ports/money.ts';
import type { OutboxStore } from './ports/outbox.ts';
import type { PasskeyProofs, PasskeyStore } from './ports/passkeys.ts';
import type { Payments } from './ports/payments.ts';
import type { ContactPoint, Platform } from './ports/platform.ts';
import type { Models, RecommendationStore, SalesSource } from './ports/recommendations.ts';
import type { AssertionStore, SessionStore } from './ports/sessions.ts';
import type { SettingStore } from './ports/settings.ts';
import type { Shop, Shops } from './ports/shops.ts';
import type { StaffStore } from './ports/staff.ts';
import type { DeliveryStore, JobStore } from './ports/stores.ts';
import type { AlertStore, ShareStore, WishlistStore } from './ports/wishlists.ts';
import type {
  Bus,
  ClientAddress,
  Clock,
  Hmac,
  Mailer,
  Meter,
  SessionTransport,
} from './ports/surroundings.ts';
import type { ScanFile, UploadStore } from './ports/uploads.ts';

/** What the backend asks of the world. Node, the mock and tests hand in their own. */
export type * from './ports/answers.ts';
export type * from './ports/catalogue.ts';
export type * from './ports/challenges.ts';
export type * from './ports/changes.ts';
export type * from './ports/events.ts';
export type * from './ports/conversations.ts';
export type * from './ports/inbox.ts';
export type * from './ports/labels.ts';
export type * from './ports/limits.ts';
export type * from './ports/log.ts';
export type * from './ports/money.ts';
export type * from './ports/outbox.ts';
export type * from './ports/passkeys.ts';
export type * from './ports/payments.ts';
export type * from './ports/platform.ts';
export type * from './ports/recommendations.ts';
export type * from './ports/sessions.ts';
export type * from './ports/settings.ts';
export type * from './ports/shops.ts';
export type * from './ports/staff.ts';
export type * from './ports/stores.ts';
export type * from './ports/surroundings.ts';
export type * from './ports/uploads.ts';
export type * from './ports/wishlists.ts';

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
  /** Who signs and checks signatures; left out, WebCrypto, wherever `fetch` runs. */
  hmac?(secret: string): Hmac;
  /** How many requests a minute one address and one session may send; generous when left out. */
  requestLimits?: { perNetwork: number; perSession: number };
  /** How many events a minute are taken of one visitor and from one address; generous when left out. */
  eventLimits?: { perVisitor: number; perNetwork: number };
  /** How many live streams may be open at once; generous when left out. */
  streamLimits?: { perNetwork: number; total: number };
  meter?: Meter;
  /** Who moves a shop's money. Undefined: nobody does, and what needs it is not offered. */
  payments?(shop: string): Payments | undefined;
  /** Who makes a shop's return labels. Undefined: nobody does, and they are not offered. */
  labels?(shop: string): Labels | undefined;
  /** What recommendations stand on; left out, it is made when somebody asks. */
  models?: Models;
  /** Where this shop's people sign in, as in https://desk.shop.example/console. Absent: nowhere. */
  consoleAddress?(shop: Shop): string | undefined;
  /** Who checks their passkeys. Absent: nobody, and they sign in without. */
  passkeyProofs?: PasskeyProofs;
  /** Who looks over what shoppers send. Absent: nobody. */
  scanFile?: ScanFile;
}

/** Migrations that a database lacks, and those it has that this version does not know. */
export interface SchemaState {
  missing: string[];
  unknown: string[];
  /** Not known here either, but this version may go on beside them. */
  beside: string[];
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
  uploads: UploadStore;
  wishlists: WishlistStore;
  shares: ShareStore;
  alerts: AlertStore;
  events: EventStore;
  /** All that is kept of a customer, by table; of others' orders, that this contact of theirs stands there. */
  exportOf(
    shop: string,
    customer: string,
    contact?: ContactPoint,
  ): Promise<CustomerExport['tables']>;
  recommendations: RecommendationStore;
  sales: SalesSource;
  conversations: ConversationStore;
  inbox: InboxStore;
  acts: ActStore;
  replies: ReplyStore;
  staff: StaffStore;
  passkeys: PasskeyStore;
  settings: SettingStore;
  close(): Promise<void>;
}
