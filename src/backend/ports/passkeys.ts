import type { PasskeyAnswer, PasskeyRegistration } from '../../contract/passkeys.ts';
import type { AuditRecord } from './staff.ts';

/** A passkey of somebody of the shop. */
export interface PasskeyRecord {
  shop: string;
  id: string;
  staff: string;
  /** Its id in WebAuthn, base64url. */
  credential: string;
  /** COSE, base64url. */
  publicKey: string;
  /** How often it has signed; most count nothing and say 0. */
  counter: number;
  name: string;
  addedAt: string;
  usedAt?: string;
}

export interface PasskeyStore {
  /** Oldest first. */
  of(shop: string, staff: string): Promise<PasskeyRecord[]>;
  byCredential(shop: string, credential: string): Promise<PasskeyRecord | undefined>;
  /**
   * False where they have `most` of them, or the credential is somebody’s. What is done is in the audit
   * log with `audit`.
   */
  add(passkey: PasskeyRecord, most: number, audit?: AuditRecord): Promise<boolean>;
  /** False where it has counted as far or further meanwhile: somebody has copied it. */
  used(shop: string, id: string, use: { at: string; counter: number }): Promise<boolean>;
  rename(shop: string, staff: string, id: string, name: string): Promise<PasskeyRecord | undefined>;
  /** `last`: nothing was removed, since it would leave fewer than `least`. */
  remove(
    shop: string,
    staff: string,
    id: string,
    least: number,
    audit?: AuditRecord,
  ): Promise<'removed' | 'unknown' | 'last'>;
}

/** What an answer of an authenticator has to be about. */
export interface PasskeyExpectation {
  challenge: string;
  /** Of the console’s page, as in https://desk.shop.example */
  origin: string;
  /** The host of it. */
  rpId: string;
}

/**
 * Checks what authenticators sign (WebAuthn), with the user verified. Undefined for an answer that
 * does not hold, whatever is wrong with it.
 */
export interface PasskeyProofs {
  registered(
    registration: PasskeyRegistration,
    expected: PasskeyExpectation,
  ): Promise<{ publicKey: string; counter: number } | undefined>;
  asserted(
    answer: PasskeyAnswer,
    known: Pick<PasskeyRecord, 'publicKey' | 'counter'>,
    expected: PasskeyExpectation,
  ): Promise<{ counter: number } | undefined>;
}
