import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PublicKey } from '../../backend/ports.ts';
import { algOf, publicPartOf } from '../config/identity-key.ts';
import { CommandFailure, exits, type Terminal } from './terminal.ts';

export interface KeyFlags {
  alg?: string;
  publicKey?: string;
  env?: string;
  issuer?: string;
}

/** A key as it stands in the config file. */
export interface KeyEntry {
  kid: string;
  alg: string;
  publicKey?: PublicKey;
  secret?: string;
  issuer?: string;
}

const SECRET_BYTES = 32;

/** A new key, or the public half of one that is there; `told` is what is shown once. */
export function makeKey(
  kid = `key-${randomBytes(4).toString('hex')}`,
  { alg = 'EdDSA', publicKey, env, issuer }: KeyFlags,
  terminal: Terminal,
): { entry: KeyEntry; told?: string } {
  const named = issuer === undefined ? {} : { issuer };
  if (publicKey !== undefined)
    return { entry: { kid, ...given(resolve(terminal.cwd, publicKey), publicKey), ...named } };
  if (alg === 'HS256') {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const entry = { kid, alg, secret: env === undefined ? secret : `\${${env}}`, ...named };
    const where =
      env === undefined
        ? 'The secret, for whatever signs at your shop. The config holds it too: keep it private.'
        : `The secret, shown once. Set ${env} to it where the server runs, and give it to whatever signs at your shop.`;
    return { entry, told: `\n${where}\n\n${secret}` };
  }
  const pair =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : undefined;
  if (!pair)
    throw new CommandFailure(`There is no ${alg} here. Use EdDSA, ES256 or HS256.`, exits.usage);
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
  const { kty = '', crv = '', x = '', y } = pair.publicKey.export({ format: 'jwk' });
  return {
    entry: { kid, alg, publicKey: { kty, crv, x, ...(y !== undefined && { y }) }, ...named },
    told: `\nThe private key, shown once and kept nowhere. Give it to whatever signs at your shop.\n\n${pem}`,
  };
}

/** The public half of a PEM or JWK file; a private one is read for its public half alone. */
function given(file: string, name: string): { alg: string; publicKey: PublicKey } {
  const text = readFileSync(file, 'utf8');
  try {
    const publicKey = publicPartOf(text.trimStart().startsWith('{') ? JSON.parse(text) : text);
    const alg = algOf(publicKey);
    if (alg) return { alg, publicKey };
  } catch {
    // told below: not a key at all
  }
  throw new CommandFailure(
    `${name} is no key for this. Give an Ed25519 or P-256 public key as PEM or JWK.`,
    exits.usage,
  );
}
