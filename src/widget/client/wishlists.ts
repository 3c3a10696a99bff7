import {
  WishedProducts,
  WishlistMerged,
  Wishlists,
  WishlistShare,
} from '../../contract/guards/wishlists.ts';
import type {
  AlertKind,
  Share,
  WishedProducts as Products,
  WishlistMerge,
  WishlistMerged as Merged,
  Wishlists as Saved,
} from '../../contract/wishlists.ts';
import { readJson, type Send } from './request.ts';

export const getWishlists = async (send: Send, signal?: AbortSignal): Promise<Saved> =>
  readJson(await send('/wishlists', { signal }), Wishlists);

export const mergeWishlists = async (
  send: Send,
  body: WishlistMerge,
  key: string,
): Promise<Merged> =>
  readJson(await send('/wishlists/merge', { method: 'POST', body, key }), WishlistMerged);

/** `products` are ids, each percent-encoded, with commas between. */
export const listWishedProducts = async (
  send: Send,
  products: string,
  signal?: AbortSignal,
): Promise<Products> =>
  readJson(await send('/wishlists/products', { query: { products }, signal }), WishedProducts);

const part = encodeURIComponent;

export const shareWishlist = async (send: Send, list: string, friends: boolean): Promise<Share> =>
  readJson(
    await send(`/wishlists/${part(list)}/share`, { method: 'PUT', body: { friends } }),
    WishlistShare,
  );

export const unshareWishlist = async (send: Send, list: string): Promise<void> => {
  await send(`/wishlists/${part(list)}/share`, { method: 'DELETE' });
};

export const setAlert = async (
  send: Send,
  { product, variant }: { product: string; variant: string },
  kind: AlertKind,
): Promise<void> => {
  const body = { product, kind, consent: true };
  await send(`/wishlists/alerts/${part(variant)}`, { method: 'PUT', body });
};

export const removeAlert = async (send: Send, variant: string, kind: AlertKind): Promise<void> => {
  await send(`/wishlists/alerts/${part(variant)}`, { method: 'DELETE', query: { kind } });
};
