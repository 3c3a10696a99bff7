import type { SessionTransport, Shop } from '../ports.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host'];

/**
 * The refresh token as a cookie of the API's origin. `__Host-` pins it to exactly this host over
 * TLS. Browsers disagree on Secure cookies over plain http, even on this machine, so there it is a
 * plain one; a request that came through a proxy is never taken for one of this machine. Some
 * proxies leave no trace but the page that asks.
 */
export function createCookieTransport(): SessionTransport {
  return {
    read(request, shop) {
      return cookieOf(request, nameOf(shop, isPlainLoopback(request)));
    },
    write(headers, request, shop, token, maxAgeSeconds) {
      const plain = isPlainLoopback(request);
      const rules = plain ? ['SameSite=Lax'] : ['Secure', ...siteRules(request)];
      appendCookie(headers, { name: nameOf(shop, plain), token, maxAgeSeconds, rules });
    },
  };
}

interface TokenCookie {
  name: string;
  /** Without one the cookie goes. */
  token: string | undefined;
  maxAgeSeconds: number;
  /** Whom the browser sends it to. */
  rules: readonly string[];
}

/** A cookie that no script can read. */
export function appendCookie(
  headers: Headers,
  { name, token, maxAgeSeconds, rules }: TokenCookie,
): void {
  headers.append(
    'Set-Cookie',
    [
      `${name}=${token ?? ''}`,
      'Path=/',
      `Max-Age=${token === undefined ? 0 : maxAgeSeconds}`,
      'HttpOnly',
      ...rules,
    ].join('; '),
  );
}

/** A token out of the cookie of this name. */
export function cookieOf(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2).map((text) => text.trim());
    if (name === wanted && /^[\w-]{1,128}$/.test(value)) return value;
  }
  return undefined;
}

const nameOf = (shop: Shop, plain: boolean): string =>
  `${plain ? '' : '__Host-'}front-desk-${encodeURIComponent(shop.id)}`;

export function isPlainLoopback(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url);
  return (
    protocol === 'http:' &&
    loopback.test(hostname) &&
    !request.headers.get('origin')?.startsWith('https:') &&
    !forwarded.some((name) => request.headers.has(name))
  );
}

/** In a page of another site the cookie belongs to that page's site alone. */
const siteRules = (request: Request): string[] =>
  isSameSite(request) ? ['SameSite=Lax'] : ['SameSite=None', 'Partitioned'];

/** The browser knows where one site ends and the next begins; without its word the hosts must agree. */
function isSameSite(request: Request): boolean {
  const told = request.headers.get('sec-fetch-site');
  if (told !== null) return told !== 'cross-site';
  const origin = request.headers.get('origin');
  return origin === null || hostOf(origin) === new URL(request.url).hostname;
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).hostname : undefined;
