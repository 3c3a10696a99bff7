import type { Address } from '../../contract/orders.ts';
import type { Customer } from '../../contract/session.ts';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import type { MethodRecord } from '../../domain/changes/changes.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type { RowNews } from '../../domain/news/row-news.ts';
import type { Keep } from './answers.ts';
import type { ChangeStore } from './changes.ts';
import type { SalesSource } from './recommendations.ts';
import type { Shop } from './shops.ts';

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
  /** Those of which something can be had, by name. */
  productList(shop: Shop, query: ProductListQuery): Promise<ProductList>;
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
  /** Customers and their orders, a few of each; absent where they cannot be searched. */
  search?(shop: Shop, words: string, most: number): Promise<CatalogueFound>;
  /** Undefined when no order has this parcel; one that comes within 30 days has heard the news. */
  applyTracking?(shop: Shop, update: TrackingUpdate): Promise<TrackingResult | undefined>;
  /** What the shop's own system tells of its rows. Late, twice, in any order: the end is the same. */
  applyNews?(shop: Shop, news: readonly RowNews[]): Promise<NewsResult>;
  /** What was sold, for recommendations; absent: they know products alone. */
  readonly sales?: SalesSource;
  /** Cancels, edits and takes back; absent where orders can only be looked at. */
  readonly changes?: ChangeStore;
}

export interface CatalogueFound {
  customers: CustomerRecord[];
  orders: { id: string; number: string; placedAt: string; customer: string }[];
}

/** Those of these ids that there are, or some of a category. */
export type ProductsWanted = { ids: readonly string[] } | { category: string; most: number };

export interface ProductListQuery {
  /** Each of them is in the name; none: all products. */
  words: readonly string[];
  limit: number;
  cursor?: string;
}

export interface ProductList {
  products: ProductRecord[];
  next?: string;
}

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
