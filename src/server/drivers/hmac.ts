import { createHmac, createSecretKey } from 'node:crypto';
import type { Hmac } from '../../backend/ports.ts';

/** In the caller's own turn: WebCrypto hands each message to a thread, which costs many signatures. */
export function nodeHmac(secret: string): Hmac {
  const key = createSecretKey(secret, 'utf8');
  return (message) => createHmac('sha256', key).update(message).digest();
}
