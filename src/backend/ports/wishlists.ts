import type { Money } from '../../contract/money.ts';
import type { Alert, Share, Wish, Wishlist, Wishlists } from '../../contract/wishlists.ts';
import type { Decided, Told } from '../../domain/wishlists/limits.ts';
import type { Keep } from './answers.ts';
import type { Forgetful, MailLease } from './stores.ts';

export interface WishlistMoment {
  at: Date;
  /** What a product, or a variant of it, costs now: kept with what is saved anew. */
  price(wish: Wish): Money | undefined;
  keep?: Keep<Decided['now']> | undefined;
}

export type WishlistFull = { refused: 'wishlist_full' | 'too_many_wishlists' };

/** What shoppers have saved. What was taken away is remembered, and told nobody. */
export interface WishlistStore extends Forgetful {
  all(shop: string, customer: string): Promise<Pick<Wishlists, 'lists' | 'wishes'>>;
  /** Of each thing the later write counts; all of them are taken, or none. */
  merge(
    shop: string,
    customer: string,
    told: Told,
    moment: WishlistMoment,
  ): Promise<Decided['now'] | WishlistFull>;
  /** How many shoppers have saved each; those that nobody has are left out. */
  counts(shop: string, products: readonly string[]): Promise<Map<string, number>>;
}

/** A list whose link somebody has. */
export interface SharedList {
  customer: string;
  share: Share;
  lists: Wishlist[];
  wishes: Wish[];
  /** Products that friends have marked. */
  taken: ReadonlySet<string>;
}

export interface ShareStore {
  of(shop: string, customer: string): Promise<Share[]>;
  /** A list has one link: `token` counts where it has none yet. */
  open(shop: string, customer: string, share: Share, at: Date): Promise<Share>;
  end(shop: string, customer: string, list: string): Promise<void>;
  find(shop: string, token: string): Promise<SharedList | undefined>;
  /** False where somebody else has marked it. */
  mark(shop: string, token: string, product: string, by: string, at: Date): Promise<boolean>;
  unmark(shop: string, token: string, product: string, by: string): Promise<void>;
}

/** A mail that is wanted, with what is needed to write it. */
export interface WantedAlert {
  id: string;
  shop: string;
  customer: string;
  alert: Alert;
  /** As Accept-Language had it when it was asked for. */
  language: string | null;
}

/** One that somebody has for themselves. */
export interface TakenAlert extends WantedAlert {
  until: string;
}

export interface AlertStore {
  of(shop: string, customer: string): Promise<Alert[]>;
  /** Asked for once more, it is told once more. */
  set(wanted: WantedAlert & { at: Date }): Promise<void>;
  remove(shop: string, customer: string, variant: string, kind: Alert['kind']): Promise<void>;
  end(shop: string, id: string): Promise<void>;
  /** A mail tells of what becomes so: what is not so by now may be told from here on. */
  arm(shop: string): Promise<void>;
  /**
   * Takes the one that was asked for first of those whose time has come; due again when the lease runs
   * out. Who has told it settles it.
   */
  take(shop: string, lease: MailLease): Promise<TakenAlert | undefined>;
  /** What was taken is done with, or due again at that moment; what was asked for anew stays. */
  settle(taken: TakenAlert, again?: string): Promise<void>;
}
