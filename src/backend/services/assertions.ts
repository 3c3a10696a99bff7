import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { AssertionClaims } from '../../contract/assertion.ts';
import { assertionLife, clockSkew } from '../../domain/identity/identity.ts';
import type { IdentityKey, Shop } from '../ports.ts';

/** Tokens say who somebody is, and that is short. */
const LONGEST = 4096;

/** What a good token says; else why it is none, for the log. */
export type Assertion = { claims: AssertionClaims; key: IdentityKey } | { fault: string };

/**
 * Looks at a token of the shop's own login by the rules of docs/identity.md. Whether it has served
 * before is not its to know.
 */
export async function readAssertion(shop: Shop, jwt: string, now: Date): Promise<Assertion> {
  if (jwt.length > LONGEST) return { fault: 'too_long' };
  try {
    const { kid } = decodeProtectedHeader(jwt);
    const key = shop.identityKeys?.find((one) => one.kid === kid);
    if (!key) return { fault: 'unknown_key' };
    const { payload } = await jwtVerify(jwt, await materialOf(key), {
      // the key's own: a token does not choose how it is checked
      algorithms: [key.alg],
      audience: shop.id,
      currentDate: now,
      clockTolerance: clockSkew,
    });
    const claims = AssertionClaims.safeParse(payload);
    if (!claims.success) return { fault: `claim:${claims.error.issues[0]?.path.join('.')}` };
    const fault = faultOf(claims.data, key, shop, now.getTime() / 1000);
    return fault ? { fault } : { claims: claims.data, key };
  } catch (error) {
    // whatever it does not like about the token, it throws
    return { fault: error instanceof Error ? reasonOf(error) : 'unknown' };
  }
}

const materialOf = async (key: IdentityKey) =>
  key.alg === 'HS256'
    ? new TextEncoder().encode(key.secret)
    : importJWK({ ...key.publicKey }, key.alg);

function faultOf(
  { exp, iat = exp - assertionLife, auth_time = iat, iss }: AssertionClaims,
  key: IdentityKey,
  shop: Shop,
  now: number,
): string | undefined {
  // the shop's own need not say so
  if ((iss ?? shop.id) !== (key.issuer ?? shop.id)) return 'issuer';
  if (exp > now + assertionLife + clockSkew || exp > iat + assertionLife) return 'lives_too_long';
  if (iat > now + clockSkew) return 'from_the_future';
  if (auth_time > now + clockSkew) return 'from_the_future:auth_time';
  return undefined;
}

/** jose names a code and the claim, which the log tells; the message may hold what the token said. */
function reasonOf(error: Error): string {
  const { code, claim } = error as { code?: unknown; claim?: unknown };
  return [typeof code === 'string' ? code : error.name, claim]
    .filter((part) => typeof part === 'string')
    .join(':');
}
