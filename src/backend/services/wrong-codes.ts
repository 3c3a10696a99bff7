import type { Clock, LimitStore } from '../ports.ts';

/** Wrong codes in a row, for one address. */
export interface WrongCodes {
  inARow(addressKey: string): Promise<number>;
  count(addressKey: string): Promise<void>;
  forget(addressKey: string): Promise<void>;
}

const YEAR = 365 * 24 * 60 * 60;

export function createWrongCodes(store: LimitStore, clock: Clock): WrongCodes {
  return {
    inARow: (addressKey) => store.taken(keyOf(addressKey), clock().toISOString()),
    async count(addressKey) {
      const quota = { key: keyOf(addressKey), most: Infinity, seconds: YEAR };
      await store.take([quota], clock().toISOString());
    },
    forget: (addressKey) => store.clear(keyOf(addressKey)),
  };
}

/** The address key is an HMAC already. */
const keyOf = (addressKey: string): string => `failures ${addressKey}`;
