import type { CustomerSession } from '../../contract/session.ts';
import type { Platform, Shop } from '../ports.ts';
import type { Challenges } from './challenges.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Opened, Sessions } from './sessions.ts';

/** The right code makes a customer of whoever holds the address. */
export type SignIn = (
  shop: Shop,
  challenge: string,
  code: string,
) => Promise<
  | Opened<CustomerSession>
  | Refusal<'wrong_code' | 'challenge_used' | 'challenge_expired' | 'too_many_tries'>
>;

export const createSignIn =
  (platform: Platform, challenges: Challenges, sessions: Sessions): SignIn =>
  async (shop, challenge, code) => {
    const shown = await challenges.answer(shop, challenge, code);
    if (isRefusal(shown)) return shown;
    return sessions.startCustomer(shop, await platform.adoptContact(shop, shown));
  };
