import type { ImportRow } from '../../contract/import.ts';
import type { Address } from '../../contract/orders.ts';
import type { TrackingUpdate } from '../../contract/webhooks.ts';
import type { MethodRecord } from '../../domain/changes/changes.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type { RowNews } from '../../domain/news/row-news.ts';
import type { Keep } from './answers.ts';
import type {
  CatalogueFound,
  ContactPoint,
  CustomerRecord,
  Login,
  NewsResult,
  OrderList,
  OrderListQuery,
  ProductList,
  ProductListQuery,
  ProductsWanted,
  TrackingResult,
} from './platform.ts';
import type { Shop } from './shops.ts';

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
  productList(shop: string, query: ProductListQuery): Promise<ProductList>;
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
  search(shop: string, words: string, most: number): Promise<CatalogueFound>;
  findOrder(shop: string, number: string, contact: ContactPoint): Promise<OrderRecord | undefined>;
  applyTracking(shop: Shop, update: TrackingUpdate, at: Date): Promise<TrackingResult | undefined>;
  applyNews(shop: Shop, news: readonly RowNews[], at: Date): Promise<NewsResult>;
  /**
   * Writes rows of the import format in one transaction; the same rows again change nothing. With
   * `at`, the shop's own systems are told what changed; a bulk import tells nobody.
   */
  put(shop: Shop, rows: readonly ImportRow[], at?: Date): Promise<void>;
  /** As Forgetful does: news whose time is over, parcels whose order has not come since `forgetBefore`. */
  purge(now: string, forgetBefore: string, signal?: AbortSignal): Promise<number>;
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
  commit(id: string, at: Date): Promise<void>;
  drop(id: string): Promise<void>;
  /** Drops it unless it counts already: then it stays, and the answer is false. */
  dropStaged(id: string): Promise<boolean>;
  /** Writes up to so many rows of a committed import, and touches it; 0 when it is done and gone. */
  applyNext(shop: Shop, id: string, batch: { most: number; at: Date }): Promise<number>;
  /** Those that have been silent; all when left out. */
  unfinished(silence?: Silence): Promise<{ id: string; shop: string; committed: boolean }[]>;
  /** True for one of those who ask for a committed import that has been silent since then. */
  takeOver(id: string, since: Date, at: Date): Promise<boolean>;
  /** Whoever comes next may take it over at once. */
  release(id: string): Promise<void>;
}

/** Whoever has not touched an import since then is taken for dead, by what was being done to it. */
export interface Silence {
  reading: Date;
  writing: Date;
}
