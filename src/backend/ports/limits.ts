import type { Forgetful } from './stores.ts';

/** At most `most` in `seconds`, counted from the first. `key` names who and what, as an HMAC. */
export interface Quota {
  key: string;
  most: number;
  seconds: number;
}

export interface LimitStore extends Forgetful {
  /** Takes one of each, or, when one of them is used up, none. `until` is when to try again. */
  take(quotas: readonly Quota[], now: string): Promise<{ taken: boolean; until?: string }>;
  /** From when on one of each may be taken; undefined is now. */
  freeFrom(quotas: readonly Quota[], now: string): Promise<string | undefined>;
  giveBack(keys: readonly string[]): Promise<void>;
  /** How many have been taken in the window that is open now. */
  taken(key: string, now: string): Promise<number>;
  clear(key: string): Promise<void>;
}
