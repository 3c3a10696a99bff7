import { atom, type ReadableAtom } from 'nanostores';
import type { Challenge, ChallengeRequest, LookupRequest } from '../../contract/identity.ts';
import type { Session, SessionInfo } from '../../contract/session.ts';
import type { Client } from '../client/client.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import { createWishes } from '../client/wishes.ts';

/**
 * Who is at the desk, without secrets. Not asked yet, or asking failed (`problem`) or takes long
 * (`slow`); nobody (`ended`: somebody was, until the session ended elsewhere); a guest who follows
 * one order; a customer.
 */
export type SessionState =
  | { kind: 'unknown'; problem?: Problem; slow?: boolean }
  | (Extract<SessionInfo, { kind: 'anonymous' }> & { ended?: boolean })
  | Exclude<SessionInfo, { kind: 'anonymous' }>;

export interface SessionStore {
  readonly $session: ReadableAtom<SessionState>;
  /** Asks who is here, or for a new token; false when it could not be asked or nobody is. */
  refresh(): Promise<boolean>;
  /** Sends a code to an address, or to the contact of the order a guest follows. Fails with a Problem. */
  askCode(to: ChallengeRequest): Promise<Challenge>;
  /** Gives the code; the session starts. Fails with a Problem: `wrong_code` has `triesLeft`. */
  answer(challenge: string, code: string): Promise<void>;
  /** Starts following one order. A strict shop sends a code first: then its challenge is the answer. */
  lookUp(order: LookupRequest): Promise<Challenge | undefined>;
  /** Ends the session here and in every tab. Fails with a Problem, and then nothing has ended. */
  signOut(): Promise<void>;
}

/** What a session asks of the world around it. */
export interface SessionWorld {
  client(): Client;
  /** The first answer to "who is here?", asked by the loader in the tap itself. */
  hello?: Promise<Response> | undefined;
  /** One refresh at a time for all tabs: the cookie is rotated at each use. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  tellTabs(news: 'in' | 'out'): void;
  /** Signed out by the shopper's own wish, here or in another tab: nothing typed may stay. */
  forget(): void;
}

/** What the request layer and the desk need beyond the rooms. */
export interface SessionKeeper extends SessionStore {
  /** The access token, renewed first where it is about to end. */
  token(): Promise<string | undefined>;
  /** The token was refused: is there a new one? */
  renew(refused: string): Promise<boolean>;
  heard(news: 'in' | 'out'): void;
  /** The session has ended, not by the shopper's wish here: what was typed stays. */
  ended(): void;
}

const SLOW = 4000;
const EARLY = 30_000;
const HOUR = 3_600_000;
const USUAL = 600_000;

/** The token lives in this closure only; the refresh cookie is between browser and backend. */
export function createSession(world: SessionWorld): SessionKeeper {
  const $session = atom<SessionState>({ kind: 'unknown' });
  const { hello } = world;
  const wishes = createWishes();
  let token: string | undefined;
  let endsAt = 0;
  let greeted = false;
  let refreshing: Promise<boolean> | undefined;

  function accept(session: Session): boolean {
    const before = $session.get().kind;
    if (session.kind === 'anonymous') {
      token = undefined;
      const ended = before === 'guest' || before === 'customer';
      // nobody before and nobody now is no news
      if (before !== 'anonymous') $session.set(ended ? { ...session, ended } : session);
      return false;
    }
    const { token: fresh, ...info } = session;
    token = fresh;
    endsAt = performance.now() + lifetime(session.expiresAt) - EARLY;
    $session.set(info);
    return true;
  }

  async function ask(): Promise<boolean> {
    const first = greeted ? undefined : hello;
    greeted = true;
    const unknown = $session.get().kind === 'unknown';
    if (unknown) $session.set({ kind: 'unknown' });
    const slow = unknown && setTimeout(() => $session.set({ kind: 'unknown', slow: true }), SLOW);
    try {
      const client = world.client();
      return accept(
        await (first ? client.readSession(first) : world.inTurn(() => client.refreshSession())),
      );
    } catch (error) {
      const problem = asProblem(error);
      if ($session.get().kind === 'unknown') $session.set({ kind: 'unknown', problem });
      return false;
    } finally {
      if (slow) clearTimeout(slow);
      refreshing = undefined;
    }
  }
  const refresh = () => (refreshing ??= ask());

  function leave(): void {
    token = undefined;
    world.forget();
    $session.set({ kind: 'anonymous' });
  }

  return {
    $session,
    refresh,
    askCode: (to) =>
      wishes.once(`code ${JSON.stringify(to)}`, (key) => world.client().createChallenge(to, key)),
    answer: (challenge, code) =>
      wishes.once(`answer ${challenge} ${code}`, async (key) => {
        accept(await world.client().answerChallenge(challenge, code, key));
        world.tellTabs('in');
      }),
    lookUp: (order) =>
      wishes.once(`look up ${JSON.stringify(order)}`, async (key) => {
        const answer = await world.client().createLookup(order, key);
        if (!('kind' in answer)) return answer;
        accept(answer);
        return undefined;
      }),
    signOut: () =>
      wishes.once('sign out', async () => {
        await world.client().endSession();
        leave();
        world.tellTabs('out');
      }),

    async token() {
      if (token && performance.now() > endsAt) await refresh();
      return token;
    },
    renew: async (refused) => (token && token !== refused ? true : refresh()),
    heard(news) {
      if (news === 'out') leave();
      else if ($session.get().kind !== 'customer') void refresh();
    },
    ended: () => void accept({ kind: 'anonymous' }),
  };
}

/** How long a token lasts; a clock that is hours off must not make it look ended, or endless. */
function lifetime(expiresAt: string): number {
  const left = Date.parse(expiresAt) - Date.now();
  return left > 0 && left <= HOUR ? left : USUAL;
}
