import { SharedWishlist } from '../../contract/guards/shared.ts';
import type { SharedWishlist as Shared } from '../../contract/wishlists.ts';
import { readJson, type Send } from './request.ts';

const part = encodeURIComponent;
const pathOf = (token: string) => `/wishlists/shared/${part(token)}`;

export const getShared = async (send: Send, token: string, signal?: AbortSignal): Promise<Shared> =>
  readJson(await send(pathOf(token), { signal }), SharedWishlist);

/** `by` is the friend's own secret: with it the mark can be taken away again. */
export const markGift = async (send: Send, token: string, product: string, by: string) => {
  await send(`${pathOf(token)}/marks/${part(product)}`, { method: 'PUT', body: { by } });
};
export const unmarkGift = async (send: Send, token: string, product: string, by: string) => {
  const path = `${pathOf(token)}/marks/${part(product)}`;
  await send(path, { method: 'DELETE', query: { by } });
};

/** By the token in a mail. */
export const endAlert = async (send: Send, token: string) => {
  await send(`/wishlists/mails/${part(token)}`, { method: 'DELETE' });
};
