import type { SessionTransport } from '../ports.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Sessions } from '../services/sessions.ts';
import type { Handlers } from './frame/handler.ts';

export const sessionRoutes = (
  sessions: Sessions,
  transport: SessionTransport,
): Pick<Handlers, 'refreshSession' | 'getSession' | 'endSession'> => ({
  async refreshSession({ shop, request }) {
    const opened = await sessions.refresh(shop, transport.read(request, shop));
    return opened
      ? { status: 200, body: opened.session, refresh: opened.refresh }
      : { status: 200, body: { kind: 'anonymous' }, refresh: null };
  },

  async getSession({ shop, whoCalls }) {
    const caller = await whoCalls();
    if (!caller) return { status: 200, body: { kind: 'anonymous' } };
    if (isRefusal(caller)) return caller;
    const { expiresAt } = caller;
    if (caller.kind === 'guest')
      return { status: 200, body: { kind: 'guest', expiresAt, order: caller.order } };
    const customer = await sessions.customerOf(shop, caller);
    if (!customer) return refuse('unauthenticated');
    const { verifiedAt } = caller;
    return { status: 200, body: { kind: 'customer', expiresAt, customer, verifiedAt } };
  },

  async endSession({ shop, request }) {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    await sessions.end(shop, [transport.read(request, shop), bearer]);
    return { status: 204, refresh: null };
  },
});
