import { Session as shape } from '../../contract/guards/session.ts';
import type { Session } from '../../contract/session.ts';
import { answered, readJson, type Send } from './request.ts';

export const refreshSession = (send: Send): Promise<Session> =>
  readJson(send('/session/refresh', { method: 'POST', cookie: true }), shape);

/** The same answer, where the loader has asked already. */
export const readSession = (asked: Promise<Response>): Promise<Session> =>
  readJson(answered(asked), shape);
