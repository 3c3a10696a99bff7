import type { FileType, SentDocument } from '../../contract/uploads.ts';
import type { Allowance } from '../../domain/uploads/allowance.ts';
import type { Keep } from './answers.ts';
import type { ConversationOwner } from './conversations.ts';
import type { Forgetful } from './stores.ts';

/** Who sent a file: a customer, a session of nobody known, or somebody of the shop. */
export type UploadOwner = ConversationOwner | { staff: string };

/** A file that somebody sent. Until something names it, it is forgotten at `expiresAt`. */
export interface StoredUpload {
  shop: string;
  id: string;
  owner: UploadOwner;
  type: FileType;
  size: number;
  createdAt: string;
  expiresAt?: string;
  /** Of a document that something names: what it is called. */
  name?: string;
  /** In which it stands, and goes with it. */
  conversation?: string;
  /** Of that conversation, which the shop's people alone see. */
  note?: string;
}

/** What something names of what somebody sent. */
export interface NamedUploads {
  of: UploadOwner;
  photos: readonly string[];
  documents: readonly SentDocument[];
}

export interface UploadStore extends Forgetful {
  /** Keeps it, or says since when the oldest stands of those that leave no room for it. */
  add(
    upload: StoredUpload & { bytes: Uint8Array },
    allowance: Allowance & { since: string },
    keep?: Keep<StoredUpload>,
  ): Promise<{ oldest: string } | undefined>;
  read(
    shop: string,
    id: string,
  ): Promise<(StoredUpload & { bytes: Uint8Array<ArrayBuffer> }) | undefined>;
}

/**
 * Looks a file over before it is kept: false keeps it out. It may take a while; where it cannot tell,
 * it throws Unavailable, and nothing is kept.
 */
export type ScanFile = (file: { type: FileType; bytes: Uint8Array }) => Promise<boolean>;
