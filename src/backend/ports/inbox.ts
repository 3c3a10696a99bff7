import type { InboxView, Note } from '../../contract/inbox.ts';
import type { SavedReply } from '../../contract/saved-replies.ts';
import type { ConversationRecord, Step } from '../../domain/conversations/conversations.ts';
import type { Done } from '../../domain/conversations/standing.ts';
import type { ConversationView } from './conversations.ts';
import type { Keep } from './answers.ts';
import type { TellingShop } from './shops.ts';
import type { AuditRecord } from './staff.ts';
import type { Forgetful } from './stores.ts';
import type { NamedUploads } from './uploads.ts';

/** A conversation as the shop's people see it. */
export interface InboxEntry extends ConversationView {
  unseen: number;
  /** A note names who asks, and they have not seen it. */
  mentioned?: true;
  tags: string[];
  /** Of a customer whom our own catalogue knows. */
  firstName?: string;
  lastName?: string;
  email?: string;
}

/** What the shop's people keep of conversations, beside what is said in them. */
export interface InboxStore {
  list(
    shop: string,
    wanted: {
      view: InboxView;
      /** Whose are mine. */
      staff: string;
      search?: string | undefined;
      tag?: string | undefined;
      cursor?: string | undefined;
      limit: number;
    },
  ): Promise<{ items: InboxEntry[]; next?: string }>;
  counts(shop: string, staff: string): Promise<Record<Exclude<InboxView, 'closed'>, number>>;
  /** As `staff` sees it, if somebody looks. */
  read(shop: string, id: string, staff?: string): Promise<InboxEntry | undefined>;
  /** A customer's, newest first. */
  ofCustomer(shop: string, customer: string, most: number): Promise<InboxEntry[]>;
  /** Whole, with what is written down of it; undefined where nobody has written in it. */
  change(
    shop: TellingShop,
    id: string,
    wish: {
      at: string;
      decide(held: ConversationRecord): Step;
      /** In the place of those there are. */
      tags?: readonly string[] | undefined;
      audit?: readonly AuditRecord[];
    },
    keep?: Keep<InboxEntry>,
  ): Promise<InboxEntry | undefined>;
  /** Whole, with those it names and its entry; not at all where a file is not its writer's. */
  addNote(
    shop: string,
    id: string,
    note: Note,
    beside?: { uploads?: NamedUploads; audit?: AuditRecord },
    keep?: Keep<Note>,
  ): Promise<Note | 'upload_not_found'>;
  /** What names them there is seen: true where something was not. */
  seeMentions(shop: string, id: string, staff: string): Promise<boolean>;
  /** The newest, in their order. */
  notes(shop: string, id: string, most: number): Promise<Note[]>;
}

/** What was done to one conversation; `tag` where it was new to it. */
export interface ActedOn extends Done {
  id: string;
  tag?: string;
}

/** What somebody of the shop does to some conversations, until it can be taken back no more. */
export interface ActStore extends Forgetful {
  /**
   * Done to all of them that there are, in the order of `ids`, with what is written down of each; or
   * to none.
   */
  act(
    act: {
      shop: TellingShop;
      id: string;
      at: string;
      staff: string;
      expiresAt: string;
      ids: readonly string[];
      decide(held: ConversationRecord): Step;
      /** Added to those there are. */
      tag?: string | undefined;
      audit?(conversation: string): readonly AuditRecord[];
    },
    keep?: Keep<readonly ConversationView[]>,
  ): Promise<ConversationView[]>;
  /**
   * For the one who did it, once: takes it back where nobody has gone on since. Undefined where there
   * is nothing to take back any more.
   */
  undo(
    shop: TellingShop,
    id: string,
    by: { staff: string; now: string; audit?(conversation: string): AuditRecord },
    keep?: Keep<readonly ConversationView[]>,
  ): Promise<ConversationView[] | undefined>;
}

/** What is written often, by name. */
export interface ReplyStore {
  all(shop: string): Promise<SavedReply[]>;
  /** False where there are `most` others already. What is done is in the audit log with `audit`. */
  put(shop: string, reply: SavedReply, most: number, audit?: AuditRecord): Promise<boolean>;
  remove(shop: string, id: string, audit?: AuditRecord): Promise<void>;
}
