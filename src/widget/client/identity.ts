import { Challenge as challenge } from '../../contract/guards/identity.ts';
import { CustomerSession as customer, Session as session } from '../../contract/guards/session.ts';
import type {
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  LookupRequest,
} from '../../contract/identity.ts';
import type { CustomerSession, Session } from '../../contract/session.ts';
import { path, readJson, type Send } from './request.ts';

/** The caller makes the key, so that its retries keep it. */
export const createChallenge = (
  send: Send,
  body: ChallengeRequest,
  key: string,
): Promise<Challenge> =>
  readJson(send('/identity/challenges', { method: 'POST', body, key }), challenge);

/** With `token`, what its visitor has written is theirs from then on. */
export const answerChallenge = (
  send: Send,
  id: string,
  body: ChallengeAnswer,
  key: string,
  token?: string,
): Promise<CustomerSession> => {
  const at = path`/identity/challenges/${id}/answer`;
  return readJson(send(at, { method: 'POST', body, key, cookie: true, token }), customer);
};

/** A guest session; from a strict shop a challenge. */
export const createLookup = async (
  send: Send,
  body: LookupRequest,
  key: string,
  token?: string,
): Promise<Session | Challenge> => {
  const answer = await send('/identity/lookups', {
    method: 'POST',
    body,
    key,
    cookie: true,
    token,
  });
  return readJson(answer, answer.status === 202 ? challenge : session);
};
