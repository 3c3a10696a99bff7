import type { Desk } from '../../contract/desk.ts';
import * as shapes from '../../contract/guards.ts';
import type { Challenge, ChallengeRequest, LookupRequest } from '../../contract/identity.ts';
import type { Order, OrderPage, OrderQuery, OrderTracking } from '../../contract/orders.ts';
import type { CustomerSession, Session } from '../../contract/session.ts';
import { Problem } from './problem.ts';
import { readJson, type Send } from './request.ts';

export type Client = ReturnType<typeof createClient>;

/** One function an endpoint. The caller makes the key, so that its retries keep it. */
export const createClient = (send: Send) => ({
  getDesk: async (signal?: AbortSignal): Promise<Desk> =>
    readJson(await send('/desk', { signal }), shapes.Desk),

  createChallenge: async (body: ChallengeRequest, key: string): Promise<Challenge> =>
    readJson(await send('/identity/challenges', { method: 'POST', body, key }), shapes.Challenge),
  answerChallenge: async (id: string, code: string, key: string): Promise<CustomerSession> =>
    readJson(
      await send(`/identity/challenges/${encodeURIComponent(id)}/answer`, {
        method: 'POST',
        body: { code },
        key,
        cookie: true,
      }),
      shapes.CustomerSession,
    ),
  createLookup: async (body: LookupRequest, key: string): Promise<Session | Challenge> => {
    const response = await send('/identity/lookups', { method: 'POST', body, key, cookie: true });
    return response.status === 202
      ? readJson<Challenge>(response, shapes.Challenge)
      : readJson<Session>(response, shapes.Session);
  },

  refreshSession: async (): Promise<Session> =>
    readJson(await send('/session/refresh', { method: 'POST', cookie: true }), shapes.Session),
  /** The same answer, where the loader has asked already. */
  readSession: async (asked: Promise<Response>): Promise<Session> =>
    readJson(await answered(asked), shapes.Session),
  readDesk: async (asked: Promise<Response>): Promise<Desk> =>
    readJson(await answered(asked), shapes.Desk),
  endSession: async (): Promise<void> => {
    await send('/session', { method: 'DELETE', cookie: true });
  },

  listOrders: async (query: Partial<OrderQuery>, signal?: AbortSignal): Promise<OrderPage> =>
    readJson(await send('/orders', { query, signal }), shapes.OrderPage),
  getOrder: async (id: string, signal?: AbortSignal): Promise<Order> =>
    readJson(await send(`/orders/${encodeURIComponent(id)}`, { signal }), shapes.Order),
  getOrderTracking: async (id: string, signal?: AbortSignal): Promise<OrderTracking> =>
    readJson(
      await send(`/orders/${encodeURIComponent(id)}/tracking`, { signal }),
      shapes.OrderTracking,
    ),

  /** Lines of server-sent events, until the signal ends it. */
  stream: (signal: AbortSignal): Promise<Response> => send('/stream', { signal, endless: true }),
});

async function answered(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => {
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline');
  });
  if (!response.ok) throw new Problem('unavailable', response.status);
  return response;
}
