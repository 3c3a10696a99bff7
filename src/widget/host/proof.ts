/** A key of this browser: it signs here, and no script can take it away. */
export const newKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);

export interface Proven {
  /** Without query or hash. */
  url: string;
  /** Milliseconds, by the server's clock. */
  at: number;
  /** The access token it goes with. */
  token?: string | undefined;
}

/** Shows once, for one POST, that the key is here: RFC 9449. */
export async function proofOf(key: CryptoKeyPair, { url, at, token }: Proven): Promise<string> {
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { crv, kty, x, y } };
  const claims = {
    jti: crypto.randomUUID(),
    htm: 'POST',
    htu: url,
    iat: Math.floor(at / 1000),
    ...(token && { ath: base64url(await crypto.subtle.digest('SHA-256', utf8(token))) }),
  };
  const text = [header, claims].map((part) => base64url(utf8(JSON.stringify(part)))).join('.');
  const by = { name: 'ECDSA', hash: 'SHA-256' };
  return `${text}.${base64url(await crypto.subtle.sign(by, key.privateKey, utf8(text)))}`;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
