import type { VisitorSession } from '../../contract/session.ts';
import type { SessionTransport } from '../ports.ts';
import type { Opened } from '../services/opened-sessions.ts';
import type { OwnSessions } from '../services/own-sessions.ts';
import { isRefusal, refuse } from '../services/refusal.ts';
import type { Sessions } from '../services/sessions.ts';
import type { BeginVisit } from '../services/visitors.ts';
import type { Handlers } from './frame/handler.ts';

export const sessionRoutes = (
  sessions: Sessions,
  ownSessions: OwnSessions,
  beginVisit: BeginVisit,
  transport: SessionTransport,
): Pick<
  Handlers,
  | 'createVisitor'
  | 'refreshSession'
  | 'getSession'
  | 'endSession'
  | 'listSessions'
  | 'endOtherSession'
  | 'endAllSessions'
> => ({
  async createVisitor({ shop, network, keep }) {
    const tell = ({ session, refresh }: Opened<VisitorSession>) => ({
      ...{ status: 201 as const, body: session, refresh },
    });
    const opened = await beginVisit({ shop, network }, keep(tell));
    return isRefusal(opened) ? opened : tell(opened);
  },

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
    const { session, expiresAt } = caller;
    if (caller.kind === 'visitor')
      return { status: 200, body: { kind: 'visitor', session, expiresAt } };
    if (caller.kind === 'guest')
      return { status: 200, body: { kind: 'guest', session, expiresAt, order: caller.order } };
    const customer = await sessions.customerOf(shop, caller);
    if (!customer) return refuse('unauthenticated');
    const { verifiedAt, subject } = caller;
    const proof = { verifiedAt, ...(subject !== undefined && { subject }) };
    return { status: 200, body: { kind: 'customer', expiresAt, customer, ...proof } };
  },

  async endSession({ shop, request }) {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    await sessions.end(shop, [transport.read(request, shop), bearer]);
    return { status: 204, refresh: null };
  },

  async listSessions({ caller }) {
    return { status: 200, body: { items: await ownSessions.list(caller) } };
  },

  async endOtherSession({ caller, params }) {
    if (!(await ownSessions.end(caller, params.id))) return refuse('not_found');
    return { status: 204, ...(params.id === caller.session && { refresh: null }) };
  },

  async endAllSessions({ caller }) {
    await ownSessions.endAll(caller);
    return { status: 204, refresh: null };
  },
});
