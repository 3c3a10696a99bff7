import type { VisitorSession } from '../../contract/session.ts';
import type { Keep, Shop } from '../ports.ts';
import type { Limits } from './limits.ts';
import type { Refusal } from './refusal.ts';
import type { Opened, Sessions } from './sessions.ts';

/** Lets somebody talk who does not tell who they are. */
export type BeginVisit = (
  from: { shop: Shop; network: string },
  keep?: Keep<Opened<VisitorSession>>,
) => Promise<Opened<VisitorSession> | Refusal<'too_many_requests'>>;

export const createBeginVisit =
  (sessions: Sessions, limits: Limits): BeginVisit =>
  async ({ shop, network }, keep) =>
    (await limits.ofVisitor(network)) ?? sessions.startVisitor(shop, keep);
