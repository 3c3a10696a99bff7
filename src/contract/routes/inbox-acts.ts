import { InboxAct, InboxActed, InboxUndone } from '../inbox-acts.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** What the shop's people do to some conversations at once, and take back. */
export const inboxActRoutes = {
  actInInbox: {
    method: 'post',
    path: '/staff/inbox/acts',
    area: 'inbox',
    access: 'staff',
    keyed: true,
    summary: 'Assign, snooze, close or tag several conversations at once',
    body: InboxAct,
    answers: { 200: InboxActed },
    problems: ['staff_not_found'],
  },
  undoInInbox: {
    method: 'post',
    path: '/staff/inbox/acts/:id/undo',
    area: 'inbox',
    access: 'staff',
    keyed: true,
    summary: 'Undo one’s own act, on the conversations that nobody has changed since',
    params: byId,
    answers: { 200: InboxUndone },
    problems: ['not_found'],
  },
} as const satisfies Record<string, Route>;
