import type { ChallengeAnswer } from '../../contract/identity.ts';
import type { CustomerSession } from '../../contract/session.ts';
import type { Platform } from '../ports.ts';
import type { Asker, Challenges } from './challenges.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Opened, Sessions } from './sessions.ts';

/** The right code, or the link, makes a customer of whoever holds the address. */
export type SignIn = (
  from: Pick<Asker, 'shop' | 'network'>,
  challenge: string,
  given: ChallengeAnswer,
) => Promise<
  | Opened<CustomerSession>
  | Refusal<'wrong_code' | 'challenge_used' | 'challenge_expired' | 'too_many_tries'>
>;

export const createSignIn =
  (platform: Platform, challenges: Challenges, sessions: Sessions): SignIn =>
  async (from, challenge, given) => {
    const { shop } = from;
    const shown = await challenges.answer(from, challenge, given);
    if (isRefusal(shown)) return shown;
    const customer = await platform.adoptContact(shop, shown);
    const beyond = await platform.ordersBeyond(shop, customer.id, shown);
    return sessions.startCustomer(shop, customer, beyond.length ? shown.email : undefined);
  };
