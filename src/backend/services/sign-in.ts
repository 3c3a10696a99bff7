import type { ChallengeAnswer } from '../../contract/identity.ts';
import type { CustomerSession, Device } from '../../contract/session.ts';
import type { Keep, Platform } from '../ports.ts';
import type { Asker, Challenges } from './challenges.ts';
import { strangersSession, type Caller } from './callers.ts';
import type { NewSessions } from './new-sessions.ts';
import type { Opened } from './opened-sessions.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';

/**
 * The right code, or the link, makes a customer of whoever holds the address. One that was asked
 * for from within a session proves that session anew, and starts none. What they wrote before, as
 * nobody known, goes with them.
 */
export type SignIn = (
  from: Pick<Asker, 'shop' | 'network'> & {
    device: Device;
    /** The refresh token that the page has so far. */
    cookie: string | undefined;
    whoCalls(): Promise<Caller | undefined | Refusal>;
  },
  challenge: string,
  given: ChallengeAnswer,
  keep?: Keep<Opened<CustomerSession>>,
) => Promise<
  | Opened<CustomerSession>
  | Refusal<'wrong_code' | 'challenge_used' | 'challenge_expired' | 'too_many_tries'>
>;

interface Ports {
  platform: Platform;
  challenges: Challenges;
  newSessions: NewSessions;
  sessions: Sessions;
}

export const createSignIn =
  ({ platform, challenges, newSessions, sessions }: Ports): SignIn =>
  async (from, challenge, given, keep) => {
    const { shop, device, cookie, whoCalls } = from;
    const shown = await challenges.answer(from, challenge, given);
    if (isRefusal(shown)) return shown;
    const { email, session, proof } = shown;
    const before = strangersSession(await whoCalls());
    if (session !== undefined) {
      const proved = await sessions.prove(shop, session, { proof, before, cookie }, keep);
      if (proved === 'used') return refuse('challenge_used');
      return proved === 'over' ? refuse('challenge_expired') : proved;
    }
    const customer = await platform.adoptContact(shop, { email });
    const beyond = await platform.ordersBeyond(shop, customer.id, { email });
    const provenEmail = beyond.length ? email : undefined;
    const how = { device, proof, provenEmail, before };
    return (await newSessions.startCustomer(shop, customer, how, keep)) ?? refuse('challenge_used');
  };
