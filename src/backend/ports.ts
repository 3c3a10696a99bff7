import type { Contact, Desk } from '../contract/desk.ts';
import type { TrackingUpdate } from '../contract/webhooks.ts';
import type { Customer } from '../contract/session.ts';
import type { OrderCard, OrderRecord } from '../domain/orders.ts';

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
  webhookSecret: string;
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
}

export interface OrderList {
  orders: OrderCard[];
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
  customer(shop: Shop, id: string): Promise<CustomerRecord | undefined>;
  /** Makes a customer of someone who has shown that the address is theirs; takes over guest orders placed with it. */
  adoptContact(shop: Shop, contact: ContactPoint): Promise<CustomerRecord>;
  orders(shop: Shop, customer: string, query: OrderListQuery): Promise<OrderList>;
  order(shop: Shop, id: string): Promise<OrderRecord | undefined>;
  /** The order of this number placed with this contact; both must match. */
  findOrder(shop: Shop, number: string, contact: ContactPoint): Promise<OrderRecord | undefined>;
  /** Undefined when no order has this parcel. */
  applyTracking?(shop: Shop, update: TrackingUpdate): Promise<TrackingResult | undefined>;
}

export type CustomerRecord = Customer & { phone?: string };

export interface TrackingResult {
  changed: boolean;
  order: { id: string; customer?: string };
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
}

/** What the backend keeps of its own. Each store is a noun; one suite holds for every engine. */
export interface Storage {
  catalogue: CatalogueStore;
  close(): Promise<void>;
}

/** The built-in platform's products, customers, orders, shipments and tracking events. */
export interface CatalogueStore {
  customer(shop: string, id: string): Promise<CustomerRecord | undefined>;
  order(shop: string, id: string): Promise<OrderRecord | undefined>;
}
