import type { Wish, Wishlist } from '../../contract/wishlists.ts';
import type { Money } from '../../contract/money.ts';
import { bit } from './dialect.ts';
import type { WishesTable, WishlistsTable } from './wishlist-tables.ts';

export interface Owner {
  shop_id: string;
  customer_id: string;
}

export const wishOf = (row: WishesTable): Wish => ({
  product: row.product_id,
  ...(row.variant_id !== '' && { variant: row.variant_id }),
  ...{ list: row.list_id, quantity: row.quantity, savedAt: row.saved_at },
  ...(row.note !== null && { note: row.note }),
  ...(row.removed === 1 && { removed: true }),
  ...(row.price !== null && { price: { amount: row.price, currency: row.currency! } }),
  ...{ at: row.at, device: row.device },
});

export const wishRow = (owner: Owner, wish: Wish, price: Money | undefined): WishesTable => ({
  ...owner,
  ...{ product_id: wish.product, variant_id: wish.variant ?? '', list_id: wish.list },
  ...{ quantity: wish.quantity, note: wish.note ?? null, saved_at: wish.savedAt },
  ...{ price: price?.amount ?? null, currency: price?.currency ?? null },
  ...{ removed: bit(wish.removed === true), at: wish.at, device: wish.device },
});

export const wishlistOf = (row: WishlistsTable): Wishlist => ({
  ...{ id: row.id, name: row.name },
  ...(row.removed === 1 && { removed: true }),
  ...{ at: row.at, device: row.device },
});

export const wishlistRow = (owner: Owner, list: Wishlist): WishlistsTable => ({
  ...owner,
  ...{ id: list.id, name: list.name },
  ...{ removed: bit(list.removed === true), at: list.at, device: list.device },
});
