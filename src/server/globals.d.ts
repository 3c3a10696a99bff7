import type { webcrypto } from 'node:crypto';

/** Node has the class, its types only keep it in a namespace. */
declare global {
  type CryptoKey = webcrypto.CryptoKey;
}
