import type { SessionTransport } from '../backend/ports.ts';

/**
 * Where the refresh token lives in a mock. A server sets a cookie; an answer that a service worker
 * makes up cannot, so the page keeps what the cookie would have held. Each shop has its own.
 */
export interface Jar {
  transport: SessionTransport;
  tokens(): Record<string, string>;
  /** How often it was written to. */
  writes(): number;
}

export function createJar(saved: Record<string, string> = {}): Jar {
  const tokens = new Map(Object.entries(saved));
  let writes = 0;
  return {
    tokens: () => Object.fromEntries(tokens),
    writes: () => writes,
    transport: {
      read: (_request, shop) => tokens.get(shop.id),
      write(_headers, _request, shop, token) {
        writes += 1;
        if (token === undefined) tokens.delete(shop.id);
        else tokens.set(shop.id, token);
      },
    },
  };
}
