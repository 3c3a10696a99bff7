import type { Forgetful } from './stores.ts';

export interface ChallengeRecord {
  id: string;
  shop: string;
  channel: 'email' | 'sms';
  /** As the shop stores it, once it has been found; before that as it was typed. */
  address: string;
  /** HMAC of the address, for its counters. */
  addressKey: string;
  /** The session it proves anew; absent where it starts one for whoever holds the address. */
  session?: string | undefined;
  /** HMAC of the code, or of a link's token; absent when none was sent: then nothing matches. */
  codeHash?: string;
  tries: number;
  expiresAt: string;
  usedAt?: string;
}

export interface ChallengeStore extends Forgetful {
  open(challenge: ChallengeRecord): Promise<void>;
  /** A code goes out to this address. */
  arm(shop: string, id: string, code: { hash: string; address: string }): Promise<void>;
  /** Counts a try, unless the challenge is used, over or has had `most`; then it stays as it was. */
  countTry(
    shop: string,
    id: string,
    now: string,
    most: number,
  ): Promise<{ challenge: ChallengeRecord; counted: boolean } | undefined>;
}
