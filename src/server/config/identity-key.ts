import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod';
import type { PublicKey } from '../../backend/ports.ts';
import { secret } from './secret.ts';

/** The one in use, and the one that follows it. */
export const MOST_KEYS = 2;
const MIN_SECRET = 32;

const kid = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'Use letters, digits, dots, hyphens and underscores, 64 at most.')
  .describe('The key’s name, as tokens have it in their header');
const issuer = z
  .string()
  .min(1)
  .max(255)
  .optional()
  .describe('The iss of its tokens, where their sub is not the shop’s own customer id');
const jwk = z.strictObject({
  kty: z.string().max(8),
  crv: z.string().max(16),
  x: z.string().max(100),
  y: z.string().max(100).exactOptional(),
});

const curves = { EdDSA: 'Ed25519', ES256: 'P-256' } as const;

const Pair = z
  .strictObject({
    kid,
    alg: z.enum(['EdDSA', 'ES256']).describe('How its tokens are signed'),
    publicKey: jwk.describe('The public half as a JWK'),
    issuer,
  })
  .refine(({ alg, publicKey }) => algOf(publicKey) === alg, {
    path: ['publicKey'],
    error: 'Not a public key of this alg. EdDSA takes Ed25519, ES256 takes P-256.',
  });
const Shared = z.strictObject({
  kid,
  alg: z.literal('HS256').describe('How its tokens are signed'),
  secret: secret(MIN_SECRET).describe(
    'What both sides know, 32 characters at least; "${NAME}" takes it from the environment',
  ),
  issuer,
});

export const IdentityKeyConfig = z.discriminatedUnion('alg', [Pair, Shared]);

/** Which algorithm a key is for; undefined for one that is none of ours, or no key. */
export function algOf(key: PublicKey): 'EdDSA' | 'ES256' | undefined {
  try {
    const { crv } = publicPartOf(key as JsonWebKey);
    return crv === curves.EdDSA ? 'EdDSA' : crv === curves.ES256 ? 'ES256' : undefined;
  } catch {
    return undefined; // the curve does not have that point, or it is no key at all
  }
}

/** A PEM or JWK, public or private, as the JWK of its public half. Throws when it is no key. */
export function publicPartOf(key: string | JsonWebKey): PublicKey {
  const made = createPublicKey(typeof key === 'string' ? key : { key, format: 'jwk' });
  const { kty = '', crv = '', x = '', y } = made.export({ format: 'jwk' });
  return { kty, crv, x, ...(y !== undefined && { y }) };
}
