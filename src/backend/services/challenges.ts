import type { Challenge, ChallengeAnswer } from '../../contract/identity.ts';
import {
  codeLength,
  codeLife,
  failuresInARow,
  later,
  resendAfter,
  triesPerCode,
} from '../../domain/identity/identity.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import type {
  ChallengeStore,
  Clock,
  ContactPoint,
  Log,
  Mail,
  Mailer,
  Proof,
  Shop,
} from '../ports.ts';
import type { Afterwards } from './background.ts';
import type { Limits, Sending } from './limits.ts';
import { refuse, type Refusal } from './refusal.ts';
import { newCode, newId, newLinkToken, newToken, sameSecret, type Keyring } from './secrets.ts';
import { signInLink } from './sign-in-links.ts';
import type { WrongCodes } from './wrong-codes.ts';

/** Who asks for a code, and from where. */
export interface Asker {
  shop: Shop;
  network: string;
  /** As in Accept-Language. */
  language: string | null;
  afterwards: Afterwards;
}

export interface Challenges {
  /**
   * Opens a challenge for an address and answers at once; whether the shop knows the address, and
   * so gets a code sent, is looked up after that. Its answer and its time tell nothing. One that is
   * `known` has nothing to hide: there whoever asks is told when no mail can go to it today.
   */
  open(
    asker: Asker,
    address:
      | { typed: string; find(): Promise<string | undefined> }
      | {
          known: string;
          told: string;
          /** The session it proves anew. */
          session?: string;
        },
  ): Promise<Challenge | Refusal<'channel_unavailable' | 'too_many_requests' | 'too_many_tries'>>;
  /**
   * The address that has been shown to be theirs, and the session that this proves anew. The code
   * stays good until `proof` is handed to what it opens.
   */
  answer(
    from: Pick<Asker, 'shop' | 'network'>,
    id: string,
    given: ChallengeAnswer,
  ): Promise<
    | { email: string; session?: string | undefined; proof: Proof }
    | Refusal<'wrong_code' | 'challenge_used' | 'challenge_expired' | 'too_many_tries'>
  >;
}

/** Writes a mail around a code or a link. */
export type SecretMail = (
  shop: Shop,
  to: string,
  secret: string,
  asked: { at: Date; language: string | null },
) => Mail;

interface Ports {
  store: ChallengeStore;
  limits: Limits;
  wrongCodes: WrongCodes;
  keyring: Keyring;
  mailer: Mailer | undefined;
  letters: { code: SecretMail; link: SecretMail };
  clock: Clock;
  log: Log;
}

export const emailOf = (contact: ContactPoint | undefined): string | undefined =>
  contact && 'email' in contact ? contact.email : undefined;

export function createChallenges(ports: Ports): Challenges {
  const { store, limits, wrongCodes, keyring, mailer, letters, clock, log } = ports;
  const hashOf = (kind: 'code' | 'link', shop: Shop, id: string, secret: string) =>
    keyring.mac(kind, shop.id, id, secret);
  // six digits can be guessed by someone who never stops: such an address gets links
  const needsLink = async (addressKey: string) =>
    (await wrongCodes.inARow(addressKey)) >= failuresInARow;

  return {
    async open({ shop, network, language, afterwards }, address) {
      if (!mailer) return refuse('channel_unavailable');
      const isKnown = 'known' in address;
      const asked = isKnown ? address.known : address.typed;
      const addressKey = await keyring.mac('address', shop.id, emailKey(asked));
      const kind = (await needsLink(addressKey)) ? 'link' : 'code';
      const mailed = isKnown ? asked : undefined;
      const limited = await limits.ofSending(shop, { addressKey, network, mailed });
      if (limited) return limited;

      const at = clock();
      const id = newId();
      const expiresAt = later(at, codeLife);
      await store.open({
        ...{ id, shop: shop.id, channel: 'email', address: asked, addressKey },
        ...{ tries: 0, expiresAt, session: isKnown ? address.session : undefined },
      });
      afterwards('code_not_sent', async () => {
        const known = isKnown ? asked : await address.find();
        const full = isKnown ? undefined : await limits.ofCode(shop, addressKey, known);
        const isSent = known !== undefined && full === undefined;
        const to = known ?? asked;
        const secret = kind === 'code' ? newCode() : newLinkToken();
        const hash = await hashOf(kind, shop, id, secret);
        // the same work for an address nobody knows; what is kept of it fits no code
        await store.arm(shop.id, id, { hash: isSent ? hash : newToken(), address: to });
        const told = kind === 'code' ? secret : signInLink(shop, id, secret);
        const mail = letters[kind](shop, to, told, { at, language });
        if (full) log.info(`${kind}_not_sent`, { shop: shop.id, reason: 'too_many_mails' });
        if (!isSent) return;
        await mailer.send(mail);
        log.info(`${kind}_sent`, { shop: shop.id, channel: 'email' });
      });
      return {
        ...{ id, channel: 'email', to: isKnown ? address.told : asked, expiresAt, codeLength },
        resendAt: later(at, resendAfter),
        ...(kind === 'link' && { link: true }),
      };
    },

    async answer({ shop, network }, id, given) {
      const now = clock();
      const tried = await store.countTry(shop.id, id, now.toISOString(), triesPerCode);
      if (!tried) return refuse('challenge_expired');
      const { challenge, counted } = tried;
      if (!counted) {
        if (challenge.usedAt !== undefined) return refuse('challenge_used');
        if (challenge.expiresAt <= now.toISOString()) return refuse('challenge_expired');
        return tooManyTries(shop, { ...challenge, network });
      }
      if ('code' in given && (await needsLink(challenge.addressKey)))
        return tooManyTries(shop, { ...challenge, network });
      const hash = await ('code' in given
        ? hashOf('code', shop, id, given.code)
        : hashOf('link', shop, id, given.token));
      if (!sameSecret(hash, challenge.codeHash ?? '')) {
        await wrongCodes.count(challenge.addressKey);
        return refuse('wrong_code', { triesLeft: triesPerCode - challenge.tries });
      }
      await wrongCodes.forget(challenge.addressKey);
      const { address: email, session } = challenge;
      return { email, session, proof: { challenge: id, at: now.toISOString() } };
    },
  };

  /** Another code may be asked for at once, or when the limits of sending let it. */
  async function tooManyTries(shop: Shop, sending: Sending) {
    const retryAfter = await limits.untilSending(shop, sending);
    return refuse('too_many_tries', retryAfter === undefined ? {} : { retryAfter });
  }
}
