import { randomUUID } from 'node:crypto';
import { CustomerSession, Session } from '../../../src/contract/session.ts';
import { Challenge } from '../../../src/contract/identity.ts';
import { Order, OrderPage, type OrderSummary } from '../../../src/contract/orders.ts';

/** The backend as one shopper's browser calls it: from one address, from a page of the shop. */
export interface ApiCaller {
  /** What tells the backend who is calling. */
  headers(): Record<string, string>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** Signs in by a code and keeps the token for what follows. */
  signIn(email: string): Promise<CustomerSession>;
  lookUp(number: string, email: string): Promise<Session>;
  /** Every order of the list, page by page. */
  orders(): Promise<OrderSummary[]>;
  order(id: string): Promise<Order>;
}

export interface ApiCallerOptions {
  url: string;
  origin: string;
  /** The shopper's own address, told by the proxy in between. */
  address: string;
  shop?: string;
  codeFor(email: string): Promise<string>;
}

export function createApiCaller(options: ApiCallerOptions): ApiCaller {
  const { url, origin, address, shop, codeFor } = options;
  let token: string | undefined;

  const headers = () => ({
    'X-Forwarded-For': address,
    ...(token && { Authorization: `Bearer ${token}` }),
  });

  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    const target = new URL(`/v1${path}`, url);
    if (shop) target.searchParams.set('shop', shop);
    return fetch(target, {
      method,
      headers: {
        Origin: origin,
        ...headers(),
        ...(body !== undefined && {
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async function answerOf(response: Response): Promise<unknown> {
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  return {
    headers,
    send,
    async signIn(email) {
      const challenge = Challenge.parse(
        await answerOf(await send('POST', '/identity/challenges', { email })),
      );
      const code = await codeFor(email);
      const session = CustomerSession.parse(
        await answerOf(await send('POST', `/identity/challenges/${challenge.id}/answer`, { code })),
      );
      ({ token } = session);
      return session;
    },
    async lookUp(number, email) {
      const session = Session.parse(
        await answerOf(await send('POST', '/identity/lookups', { number, email })),
      );
      if (session.kind !== 'anonymous') ({ token } = session);
      return session;
    },
    async orders() {
      const all: OrderSummary[] = [];
      for (let cursor = ''; ;) {
        const page = OrderPage.parse(await answerOf(await send('GET', `/orders?limit=3${cursor}`)));
        all.push(...page.items);
        if (!page.next) return all;
        cursor = `&cursor=${encodeURIComponent(page.next)}`;
      }
    },
    order: async (id) =>
      Order.parse(await answerOf(await send('GET', `/orders/${encodeURIComponent(id)}`))),
  };
}
