import {
  AssertionRequest,
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  LookupRequest,
} from '../identity.ts';
import { CustomerSession, Session } from '../session.ts';
import { byId } from './route.ts';
import type { Route } from './route.ts';

/** Who is here: codes, look-ups, the shop’s own login. */
export const identityRoutes = {
  createChallenge: {
    method: 'post',
    path: '/identity/challenges',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary:
      'Send a code to an address, to the contact of the order a guest follows, or to one’s own',
    body: ChallengeRequest,
    answers: { 202: Challenge },
    problems: [
      'channel_unavailable',
      'unauthenticated',
      'shop_mismatch',
      'order_not_found',
      'too_many_tries',
    ],
  },
  answerChallenge: {
    method: 'post',
    path: '/identity/challenges/:id/answer',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary:
      'Give the code, or the token of a link; a session starts and the refresh cookie is set',
    params: byId,
    body: ChallengeAnswer,
    answers: { 200: CustomerSession },
    problems: ['wrong_code', 'challenge_used', 'challenge_expired', 'too_many_tries'],
  },
  createLookup: {
    method: 'post',
    path: '/identity/lookups',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary: 'Follow one order by its number and the e-mail or phone it was placed with',
    body: LookupRequest,
    answers: { 200: Session, 202: Challenge },
    problems: ['order_not_found', 'channel_unavailable', 'too_many_tries', 'not_found'],
  },
  createAssertion: {
    method: 'post',
    path: '/identity/assertions',
    area: 'identity',
    access: 'anyone',
    keyed: true,
    summary: 'Sign in with what the shop’s own login has signed; each token serves once',
    body: AssertionRequest,
    answers: { 200: CustomerSession },
    problems: ['assertion_invalid'],
  },
} as const satisfies Record<string, Route>;
