// Signs a token of the shop's own login. Node, without packages.
// FRONT_DESK_KEY is the private key (PEM) that `front-desk-server keys add` has shown, of either kind
// (EdDSA, ES256), or, of a key made with --alg HS256, its secret. Where an environment holds one line
// only, write \n for the ends of the PEM's lines.
import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { pathToFileURL } from 'node:url';

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * @param customer who is signed in at the shop, by its own session; never what a browser has sent.
 *   `signedInAt`: when they gave their password there, in seconds since 1970. Keep it in that session
 *   as it begins; without it, or after ten minutes, a change asks for a code.
 */
export function frontDeskToken(customer) {
  const id = String(customer.id || '');
  // whoever has no id, or that of all visitors, must not share an account with all others like them
  if (!id || id === '0') throw new Error('The customer has no id');
  const { alg, signed } = signer(setting('FRONT_DESK_KEY'));
  const now = Math.floor(Date.now() / 1000);
  const header = { alg, typ: 'JWT', kid: setting('FRONT_DESK_KEY_ID') };
  const claims = {
    aud: setting('FRONT_DESK_SHOP'),
    sub: id,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    // left out where it is not known
    auth_time: customer.signedInAt ?? undefined,
    name: customer.name,
    email: customer.email,
    email_verified: customer.emailVerified,
  };
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${signed(text).toString('base64url')}`;
}

/** Which of the three the key is, it says itself. */
function signer(secret) {
  if (!secret.includes('PRIVATE KEY'))
    return {
      alg: 'HS256',
      signed: (text) => createHmac('sha256', secret).update(text).digest(),
    };
  const key = createPrivateKey(secret.replaceAll('\\n', '\n'));
  return key.asymmetricKeyType === 'ec'
    ? {
        alg: 'ES256',
        signed: (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }),
      }
    : { alg: 'EdDSA', signed: (text) => sign(null, Buffer.from(text), key) };
}

// node identity.mjs '{"id":"1042","name":"Mara Kern","signedInAt":1795942800}'
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.stdout.write(frontDeskToken(JSON.parse(process.argv[2])));
