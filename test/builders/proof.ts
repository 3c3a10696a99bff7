/** A browser's key, and the proofs (RFC 9449) it signs. */
export interface ProofKey {
  jwk: JsonWebKey;
  sign(claims: object, header?: object): Promise<string>;
}

const base64url = (data: string | ArrayBuffer): string =>
  Buffer.from(data as string).toString('base64url');

export async function aProofKey(): Promise<ProofKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk = { kty, crv, x, y } as JsonWebKey;
  return {
    jwk,
    async sign(claims, header = {}) {
      const parts = [{ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header }, claims];
      const text = parts.map((part) => base64url(JSON.stringify(part))).join('.');
      const bytes = new TextEncoder().encode(text);
      const made = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        bytes,
      );
      return `${text}.${base64url(made)}`;
    },
  };
}

export const hashOf = async (token: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
