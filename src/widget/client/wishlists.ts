import { WishedProducts, WishlistMerged, Wishlists } from '../../contract/guards/wishlists.ts';
import type {
  WishedProducts as Products,
  WishlistMerge,
  WishlistMerged as Merged,
  Wishlists as Saved,
} from '../../contract/wishlists.ts';
import { readJson, type Send } from './request.ts';

export const getWishlists = (send: Send, signal?: AbortSignal): Promise<Saved> =>
  readJson(send('/wishlists', { signal }), Wishlists);

export const mergeWishlists = (send: Send, body: WishlistMerge, key: string): Promise<Merged> =>
  readJson(send('/wishlists/merge', { method: 'POST', body, key }), WishlistMerged);

/** `products` are ids, each percent-encoded, with commas between. */
export const listWishedProducts = (
  send: Send,
  products: string,
  signal?: AbortSignal,
): Promise<Products> =>
  readJson(send('/wishlists/products', { query: { products }, signal }), WishedProducts);
