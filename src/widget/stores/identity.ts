import type {
  Challenge,
  ChallengeAnswer,
  ChallengeRequest,
  LookupRequest,
} from '../../contract/identity.ts';
import { endSession } from '../client/end-session.ts';
import { answerChallenge, createChallenge, createLookup } from '../client/identity.ts';
import { createWishes } from '../client/wishes.ts';
import { arrive, part } from './arrival.ts';
import type { Ground } from './ground.ts';

/** Showing who one is, and leaving again. Each fails with a Problem, and then nothing has changed. */
export interface Identity {
  /** Sends a code to an address, or to the contact of the order a guest follows. */
  askCode(to: ChallengeRequest): Promise<Challenge>;
  /** Gives the code or a link's token; the session starts. `wrong_code` has `triesLeft`. */
  answer(challenge: string, given: ChallengeAnswer): Promise<void>;
  /** Starts following one order. A strict shop sends a code first: then its challenge is the answer. */
  lookUp(order: LookupRequest): Promise<Challenge | undefined>;
  /** Ends the session here and in every tab; what was typed is forgotten. */
  signOut(): Promise<void>;
}

/** How long a code is good, by docs/identity.md: it has just been made. */
const LIFE = 600_000;

/** A clock that is a day off must neither keep the next code back nor lose this one. */
function byOurClock(challenge: Challenge): Challenge {
  const end = Date.now() + LIFE;
  const rest = Date.parse(challenge.expiresAt) - Date.parse(challenge.resendAt);
  const at = (time: number) => new Date(time).toISOString();
  return { ...challenge, expiresAt: at(end), resendAt: at(end - rest) };
}

/** For the rooms where people sign in and out. */
export function createIdentity(ground: Ground): Identity {
  const { send, session } = ground;
  const { once } = createWishes();
  return {
    askCode: (to) =>
      once(`code ${JSON.stringify(to)}`, async (key) =>
        byOurClock(await createChallenge(send, to, key)),
      ),
    answer: (challenge, given) =>
      once(`answer ${challenge} ${JSON.stringify(given)}`, async (key) => {
        arrive(ground, await answerChallenge(send, challenge, given, key, await session.token()));
      }),
    lookUp: (order) =>
      once(`look up ${JSON.stringify(order)}`, async (key) => {
        const answer = await createLookup(send, order, key, await session.token());
        if (!('kind' in answer)) return byOurClock(answer);
        arrive(ground, answer);
        return undefined;
      }),
    signOut: () =>
      once('sign out', async () => {
        await endSession(send, await session.token());
        part(ground);
      }),
  };
}
