import { WishlistShare } from '../../contract/guards/wishlists.ts';
import type { AlertKind, Share } from '../../contract/wishlists.ts';
import { path, readJson, type Send } from './request.ts';

export const shareWishlist = (send: Send, list: string, friends: boolean): Promise<Share> =>
  readJson(
    send(path`/wishlists/${list}/share`, { method: 'PUT', body: { friends } }),
    WishlistShare,
  );

export const unshareWishlist = async (send: Send, list: string): Promise<void> => {
  await send(path`/wishlists/${list}/share`, { method: 'DELETE' });
};

export const setAlert = async (
  send: Send,
  { product, variant }: { product: string; variant: string },
  kind: AlertKind,
): Promise<void> => {
  const body = { product, kind, consent: true };
  await send(path`/wishlists/alerts/${variant}`, { method: 'PUT', body });
};

export const removeAlert = async (send: Send, variant: string, kind: AlertKind): Promise<void> => {
  await send(path`/wishlists/alerts/${variant}`, { method: 'DELETE', query: { kind } });
};
