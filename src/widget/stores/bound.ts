import type { Session } from '../../contract/session.ts';
import { Problem } from '../client/problem.ts';
import { BIND, bindSession, REFRESH, refreshBoundSession } from '../client/session-keys.ts';
import { createChest } from '../host/chest.ts';
import { newKey, proofOf } from '../host/proof.ts';
import type { Ground } from './ground.ts';

/** A session kept by a key of this browser, which refuses the cookie. */
export interface Bound {
  /** Binds the session of this access token to a new key. */
  bind(token: string): Promise<void>;
  /** Undefined where there is no key or it is good no more. */
  refresh(): Promise<Session | undefined>;
  forget(): Promise<void>;
}

interface Held {
  key: CryptoKeyPair;
  refreshToken: string;
}

export function createBound({ send, config, name }: Ground): Bound {
  const chest = createChest<Held>(name);
  /** Signed out so many times: an answer that was on its way then is of nobody. */
  let partings = 0;
  /** How far this machine's clock is behind the server's. */
  let behind = 0;

  /** Sent again once, by the server's clock, where ours is off. */
  async function proven<T>(
    key: CryptoKeyPair,
    path: string,
    ask: (proof: string) => Promise<T>,
    token?: string,
  ): Promise<T> {
    const url = new URL(`${config.api}/v1${path}`, document.baseURI).href;
    const prove = () => proofOf(key, { url, at: Date.now() + behind, token });
    try {
      return await ask(await prove());
    } catch (error) {
      if (!isUnproven(error)) throw error;
      const { headers } = await send('/session', { cookie: true });
      behind = Date.parse(headers.get('date') ?? '') - Date.now() || 0;
      return ask(await prove());
    }
  }

  async function forget(): Promise<void> {
    partings += 1;
    await chest.write(undefined);
  }

  return {
    forget,
    async bind(token) {
      const before = partings;
      const key = await newKey();
      const ask = (proof: string) => bindSession(send, token, proof);
      const { refreshToken } = await proven(key, BIND, ask, token);
      if (partings === before) await chest.write({ key, refreshToken });
    },
    async refresh() {
      const before = partings;
      const held = await chest.read();
      if (!held) return undefined;
      const { key } = held;
      const ask = (proof: string) => refreshBoundSession(send, held.refreshToken, proof);
      const answer = await proven(key, REFRESH, ask).catch((error: unknown) => {
        // this key will never be believed
        if (isUnproven(error)) return undefined;
        throw error;
      });
      if (partings !== before) return undefined;
      if (!answer || answer.kind === 'anonymous') {
        await forget();
        return undefined;
      }
      const { refreshToken, refreshUntil: _, ...session } = answer;
      await chest.write({ key, refreshToken });
      return session;
    },
  };
}

const isUnproven = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'proof_invalid';
