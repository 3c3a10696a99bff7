import type { BoundSession, BoundToken } from '../../contract/session-keys.ts';
import { mayBind } from '../../domain/identity/identity.ts';
import type { Clock, SessionStore, Shop } from '../ports.ts';
import type { Caller } from './callers.ts';
import type { KeyProofs } from './key-proofs.ts';
import type { RefreshToken } from './opened-sessions.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { newToken, sha256 } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import { refreshUntil } from './token-pairs.ts';

/** Sessions of browsers that refuse the refresh cookie: kept by a key instead. */
export interface BoundSessions {
  /** Of somebody who has just signed in. */
  bind(
    shop: Shop,
    caller: Caller,
    request: Request,
  ): Promise<BoundToken | Refusal<'proof_invalid' | 'key_refused'>>;
  refresh(
    shop: Shop,
    token: string,
    request: Request,
  ): Promise<BoundSession | Refusal<'proof_invalid'>>;
}

interface Ports {
  store: SessionStore;
  sessions: Sessions;
  proofs: KeyProofs;
  clock: Clock;
}

export function createBoundSessions({ store, sessions, proofs, clock }: Ports): BoundSessions {
  return {
    async bind(shop, caller, request) {
      const access = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      const proof = await proofs.check(shop, request, access ?? '');
      if (isRefusal(proof)) return proof;
      const { key } = proof;
      const now = clock();
      const hash = await sha256(access ?? '');
      const session = await store.byToken(hash, now.toISOString());
      if (!session || !mayBind(session, now)) return refuse('key_refused');
      const token = newToken();
      const until = refreshUntil(session, now, key);
      const bound = await store.bind(shop.id, caller.session, {
        ...{ now: now.toISOString(), key },
        token: { hash: await sha256(token), use: 'refresh', expiresAt: until },
      });
      return bound ? tellOf({ token, until }) : refuse('key_refused');
    },

    async refresh(shop, token, request) {
      const proof = await proofs.check(shop, request);
      if (isRefusal(proof)) return proof;
      const opened = await sessions.refresh(shop, token, proof.key);
      return opened ? { ...opened.session, ...tellOf(opened.refresh) } : { kind: 'anonymous' };
    },
  };
}

const tellOf = ({ token, until }: Pick<RefreshToken, 'token' | 'until'>): BoundToken => ({
  refreshToken: token,
  refreshUntil: until,
});
