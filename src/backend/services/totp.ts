/** Codes of an authenticator app: RFC 6238 over HMAC-SHA-1, six digits, thirty seconds. */

const STEP = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** A telephone's clock may be a step off, and so may whoever types. */
const SKEW = 1;

/** In base32, as apps take it. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return Array.from({ length: (SECRET_BYTES * 8) / 5 }, (_, at) => {
    const bit = at * 5;
    const pair = (bytes[bit >> 3]! << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return BASE32[(pair >> (11 - (bit % 8))) & 31];
  }).join('');
}

export const otpauth = (shop: string, email: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(shop)}:${encodeURIComponent(email)}?secret=${secret}&issuer=${encodeURIComponent(shop)}`;

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP);

/** The step of which this is the code, among those that are taken now. */
export async function stepOfCode(
  secret: string,
  code: string,
  now: Date,
): Promise<number | undefined> {
  const current = stepAt(now);
  let found: number | undefined;
  for (let step = current - SKEW; step <= current + SKEW; step++)
    if ((await codeOf(secret, step)) === code) found = step;
  return found;
}

/** RFC 4226 of a step. */
export async function codeOf(secret: string, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), algorithm, false, ['sign']);
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(mac.byteLength - 1) & 15;
  const number = mac.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

function bytesOf(base32: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of base32) {
    held = ((held << 5) | BASE32.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

/** Fifty bits in two groups that can be read aloud. */
export function newRecoveryCode(): string {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(10)),
    (byte) => BASE32[byte & 31],
  ).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`.toLowerCase();
}
