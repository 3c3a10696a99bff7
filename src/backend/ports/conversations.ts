import type { ConversationState } from '../../contract/conversations.ts';
import type {
  ConversationRecord,
  NewMessage,
  Step,
} from '../../domain/conversations/conversations.ts';
import type { Keep } from './answers.ts';
import type { Quota } from './limits.ts';
import type { TellingShop } from './shops.ts';
import type { AuditRecord } from './staff.ts';
import type { Forgetful, MailLease } from './stores.ts';
import type { NamedUploads } from './uploads.ts';

/** Whose a conversation is: a customer's, or that of a session of nobody known. */
export type ConversationOwner = { customer: string } | { session: string };

export interface StoredConversation extends ConversationRecord {
  shop: string;
  id: string;
  owner: ConversationOwner;
  createdAt: string;
}

/** As it is shown: with its newest message, and how many of others the shopper has not seen. */
export interface ConversationView extends StoredConversation {
  unread: number;
  preview?: NewMessage;
}

/** What a write came to; `messages` are those it has added, or the one that was there already. */
export interface ConversationWritten {
  conversation: ConversationView;
  messages: NewMessage[];
  /** Nothing was written: this message had come before. */
  again?: true;
}

/** What the shop said that its shopper has not seen. */
export interface UnseenAnswers {
  shop: string;
  id: string;
  /** Whose it is, where that is known by now. */
  customer: string | null;
  to: string;
  language: string | null;
  messages: NewMessage[];
  /** Up to here they hold all there is. */
  last: number;
  /** Until then nobody else takes them. */
  until: string;
}

export interface ConversationStore extends Forgetful {
  /** The owner's conversation in which nobody has written yet; one is made where there is none. */
  open(
    shop: string,
    owner: ConversationOwner,
    fresh: { id: string; record: ConversationRecord },
    keep?: Keep<ConversationView>,
  ): Promise<ConversationView>;
  read(shop: string, id: string): Promise<ConversationView | undefined>;
  /** Those in which somebody has written, the newest first. */
  ofOwner(shop: string, owner: ConversationOwner, most: number): Promise<ConversationView[]>;
  /** Those in which somebody has written, whoever waits longest first. */
  ofShop(
    shop: string,
    wanted: { states: readonly ConversationState[]; most: number },
  ): Promise<ConversationView[]>;
  /** In their order: the first after `after`, else the last, of those before `before` if it is told. */
  messages(
    shop: string,
    id: string,
    wanted: { after?: number | undefined; before?: number | undefined; limit: number },
  ): Promise<NewMessage[]>;
  /**
   * Decides with the conversation held, so that what two say at once comes one after the other. A
   * message that has come before, by its `client`, is not written again. The shop's own systems are
   * told with it.
   */
  write(
    shop: TellingShop,
    id: string,
    wish: {
      /** Whose it must be: to anybody else it is not found. */
      of?: ConversationOwner | undefined;
      decide(held: ConversationRecord): Step;
      /** When it is done, where nothing is said. */
      at?: string | undefined;
      client?: string | undefined;
      /** Files of whoever writes that the message names. */
      uploads?: NamedUploads | undefined;
      note?: string | undefined;
      /** Counted with a message that is written; where one is used up, it is not. */
      takes?: { quotas: readonly Quota[]; now: string } | undefined;
      /** In which mails are to be written from now on: as Accept-Language has it. */
      language?: string | null | undefined;
      /** What is written down with a message that is written, asked once it is decided. */
      audit?(): readonly AuditRecord[];
    },
    keep?: Keep<ConversationWritten>,
  ): Promise<ConversationWritten | 'not_found' | 'upload_not_found' | 'used_up'>;
  /** What was put off until now is open again. Answers how many. */
  wake(now: string): Promise<number>;
  /** Takes the answers that have been due for a mail longest; due again when the lease runs out. */
  claimUnseen(lease: MailLease): Promise<UnseenAnswers | undefined>;
  /** What was taken is done with, or due again at that moment; what was said since stays due. */
  settleUnseen(taken: UnseenAnswers, again?: string): Promise<void>;
  /** In which this customer was last to be mailed about one, as Accept-Language had it. */
  languageOf(shop: string, customer: string): Promise<string | null>;
  /** How long the last answers took, in seconds, of what was asked since. */
  waits(shop: string, since: string, most: number): Promise<number[]>;
}
