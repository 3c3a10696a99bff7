import { Challenge as challenge } from '../../contract/guards/identity.ts';
import { CustomerSession as customer, Session as session } from '../../contract/guards/session.ts';
import type {
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  LookupRequest,
} from '../../contract/identity.ts';
import type { CustomerSession, Session } from '../../contract/session.ts';
import { readJson, type Send } from './request.ts';

/** The caller makes the key, so that its retries keep it. */
export const createChallenge = async (
  send: Send,
  body: ChallengeRequest,
  key: string,
): Promise<Challenge> =>
  readJson(await send('/identity/challenges', { method: 'POST', body, key }), challenge);

export const answerChallenge = async (
  send: Send,
  id: string,
  body: ChallengeAnswer,
  key: string,
): Promise<CustomerSession> => {
  const path = `/identity/challenges/${encodeURIComponent(id)}/answer`;
  return readJson(await send(path, { method: 'POST', body, key, cookie: true }), customer);
};

/** A guest session; from a strict shop a challenge. */
export const createLookup = async (
  send: Send,
  body: LookupRequest,
  key: string,
): Promise<Session | Challenge> => {
  const answer = await send('/identity/lookups', { method: 'POST', body, key, cookie: true });
  return answer.status === 202
    ? readJson<Challenge>(answer, challenge)
    : readJson<Session>(answer, session);
};

export const endSession = async (send: Send): Promise<void> => {
  await send('/session', { method: 'DELETE', cookie: true });
};
