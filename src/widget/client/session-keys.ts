import * as shape from '../../contract/guards/session-keys.ts';
import type { BoundSession, BoundToken } from '../../contract/session-keys.ts';
import { readJson, type Ask, type Send } from './request.ts';

export const BIND = '/session/key';
export const REFRESH = '/session/key/refresh';

export const bindSession = (send: Send, token: string, proof: string): Promise<BoundToken> => {
  const headers = { dpop: proof };
  return readJson(send(BIND, { method: 'POST', cookie: true, token, headers }), shape.BoundToken);
};

export const refreshBoundSession = (
  send: Send,
  refreshToken: string,
  proof: string,
): Promise<BoundSession> => {
  const asked: Ask = {
    method: 'POST',
    cookie: true,
    trade: true,
    body: { refreshToken },
    headers: { dpop: proof },
  };
  return readJson(send(REFRESH, asked), shape.BoundSession);
};
