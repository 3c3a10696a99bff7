import type { Gathered, Model, ShortModel } from '../../domain/recommendations/model.ts';
import type { Asked, Recommended } from '../../domain/recommendations/recommend.ts';
import type { Described } from '../../domain/recommendations/content.ts';
import type { Keep } from './answers.ts';

/** An order as recommendations know it. */
export interface Sale {
  id: string;
  at: string;
  customer?: string;
  products: string[];
}
/** A product as its shop tells of it. */
export type Named = Described & { id: string };

/** A product that a customer bought. */
export interface Had {
  product: string;
  /** When last. */
  at: string;
  /** All of it is sent back, or is to be. */
  back: boolean;
}

/** What came back with one return. */
export interface SentBack {
  id: string;
  products: string[];
}

/** Up to where sales have been read. */
export type SaleMark = Pick<Sale, 'id' | 'at'>;

/** What a platform tells of its past, in pages; one that does not is asked for nothing but products. */
export interface SalesSource {
  /** The order before the latest so many; undefined where there are no more of them. */
  beforeLatest(shop: string, orders: number): Promise<SaleMark | undefined>;
  /** Orders that were not cancelled, oldest first, from after the mark on. */
  sales(shop: string, after: SaleMark | undefined, limit: number): Promise<Sale[]>;
  /** Products that came back, one each time, from the return after that id on. */
  sentBack(shop: string, after: string, limit: number): Promise<SentBack[]>;
  /** By id, from after that one on. */
  described(shop: string, after: string, limit: number): Promise<Named[]>;
  /** What a customer bought with their latest orders, the latest last. */
  bought(shop: string, customer: string, orders: number): Promise<Had[]>;
}

/** What of an event recommendations read. */
export interface ToldEvent {
  who: { customer: string } | { visitor: string };
  type: string;
  product?: string;
  at: string;
  sequence: number;
}
export interface EventSource {
  /** In the order in which they were kept, from after `sequence` on (0: from the first). */
  since(shop: string, sequence: number, limit: number): Promise<ToldEvent[]>;
}

/** What shops' recommendations stand on. */
export interface Models {
  /** Undefined: it is not there yet. */
  of(shop: string): Promise<LiveModel | undefined>;
}

/** A model in use: it learns of what happens meanwhile, as every process does that has the same one. */
export interface LiveModel {
  builtAt: string;
  /** Of the products it knows, by number. */
  ids: readonly string[];
  /** Undefined of a product it does not know. */
  numberOf(id: string): number | undefined;
  /** Shoppers buy it again and again. */
  isBoughtAgain(item: number): boolean;
  recommend(asked: Asked): Recommended[];
  /** Reads on. */
  catchUp(): Promise<void>;
  /** The part of what it knows that came after it was built. */
  newPart(): number;
}

/** Makes models where nobody waits for it: in a thread of its own, or at once. */
export interface ModelMaker {
  build(gathered: Gathered): Promise<Model>;
  recall(model: ShortModel): Promise<Model>;
}

export interface RecommendationStore {
  /** When the model was built that counts now; undefined: never. */
  builtAt(shop: string): Promise<string | undefined>;
  read(shop: string): Promise<{ builtAt: string; bytes: Uint8Array } | undefined>;
  /** In the place of what was there, whole or not at all. */
  write(shop: string, builtAt: string, bytes: Uint8Array): Promise<void>;
  /** What is not for a customer, the latest last. */
  dismissed(shop: string, customer: string, limit: number): Promise<string[]>;
  dismiss(
    shop: string,
    dismissal: { customer: string; product: string; at: string },
    keep: Keep<undefined> | undefined,
  ): Promise<void>;
  undismiss(shop: string, customer: string, product: string): Promise<void>;
}
