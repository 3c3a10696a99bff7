import type { Shop } from '../ports.ts';
import { appendCookie, cookieOf, isPlainLoopback } from './cookie-transport.ts';

/**
 * The session of somebody of the shop, on the backend's own pages alone: no page of another origin
 * makes the browser send it, not even the shop's.
 */
export const readStaffCookie = (request: Request, shop: Shop): string | undefined =>
  cookieOf(request, nameOf(shop, isPlainLoopback(request)));

export function writeStaffCookie(
  headers: Headers,
  request: Request,
  shop: Shop,
  token: string | undefined,
  maxAgeSeconds: number,
): void {
  const plain = isPlainLoopback(request);
  const rules = [...(plain ? [] : ['Secure']), 'SameSite=Strict'];
  appendCookie(headers, { name: nameOf(shop, plain), token, maxAgeSeconds, rules });
}

const nameOf = (shop: Shop, plain: boolean): string =>
  `${plain ? '' : '__Host-'}front-desk-staff-${encodeURIComponent(shop.id)}`;
