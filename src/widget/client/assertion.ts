import { CustomerSession as shape } from '../../contract/guards/session.ts';
import type { CustomerSession } from '../../contract/session.ts';
import { readJson, type Send } from './request.ts';

/** With `token` the session that has it is proved anew, if it is theirs; else one starts. */
export const createAssertion = (
  send: Send,
  jwt: string,
  key: string,
  token?: string,
): Promise<CustomerSession> => {
  const ask = { method: 'POST', body: { jwt }, key, cookie: true, token } as const;
  return readJson(send('/identity/assertions', ask), shape);
};
