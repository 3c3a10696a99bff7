import type { VisitorSession } from '../../contract/session.ts';
import type { Keep, Shop } from '../ports.ts';
import type { Limits } from './limits.ts';
import type { NewSessions } from './new-sessions.ts';
import type { Opened } from './opened-sessions.ts';
import type { Refusal } from './refusal.ts';

/** Lets somebody talk who does not tell who they are. */
export type BeginVisit = (
  from: { shop: Shop; network: string },
  keep?: Keep<Opened<VisitorSession>>,
) => Promise<Opened<VisitorSession> | Refusal<'too_many_requests'>>;

export const createBeginVisit =
  (newSessions: NewSessions, limits: Limits): BeginVisit =>
  async ({ shop, network }, keep) =>
    (await limits.ofVisitor(network)) ?? newSessions.startVisitor(shop, keep);
