import { SessionList as shape } from '../../contract/guards/sessions.ts';
import type { SessionList } from '../../contract/session.ts';
import { path, readJson, type Send } from './request.ts';

export const listSessions = (send: Send, signal?: AbortSignal): Promise<SessionList> =>
  readJson(send('/sessions', { signal }), shape);

export const endOtherSession = async (send: Send, id: string): Promise<void> => {
  await send(path`/sessions/${id}`, { method: 'DELETE' });
};

/** Its answer takes the refresh cookie away: hence credentials, and the token beside them. */
export const endAllSessions = async (send: Send, token: string | undefined): Promise<void> => {
  await send('/sessions', { method: 'DELETE', cookie: true, token });
};
