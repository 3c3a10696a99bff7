import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWTPayload } from 'jose';
import { proofLife } from '../../domain/identity/identity.ts';
import type { Clock, LimitStore, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sameSecret, sha256, type Keyring } from './secrets.ts';

const LONGEST = 4096;

export interface KeyProofs {
  /**
   * The thumbprint (RFC 7638) of the key that has signed this very request, in its DPoP header
   * (RFC 9449). With `token`, the proof must name that access token as well.
   */
  check(
    shop: Shop,
    request: Request,
    token?: string,
  ): Promise<{ key: string } | Refusal<'proof_invalid'>>;
}

export function createKeyProofs(store: LimitStore, keyring: Keyring, clock: Clock): KeyProofs {
  return {
    async check(shop, request, token) {
      const now = clock();
      const no = () => refuse('proof_invalid');
      const proof = request.headers.get('dpop') ?? '';
      if (proof.length > LONGEST) return no();
      const signed = await verified(proof, now);
      if (!signed || !isOfRequest(signed.claims, request, shop)) return no();
      const { ath, iat, jti } = signed.claims;
      if (Math.abs(now.getTime() / 1000 - Number(iat)) > proofLife) return no();
      if (token !== undefined && !(typeof ath === 'string' && sameSecret(ath, await sha256(token))))
        return no();
      // remembered as long as its time is good, whichever way the clocks differ
      const once = await keyring.mac('proof', shop.id, signed.key, String(jti));
      const seconds = 2 * proofLife;
      const { taken } = await store.take([{ key: once, most: 1, seconds }], now.toISOString());
      return taken ? { key: signed.key } : no();
    },
  };
}

/** What a stranger sent either holds in every detail, or is worth nothing: why not is not asked. */
async function verified(proof: string, currentDate: Date) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      requiredClaims: ['jti', 'htm', 'htu', 'iat'],
      currentDate,
    });
    return { claims: payload, key: await calculateJwkThumbprint(protectedHeader.jwk!) };
  } catch {
    return undefined;
  }
}

/**
 * Proxies end TLS and take a prefix off the path, so neither can be compared; a shop's app proxy
 * calls us by another name than the page does, which is then one of the shop's own.
 */
function isOfRequest({ htm, htu, jti }: JWTPayload, request: Request, shop: Shop): boolean {
  if (typeof jti !== 'string' || jti === '') return false;
  if (htm !== request.method || typeof htu !== 'string' || !URL.canParse(htu)) return false;
  const told = new URL(htu);
  const own = new URL(request.url);
  const isOurs = told.host === own.host || shop.origins.includes(told.origin);
  return isOurs && told.pathname.endsWith(own.pathname);
}
