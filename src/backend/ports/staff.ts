import type { AuditFilter, StaffAction, StaffRole } from '../../contract/staff.ts';
import type { StaffSessionRecord } from '../../domain/staff/staff.ts';
import type { Forgetful } from './stores.ts';

/** Somebody of the shop. */
export interface StaffRecord {
  shop: string;
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  addedAt: string;
  /** Of the authenticator app, sealed. */
  secret?: string;
  /** A code of it has been given; before that it is being set up. */
  isEnrolled: boolean;
}

export interface AuditRecord {
  shop: string;
  id: string;
  at: string;
  /** Absent from the command line, and for what the server did by itself. */
  staff?: string;
  by: string;
  action: StaffAction;
  subject?: string;
  detail?: string;
  reason?: string;
}

/**
 * The shop's people, their sessions, and what they did. Of links and tokens only hashes are kept. What
 * is done with an `audit` is in the audit log with it, or not done.
 */
export interface StaffStore extends Forgetful {
  /** False where somebody of the shop has this address already. */
  add(staff: StaffRecord, audit?: AuditRecord): Promise<boolean>;
  /** By name. */
  all(shop: string, most: number): Promise<StaffRecord[]>;
  member(shop: string, id: string): Promise<StaffRecord | undefined>;
  byEmail(shop: string, email: string): Promise<StaffRecord | undefined>;
  /** Their sessions end with them. False where they are not there. */
  remove(shop: string, id: string, audit?: AuditRecord): Promise<boolean>;
  /** The second factor is to be set up anew; sessions end, recovery codes and passkeys are worth nothing. */
  resetSecret(shop: string, id: string, audit?: AuditRecord): Promise<boolean>;
  /** While it is not in use: what the app is to be set up with. */
  proposeSecret(shop: string, id: string, secret: string): Promise<void>;
  /** A code of the app serves once: false where this step, or a later one, has served. */
  useStep(shop: string, id: string, step: number): Promise<boolean>;
  setRecoveryCodes(
    shop: string,
    id: string,
    hashes: readonly string[],
    audit?: AuditRecord,
  ): Promise<void>;
  /** True for the one who uses it. */
  useRecoveryCode(shop: string, id: string, hash: string, audit?: AuditRecord): Promise<boolean>;

  addLink(link: { shop: string; staff: string; hash: string; expiresAt: string }): Promise<void>;
  /** Whose it is, for the one who uses it. */
  useLink(shop: string, hash: string, now: string): Promise<string | undefined>;

  startSession(session: StaffSessionRecord, hash: string, audit?: AuditRecord): Promise<void>;
  /** With whose it is. What is over is its reader's to see. */
  session(
    shop: string,
    hash: string,
  ): Promise<{ session: StaffSessionRecord; staff: StaffRecord } | undefined>;
  sessionLives(
    shop: string,
    id: string,
    moment: { now: string; seenSince: string },
  ): Promise<boolean>;
  /** Counts a code given for it; answers how many were given before. */
  countCode(shop: string, id: string): Promise<number>;
  seen(shop: string, id: string, at: string): Promise<void>;
  /** Of those at work, who has waited longest for a turn: it is theirs now, and the next time another's. */
  takeTurn(shop: string, moment: { now: string; seenSince: string }): Promise<string | undefined>;
  endSession(shop: string, id: string, audit?: AuditRecord): Promise<void>;
  /** Names those that have ended. */
  endSessions(shop: string, staff: string, audit?: AuditRecord): Promise<string[]>;

  note(entry: AuditRecord): Promise<void>;
  /** Newest first. */
  audit(
    shop: string,
    page: AuditFilter & { cursor?: string | undefined; limit: number },
  ): Promise<{ items: AuditRecord[]; next?: string }>;
}
