import type { Shop } from '../../ports.ts';

const ALLOWED_HEADERS =
  'Authorization, Content-Type, DPoP, Idempotency-Key, X-Front-Desk, If-None-Match, Last-Event-ID';
const EXPOSED_HEADERS = 'Date, ETag, Retry-After, X-Request-Id';
/** Two hours: browsers remember a preflight no longer than that. */
const PREFLIGHT_AGE = '7200';

/** Where the page stands that asks. `none`: not a browser, or a plain read from our own pages. */
export type Standing = 'none' | 'allowed' | 'foreign';

/**
 * Exact comparison: no wildcards, no suffixes, and the `null` of a sandbox is nobody's origin. Nor
 * is a page let in because it has our host's name: anyone can point a name of theirs at us.
 */
export function standingOf(request: Request, shop: Shop): Standing {
  const origin = request.headers.get('origin');
  if (origin === null) return 'none';
  return shop.origins.includes(origin) ? 'allowed' : 'foreign';
}

/**
 * Is it our own page that asks? The browser says so, or the hosts agree. The shop's own pages do not
 * count: they are of the same site, and the cookie would come with them.
 */
export function isOwnPage(request: Request): boolean {
  const told = request.headers.get('sec-fetch-site');
  if (told !== null) return told === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

/** Lets the page of an allowed origin read the answer; everyone else's browser withholds it. */
export function allowReading(headers: Headers, request: Request, standing: Standing): void {
  if (standing !== 'allowed') return;
  headers.set('Access-Control-Allow-Origin', request.headers.get('origin') ?? '');
  headers.set('Access-Control-Allow-Credentials', 'true');
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

/** Anyone may read this: it says nothing of anyone. */
export function allowAnyone(headers: Headers): void {
  headers.set('Access-Control-Allow-Origin', '*');
}

export function allowSending(headers: Headers, methods: readonly string[]): void {
  headers.set('Access-Control-Allow-Methods', methods.join(', '));
  headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
  headers.set('Access-Control-Max-Age', PREFLIGHT_AGE);
}
