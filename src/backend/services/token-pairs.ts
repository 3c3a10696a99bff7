import { accessEnds, boundEnds, refreshEnds } from '../../domain/identity/identity.ts';
import type { SessionRecord, TokenRecord } from '../ports.ts';
import { newToken, sha256 } from './secrets.ts';

/** An access and a refresh token with what is stored of them. */
export interface Pair {
  access: { token: string; hash: string };
  refresh: { token: string; hash: string };
}
export async function newPair(): Promise<Pair> {
  const [access, refresh] = [newToken(), newToken()];
  return {
    access: { token: access, hash: await sha256(access) },
    refresh: { token: refresh, hash: await sha256(refresh) },
  };
}

export const recordsOf = (
  pair: Pair,
  session: SessionRecord,
  now: Date,
  key?: string,
): TokenRecord[] => [
  { hash: pair.access.hash, use: 'access', expiresAt: accessEnds(session, now) },
  { hash: pair.refresh.hash, use: 'refresh', expiresAt: refreshUntil(session, now, key) },
];

/** Bound to a key of the browser, a refresh token lives shorter than in a cookie. */
export const refreshUntil = (session: SessionRecord, now: Date, key?: string): string =>
  (key === undefined ? refreshEnds : boundEnds)(session, now);
