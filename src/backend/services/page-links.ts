import type { Shop } from '../ports.ts';

/**
 * A page of the shop's that may use it, with the panel open at a room where one is named. What
 * follows the # stays in the browser: no server logs it.
 */
export function pageLink({ links, origins }: Shop, room?: string): string {
  // a shop's config names one at least
  const home = origins[0]!;
  const named = new URL(links.shop ?? '/', home);
  const page = origins.includes(named.origin) ? named : new URL('/', home);
  if (room !== undefined) page.hash = `front-desk/${room}`;
  return page.href;
}
