import type { Hmac } from '../ports.ts';

const utf8 = new TextEncoder();
const CODE_SPACE = 1_000_000;
const CODE_LENGTH = 6;
const MIN_PEPPER = 32;

/** What has to be known besides the database to make or to check a secret. */
export interface Keyring {
  /** Stands for `parts` in the database; nobody without the pepper can make or reverse it. */
  mac(purpose: string, ...parts: string[]): Promise<string>;
  /** Encrypts under a key made of the pepper and `secret`, which is not stored. */
  seal(secret: string, text: string): Promise<string>;
  open(secret: string, sealed: string): Promise<string>;
}

export function createKeyring(pepper: string, hmacOf = createHmac): Keyring {
  if (utf8.encode(pepper).length < MIN_PEPPER)
    throw new RangeError('The pepper is shorter than 32 bytes.');
  const signed = hmacOf(pepper);
  return {
    async mac(purpose, ...parts) {
      return base64url(await signed(utf8.encode(JSON.stringify([purpose, ...parts]))));
    },
    async seal(secret, text) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const key = await sealingKey(pepper, secret);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(text));
      return `${base64url(iv)}.${base64url(sealed)}`;
    },
    async open(secret, sealed) {
      const [iv = '', text = ''] = sealed.split('.');
      const key = await sealingKey(pepper, secret);
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytesOf(iv) },
        key,
        bytesOf(text),
      );
      return new TextDecoder().decode(opened);
    },
  };
}

const hmacKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);

async function sealingKey(pepper: string, secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8.encode(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: utf8.encode(pepper),
      info: utf8.encode('front-desk kept answer'),
    },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** HMAC-SHA256 in hex, as webhooks are signed. */
export const signatureOf = async (secret: string, message: Uint8Array): Promise<string> =>
  hexOf(await createHmac(secret)(message));

/** By WebCrypto. To make its key costs more than a signature. */
export function createHmac(secret: string): Hmac {
  const key = hmacKey(secret);
  return async (message) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', await key, new Uint8Array(message)));
}

export const hexOf = (bytes: Uint8Array): string =>
  bytes.reduce((text, byte) => text + (byte < 16 ? '0' : '') + byte.toString(16), '');

/** 256 bits nobody can guess. */
export const newToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));
/** 128 bits: enough for what is good for ten minutes and one try after another. */
export const newLinkToken = (): string => newId();
export const newId = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));

export const sha256 = async (text: string | Uint8Array): Promise<string> =>
  base64url(
    await crypto.subtle.digest(
      'SHA-256',
      typeof text === 'string' ? utf8.encode(text) : new Uint8Array(text),
    ),
  );

/** Six digits, each code as likely as any other: the uneven rest of the 32 bits is thrown away. */
export function newCode(random: () => number = random32): string {
  const even = Math.floor(2 ** 32 / CODE_SPACE) * CODE_SPACE;
  let number = random();
  while (number >= even) number = random();
  return String(number % CODE_SPACE).padStart(CODE_LENGTH, '0');
}
const random32 = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

/** Compares without telling by its time how much of it was right. */
export function sameSecret(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  let binary = '';
  for (const byte of view) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
/** Throws for what is no base64url. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
