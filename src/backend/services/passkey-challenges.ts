import type { Clock, LimitStore } from '../ports.ts';
import { base64url, bytesOf, newId, sameSecret, type Keyring } from './secrets.ts';

/** In seconds: as long as somebody may look for their key. */
export const challengeLife = 5 * 60;

const utf8 = new TextEncoder();

/** Challenges of WebAuthn. None is kept but those that have been used, until they are over. */
export interface PasskeyChallenges {
  /** `purpose` is all that an answer to it may be for. */
  make(purpose: string): Promise<string>;
  /** The challenge that was answered, for the one who uses it. */
  use(purpose: string, clientDataJSON: string): Promise<string | undefined>;
}

export function createPasskeyChallenges(
  store: LimitStore,
  keyring: Keyring,
  clock: Clock,
): PasskeyChallenges {
  const sealOf = (purpose: string, parts: readonly string[]) =>
    keyring.mac('passkey challenge', purpose, ...parts);
  return {
    async make(purpose) {
      const parts = [String(clock().getTime() + challengeLife * 1000), newId()];
      const text = [...parts, await sealOf(purpose, parts)].join('.');
      return base64url(utf8.encode(text));
    },

    async use(purpose, clientDataJSON) {
      const challenge = challengeIn(clientDataJSON);
      const [until = '', nonce = '', seal = ''] = textOf(challenge ?? '')?.split('.') ?? [];
      if (!sameSecret(seal, await sealOf(purpose, [until, nonce]))) return undefined;
      const now = clock();
      if (Number(until) <= now.getTime()) return undefined;
      const key = await keyring.mac('used passkey challenge', seal);
      const { taken } = await store.take(
        [{ key, most: 1, seconds: challengeLife }],
        now.toISOString(),
      );
      return taken ? challenge : undefined;
    },
  };
}

/** What a stranger sent may be anything. */
function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const said: unknown = JSON.parse(textOf(clientDataJSON) ?? '');
    const isSaid = typeof said === 'object' && said !== null && 'challenge' in said;
    return isSaid && typeof said.challenge === 'string' ? said.challenge : undefined;
  } catch {
    return undefined;
  }
}

function textOf(given: string): string | undefined {
  try {
    return new TextDecoder().decode(bytesOf(given));
  } catch {
    return undefined;
  }
}
