import { SharedWishlist } from '../../contract/guards/shared.ts';
import type { SharedWishlist as Shared } from '../../contract/wishlists.ts';
import { path, readJson, type Send } from './request.ts';

export const getShared = (send: Send, token: string, signal?: AbortSignal): Promise<Shared> =>
  readJson(send(path`/wishlists/shared/${token}`, { signal }), SharedWishlist);

const markOf = (token: string, product: string) =>
  path`/wishlists/shared/${token}/marks/${product}`;

/** `by` is the friend's own secret: with it the mark can be taken away again. */
export const markGift = async (send: Send, token: string, product: string, by: string) => {
  await send(markOf(token, product), { method: 'PUT', body: { by } });
};
export const unmarkGift = async (send: Send, token: string, product: string, by: string) => {
  await send(markOf(token, product), { method: 'DELETE', query: { by } });
};

/** By the token in a mail. */
export const endAlert = async (send: Send, token: string) => {
  await send(path`/wishlists/mails/${token}`, { method: 'DELETE' });
};
