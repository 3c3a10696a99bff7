import type { Shop } from '../ports.ts';

/**
 * Opens the panel with the token, on the shop's own page where that page may use the shop; else on
 * the first that may. What follows the # stays in the browser: no server logs it.
 */
export function signInLink({ links, origins }: Shop, challenge: string, token: string): string {
  // a shop's config names one at least
  const home = origins[0]!;
  const named = new URL(links.shop ?? '/', home);
  const page = origins.includes(named.origin) ? named : new URL('/', home);
  page.hash = `front-desk/sign-in/~${challenge}.${token}`;
  return page.href;
}
