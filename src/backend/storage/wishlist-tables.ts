import type { AlertKind } from '../../contract/wishlists.ts';
import type { Classification } from './schema.ts';

/** What shoppers have saved. A customer may be told anew: no row goes with theirs by a key. */
export interface WishlistTables {
  wishes: WishesTable;
  wishlists: WishlistsTable;
  wishlist_shares: WishlistSharesTable;
  gift_marks: GiftMarksTable;
  wishlist_alerts: WishlistAlertsTable;
}

export interface WishesTable {
  shop_id: string;
  customer_id: string;
  product_id: string;
  /** Empty: the product, whatever it comes in. */
  variant_id: string;
  list_id: string;
  quantity: number;
  note: string | null;
  saved_at: string;
  /** What it cost when it was saved. */
  price: number | null;
  currency: string | null;
  removed: number;
  at: string;
  device: string;
}

export interface WishlistsTable {
  shop_id: string;
  customer_id: string;
  id: string;
  name: string;
  removed: number;
  at: string;
  device: string;
}

export interface WishlistSharesTable {
  shop_id: string;
  token: string;
  customer_id: string;
  list_id: string;
  friends: number;
  created_at: string;
}

export interface GiftMarksTable {
  shop_id: string;
  token: string;
  product_id: string;
  /** Made by the friend's device. */
  marked_by: string;
  at: string;
}

export interface WishlistAlertsTable {
  shop_id: string;
  id: string;
  customer_id: string;
  product_id: string;
  variant_id: string;
  kind: AlertKind;
  /** Of kind price. */
  below: number | null;
  currency: string | null;
  language: string | null;
  /** Of kind back: it has been away since it was asked for. Of the others always 1. */
  armed: number;
  /** When the shopper agreed to it. */
  asked_at: string;
  /** Somebody is at it until then. */
  taken_until: string | null;
}

export const wishlistColumns: Classification<WishlistTables> = {
  wishes: {
    ...{ shop_id: 'none', customer_id: 'personal', product_id: 'personal', variant_id: 'personal' },
    ...{ list_id: 'personal', quantity: 'personal', note: 'personal', saved_at: 'personal' },
    ...{ price: 'none', currency: 'none', removed: 'none', at: 'personal', device: 'personal' },
  },
  wishlists: {
    ...{ shop_id: 'none', customer_id: 'personal', id: 'none', name: 'personal' },
    ...{ removed: 'none', at: 'personal', device: 'personal' },
  },
  wishlist_shares: {
    ...{ shop_id: 'none', token: 'personal', customer_id: 'personal', list_id: 'personal' },
    ...{ friends: 'none', created_at: 'none' },
  },
  gift_marks: {
    ...{ shop_id: 'none', token: 'none', product_id: 'none', marked_by: 'secret', at: 'none' },
  },
  wishlist_alerts: {
    ...{ shop_id: 'none', id: 'none', customer_id: 'personal', product_id: 'personal' },
    ...{ variant_id: 'personal', kind: 'none', below: 'personal', currency: 'none' },
    ...{ language: 'personal', armed: 'none', asked_at: 'personal', taken_until: 'none' },
  },
};
