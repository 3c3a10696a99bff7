export interface VisitorOptions {
  /** The page's origin; null sends none. */
  origin?: string | null;
  address?: string;
  shop?: string;
  token?: string;
  headers?: Record<string, string>;
}

export interface Told<Body = never> {
  status: number;
  headers: Headers;
  /** What came back as JSON; its shape is checked against the contract on the way. */
  body: [Body] extends [never] ? TestBody : Body;
  response: Response;
}
/** Enough of every answer for a test to name what it looks at. */
export interface TestBody {
  [name: string]: unknown;
  kind: string;
  code: string;
  id: string;
  to: string;
  token: string;
  items: { id: string; number: string }[];
  errors: { pointer: string; detail: string }[];
  next: string;
  triesLeft: number;
  retryAfter: number;
}

export interface SendOptions {
  body?: unknown;
  /** Sent as it is, with no JSON made of it. */
  raw?: BodyInit;
  key?: string | null;
  headers?: Record<string, string>;
}

/** A page of a shop with its browser: it keeps cookies and remembers its access token. */
export interface Visitor {
  token: string | undefined;
  cookies: Map<string, string>;
  send(method: string, path: string, options?: SendOptions): Promise<Told>;
  get(path: string, options?: SendOptions): Promise<Told>;
  post(path: string, body?: unknown, options?: SendOptions): Promise<Told>;
  refresh(): Promise<Told>;
  signOut(): Promise<Told>;
}

export const API = 'https://desk.example';
let keys = 0;

export function createVisitor(
  fetch: (request: Request) => Promise<Response>,
  options: VisitorOptions = {},
): Visitor {
  const { origin = 'https://alder.example', address = '192.0.2.1', shop } = options;
  const cookies = new Map<string, string>();
  const visitor: Visitor = {
    token: options.token,
    cookies,
    async send(method, path, { body, raw, key, headers: more } = {}) {
      const url = new URL(path.startsWith('/v1') ? path : `/v1${path}`, API);
      if (shop && !url.searchParams.has('shop')) url.searchParams.set('shop', shop);
      const headers = new Headers({ 'X-Test-Address': address, ...options.headers });
      if (origin !== null) headers.set('Origin', origin);
      if (visitor.token) headers.set('Authorization', `Bearer ${visitor.token}`);
      if (cookies.size)
        headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      if (body !== undefined) headers.set('Content-Type', 'application/json');
      if ((method === 'POST' || method === 'PATCH') && key !== null)
        headers.set('Idempotency-Key', key ?? `test-key-${(keys += 1)}`);
      for (const [name, value] of Object.entries(more ?? {})) headers.set(name, value);
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(
        new Request(url, { method, headers, ...(sent !== undefined && { body: sent }) }),
      );
      keepCookies(cookies, response);
      return {
        status: response.status,
        headers: response.headers,
        body: await bodyOf(response),
        response,
      };
    },
    get: (path, more) => visitor.send('GET', path, more),
    post: (path, body, more) => visitor.send('POST', path, { body, ...more }),
    async refresh() {
      const told = await visitor.send('POST', '/session/refresh', {
        key: null,
        headers: { 'X-Front-Desk': '1' },
      });
      visitor.token = told.body.token;
      return told;
    },
    signOut: () => visitor.send('DELETE', '/session', { headers: { 'X-Front-Desk': '1' } }),
  };
  return visitor;
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...rules] = line.split('; ');
    const [name = '', value = ''] = pair.split('=', 2);
    if (rules.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }
}

const bodyOf = async (response: Response): Promise<TestBody> =>
  /json/.test(response.headers.get('content-type') ?? '') && response.body
    ? ((await response.json()) as TestBody)
    : ({} as TestBody);
