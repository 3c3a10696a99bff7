import type { AlertKind } from '../../../../contract/wishlists.ts';

/** By what Intl.PluralRules says of a number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What all mails say in one language. `{…}` are filled in; each sentence stands by itself. */
export interface Words {
  direction: 'ltr' | 'rtl';
  // mails that bring a code or a link
  subject: string;
  /** What a mailbox shows beside the subject. */
  preview: string;
  heading: string;
  what: string;
  askedAt: string;
  never: string;
  /** Its heading too. */
  linkSubject: string;
  linkPreview: string;
  linkWhat: string;
  /** To somebody of the shop. */
  staffWhat: string;
  linkButton: string;
  linkAskedAt: string;
  linkNever: string;
  privacy: string;

  receipts: ReceiptWords;
  reminders: ReminderWords;
  alerts: AlertWords;
  conversations: ConversationWords;
}

/** What the mail of a receipt says. */
export interface ReceiptWords {
  cancelled: string;
  partCancelled: string;
  edited: string;
  returned: string;
  reported: string;
  /** Under it: something is sent, and no money moves. */
  resent: string;
  kept: string;
  undone: string;
  inReview: string;
  /** Under the heading: nothing has been done yet. */
  reviewWhat: string;
  undoneWhat: string;
  /** Of a return whose money waits for it. */
  waits: string;
  /** A line a move: {amount}, {method}. */
  back: string;
  paid: string;
  storeCredit: string;
  /** How long it takes: {to}. */
  days: Plural;
  atOnce: string;
  undoUntil: string;
  notYou: string;
  /** In its place, and above it, of what the shop's people did. */
  notRight: string;
  byShop: string;
  undoneByShop: string;
}

/** What the reminder of a return says. */
export interface ReminderWords {
  /** Its heading too: {number}, {date}. */
  subject: string;
  /** Under it. */
  notSeen: string;
  /** What becomes of it after that day; `held`: what was sent first is paid for. */
  ends: string;
  held: string;
  /** Where what is needed is found: {order}. */
  how: string;
  sent: string;
  /** Of one that is exchanged for what is sold out; its heading: {number}. */
  soldOut: string;
  /** Under it: {date}. */
  choose: string;
  /** What becomes of it after that day. */
  paidBack: string;
}

/** What the mail says that a shopper has asked for. */
export interface AlertWords {
  /** Its subject and heading. */
  headings: Record<AlertKind, string>;
  what: Record<Exclude<AlertKind, 'low'>, string> & {
    /** By what is left: {left}. */
    low: Plural;
  };
  see: string;
  /** Of both: why it comes, how it ends. */
  why: string;
  stop: string;
}

/** What mails of a conversation say. */
export interface ConversationWords {
  /** Its heading too: {shop}. */
  answered: string;
  transcript: string;
  you: string;
  assistant: string;
  /** Stands for one that was sent. */
  picture: string;
  /** Where it goes on. */
  goOn: string;
  /** Why this came. */
  why: string;
  whyTranscript: string;
}
