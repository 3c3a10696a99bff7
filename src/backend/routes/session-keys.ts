import type { BoundSessions } from '../services/bound-sessions.ts';
import { isRefusal } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const sessionKeyRoutes = (
  bound: BoundSessions,
): Pick<Handlers, 'bindSession' | 'refreshBoundSession'> => ({
  async bindSession({ shop, caller, request }) {
    const token = await bound.bind(shop, caller, request);
    return isRefusal(token) ? token : { status: 200, body: token };
  },

  async refreshBoundSession({ shop, body, request }) {
    const session = await bound.refresh(shop, body.refreshToken, request);
    return isRefusal(session) ? session : { status: 200, body: session };
  },
});
