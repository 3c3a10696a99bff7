import { Session as shape } from '../../contract/guards/session.ts';
import type { Session } from '../../contract/session.ts';
import { readJson, type Send } from './request.ts';

export const refreshSession = (send: Send, via?: typeof fetch): Promise<Session> =>
  readJson(send('/session/refresh', { method: 'POST', cookie: true, trade: true, via }), shape);
