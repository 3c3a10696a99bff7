import type { Shop } from '../ports.ts';
import { pageLink } from './page-links.ts';

/** Opens the panel with the token, on the shop's own page. */
export const signInLink = (shop: Shop, challenge: string, token: string): string =>
  pageLink(shop, `sign-in/~${challenge}.${token}`);
