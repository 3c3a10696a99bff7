import { BoundRefresh, BoundSession, BoundToken } from '../session-keys.ts';
import { Session, SessionInfo, SessionList, VisitorSession } from '../session.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** Sessions, by the cookie or by a key of the browser. */
export const sessionRoutes = {
  createVisitor: {
    method: 'post',
    path: '/session',
    area: 'session',
    access: 'anyone',
    keyed: true,
    summary: 'Begin a session of somebody who does not tell who they are, to talk with the shop',
    answers: { 201: VisitorSession },
  },
  refreshSession: {
    method: 'post',
    path: '/session/refresh',
    area: 'session',
    access: 'cookie',
    summary: 'Trade the refresh cookie for a new access token; anonymous when there is none',
    answers: { 200: Session },
    problems: ['header_required'],
  },
  getSession: {
    method: 'get',
    path: '/session',
    area: 'session',
    access: 'anyone',
    summary: 'Who the access token belongs to',
    answers: { 200: SessionInfo },
    problems: ['unauthenticated', 'shop_mismatch'],
  },
  endSession: {
    method: 'delete',
    path: '/session',
    area: 'session',
    access: 'cookie',
    summary: 'Sign out: access tokens and the refresh cookie end at once',
    answers: { 204: null },
    problems: ['header_required'],
  },
  bindSession: {
    method: 'post',
    path: '/session/key',
    area: 'session',
    access: 'visitor',
    proof: true,
    summary:
      'Where the cookie did not hold: bind the session to the key of the proof (with ath), within two minutes of its start',
    answers: { 200: BoundToken },
    problems: ['key_refused'],
  },
  refreshBoundSession: {
    method: 'post',
    path: '/session/key/refresh',
    area: 'session',
    access: 'anyone',
    proof: true,
    summary: 'Trade a bound refresh token for new tokens; anonymous when it is good no more',
    body: BoundRefresh,
    answers: { 200: BoundSession },
  },
  listSessions: {
    method: 'get',
    path: '/sessions',
    area: 'session',
    access: 'customer',
    summary: 'Where this customer is signed in, the newest first',
    answers: { 200: SessionList },
    problems: ['code_required'],
  },
  endOtherSession: {
    method: 'delete',
    path: '/sessions/:id',
    area: 'session',
    access: 'customer',
    fresh: true,
    summary: 'Sign out one session of the customer; its open streams end as well',
    params: byId,
    answers: { 204: null },
    problems: ['code_required', 'not_found'],
  },
  endAllSessions: {
    method: 'delete',
    path: '/sessions',
    area: 'session',
    access: 'customer',
    summary: 'Sign out everywhere, here too; whoever fears a thief need not prove a thing first',
    answers: { 204: null },
    problems: ['code_required'],
  },
} as const satisfies Record<string, Route>;
