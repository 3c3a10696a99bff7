// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Product } from './parts.ts';
import { Money } from './orders.ts';

export const WishedProducts: Shape = { items: [Product] };
export const Wishlist: Shape = { id: 'string', name: 'string', at: 'string', device: 'string' };
export const Wish: Shape = {
  product: 'string',
  list: 'string',
  quantity: 'number',
  savedAt: 'string',
  '?price': Money,
  at: 'string',
  device: 'string',
};
export const WishlistShare: Shape = { list: 'string', token: 'string', friends: 'boolean' };
export const WishlistAlert: Shape = {
  product: 'string',
  variant: 'string',
  kind: 'string',
  '?below': Money,
};
export const Wishlists: Shape = {
  lists: [Wishlist],
  wishes: [Wish],
  shares: [WishlistShare],
  alerts: [WishlistAlert],
};
export const WishlistMerged: Shape = { lists: [Wishlist], wishes: [Wish] };
