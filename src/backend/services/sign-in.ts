import type { CustomerSession, Device } from '../../contract/session.ts';
import type { Platform, Shop } from '../ports.ts';
import type { Challenges } from './challenges.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Opened, Sessions } from './sessions.ts';

/**
 * The right code makes a customer of whoever holds the address. One that was asked for from within
 * a session proves that session anew, and starts none.
 */
export type SignIn = (
  shop: Shop,
  challenge: string,
  code: string,
  device: Device,
) => Promise<
  | Opened<CustomerSession>
  | Refusal<'wrong_code' | 'challenge_used' | 'challenge_expired' | 'too_many_tries'>
>;

export const createSignIn =
  (platform: Platform, challenges: Challenges, sessions: Sessions): SignIn =>
  async (shop, challenge, code, device) => {
    const shown = await challenges.answer(shop, challenge, code);
    if (isRefusal(shown)) return shown;
    const { email, session } = shown;
    if (session !== undefined)
      return (await sessions.prove(shop, session)) ?? refuse('challenge_expired');
    return sessions.startCustomer(shop, await platform.adoptContact(shop, { email }), { device });
  };
