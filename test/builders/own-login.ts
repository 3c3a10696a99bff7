import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { IdentityKey, PublicKey } from '../../src/backend/ports.ts';

/** A shop's own login: the key the backend knows, and what signs with its other half. */
export interface OwnLoginUnderTest {
  key: IdentityKey;
  /** A token of somebody who has just signed in, good for five minutes, with `claims` in place of the usual ones. */
  sign(
    now: Date,
    claims?: Record<string, unknown>,
    header?: Record<string, unknown>,
  ): Promise<string>;
}

export const HS256_SECRET = 'a secret of at least thirty-two bytes for tests';
let tokens = 0;

export async function anOwnLogin(
  alg: IdentityKey['alg'] = 'EdDSA',
  {
    kid = `${alg}-key`,
    issuer,
    shop = 'alder',
  }: { kid?: string; issuer?: string; shop?: string } = {},
): Promise<OwnLoginUnderTest> {
  const known = { kid, ...(issuer !== undefined && { issuer }) };
  const sign =
    (secret: Parameters<SignJWT['sign']>[0]): OwnLoginUnderTest['sign'] =>
    (now, claims = {}, header = {}) => {
      const at = Math.floor(now.getTime() / 1000);
      const usual = {
        sub: 'mara',
        aud: shop,
        iat: at,
        exp: at + 300,
        auth_time: at,
        jti: `token-${(tokens += 1)}`,
      };
      return new SignJWT({ ...usual, ...(issuer !== undefined && { iss: issuer }), ...claims })
        .setProtectedHeader({ alg, kid, ...header })
        .sign(secret);
    };
  if (alg === 'HS256')
    return {
      key: { ...known, alg, secret: HS256_SECRET },
      sign: sign(new TextEncoder().encode(HS256_SECRET)),
    };
  const pair = await generateKeyPair(alg, { extractable: true });
  const publicKey = (await exportJWK(pair.publicKey)) as PublicKey & Record<string, unknown>;
  return { key: { ...known, alg, publicKey }, sign: sign(pair.privateKey) };
}
