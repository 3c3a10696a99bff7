import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

/** Nobody has more of them. */
export const MOST_PASSKEYS = 10;

/** As https://www.w3.org/TR/webauthn-3/ has bytes in JSON. */
const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
const CredentialId = base64url(1400).describe('Of the credential, made by the authenticator');
const Challenge = base64url(400).describe('Serves once, for five minutes');
const timeout = z.int().describe('Milliseconds');
const PublicKey = z.literal('public-key');
const PasskeyName = z.string().trim().min(1).max(60).describe('As whoever it is theirs calls it');

/** A key in somebody’s device or password manager, with which they sign in. */
export const Passkey = z
  .object({
    id: Id,
    name: z.string().min(1).max(60),
    addedAt: Instant,
    usedAt: Instant.optional().describe('Absent: never yet'),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyList = z
  .object({ items: z.array(Passkey).max(MOST_PASSKEYS).describe('Oldest first') })
  .meta({ id: 'PasskeyList' });
export type PasskeyList = z.infer<typeof PasskeyList>;

/** What a browser makes a passkey of: PublicKeyCredentialCreationOptionsJSON of WebAuthn. */
export const PasskeyCreationOptions = z
  .object({
    challenge: Challenge,
    rp: z.object({ id: z.string().max(255), name: z.string().max(80) }),
    user: z.object({
      id: base64url(100),
      name: z.string().max(320),
      displayName: z.string().max(80),
    }),
    pubKeyCredParams: z.array(z.object({ type: PublicKey, alg: z.int() })).max(10),
    timeout,
    excludeCredentials: z
      .array(z.object({ type: PublicKey, id: CredentialId }))
      .max(MOST_PASSKEYS)
      .describe('Those they have: no device makes a second one'),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreationOptions' });
export type PasskeyCreationOptions = z.infer<typeof PasskeyCreationOptions>;

/** What a browser asks a passkey: PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
export const PasskeyRequestOptions = z
  .object({
    challenge: Challenge,
    rpId: z.string().max(255),
    timeout,
    userVerification: z.literal('required'),
  })
  .meta({ id: 'PasskeyRequestOptions' });
export type PasskeyRequestOptions = z.infer<typeof PasskeyRequestOptions>;

export const PasskeyRegistration = z
  .strictObject({
    name: PasskeyName,
    credential: CredentialId,
    clientDataJSON: base64url(4000),
    attestationObject: base64url(16_000),
  })
  .meta({ id: 'PasskeyRegistration' });
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;

export const PasskeyAnswer = z
  .strictObject({
    credential: CredentialId,
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(2000),
  })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const PasskeyChange = z.strictObject({ name: PasskeyName }).meta({ id: 'PasskeyChange' });
export type PasskeyChange = z.infer<typeof PasskeyChange>;
