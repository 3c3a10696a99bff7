import type { Clock, SessionStore, Shop } from '../ports.ts';
import { callerOf, type Caller } from './callers.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sha256 } from './secrets.ts';

/** Which shopper calls, by the access token. */
export interface SessionCallers {
  /** Undefined without a token; a wrong one is refused. */
  callerOf(
    shop: Shop,
    request: Request,
  ): Promise<Caller | undefined | Refusal<'unauthenticated' | 'shop_mismatch'>>;
  isLive(caller: Caller): Promise<boolean>;
}

const MOST_HASHES = 10_000;

export function createSessionCallers(store: SessionStore, clock: Clock): SessionCallers {
  // The hash of a token costs more than looking its session up: those of good tokens are kept.
  const hashes = new Map<string, string>();
  const remember = (token: string, hash: string): void => {
    if (hashes.size >= MOST_HASHES) hashes.clear();
    hashes.set(token, hash);
  };

  return {
    async callerOf(shop, request) {
      const header = request.headers.get('authorization');
      if (header === null) return undefined;
      const token = /^Bearer +([\w-]{1,128})$/i.exec(header)?.[1];
      if (token === undefined) return refuse('unauthenticated');
      const hash = hashes.get(token) ?? (await sha256(token));
      const found = await store.byAccess(hash, clock().toISOString());
      if (!found) return refuse('unauthenticated');
      remember(token, hash);
      if (found.session.shop !== shop.id) return refuse('shop_mismatch');
      return callerOf(found.session, found.expiresAt);
    },

    async isLive({ shop, session }) {
      return (await store.byId(shop, session, clock().toISOString())) !== undefined;
    },
  };
}
