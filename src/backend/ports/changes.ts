import type { Policy } from '../../contract/policy.ts';
import type { Receipt } from '../../contract/quotes.ts';
import type { Change, MethodRecord, Refused, VariantRecord } from '../../domain/changes/changes.ts';
import type { Mover } from '../../domain/returns/life.ts';
import type { WaitingReturn } from '../../domain/returns/choosing.ts';
import type { ReturnFacts } from '../../domain/returns/views.ts';
import type { ReturnRecord } from '../../domain/returns/returns.ts';
import type { LabelFailure, ReturnState } from '../../contract/returns.ts';
import type { Case } from '../../domain/policy/case.ts';
import type { ReceiptFacts } from '../../domain/changes/receipts.ts';
import type { DoneByStaff } from '../../contract/staff-orders.ts';
import type { Keep } from './answers.ts';
import type { OrderChange } from './platform.ts';
import type { Shop } from './shops.ts';
import type { AuditRecord } from './staff.ts';
import type { MailLease } from './stores.ts';
import type { UploadOwner } from './uploads.ts';

/** An order as it is at this moment, and what a decision about it has to know. */
export interface Held {
  case: Case;
  /** Of its customer; none of a guest's order. */
  methods: readonly MethodRecord[];
  /** Those of its lines and those that were asked for, where they are there. */
  variants: ReadonlyMap<string, VariantRecord>;
  /** Of the files that were asked for: those of who asks that nothing names yet. */
  uploads: ReadonlySet<string>;
  /** Who asks is the order's customer, not somebody who was sent it. */
  isOwn: boolean;
  /** The return that was asked for, where it waits for a choice: the case is without it. */
  waiting?: WaitingReturn & { receipt: string };
}

/** A return whose shopper is to be reminded of it. */
export interface DueReminder {
  shop: string;
  id: string;
  /** Until then nobody else takes it. */
  until: string;
}

/** A receipt as it is kept. */
export type ReceiptRecord = ReceiptFacts;

/** A return as it is kept. */
export interface StoredReturn extends ReturnFacts, Pick<ReturnRecord, 'gift'> {
  /** The customer who was given it, where that is not the order's: they alone know of it. */
  giftTo?: string;
  /** Of the request: it has the sums. */
  receipt: string;
  label?: ReturnLabel;
  /** As Accept-Language had it. */
  language?: string;
  /** How often a label was asked for in vain. */
  labelTries?: number;
}

/** What is shown of a label; the PDF is fetched by itself. */
export interface ReturnLabel {
  reference: string;
  carrier: string;
  tracking: string;
  code?: string;
  dropOff?: string;
  /** Base64. */
  pdf?: string;
}

/** Why the shop's word can no longer be done as it is. */
export type ReviewRefusal =
  | 'review_over'
  | 'order_changed'
  | 'insufficient_balance'
  | 'variant_unavailable';

/** Why money cannot be said to have been given back. */
export type RefundRefusal = 'nothing_to_refund';

export interface MovedReturn {
  return: StoredReturn;
  /** Of the request, as the move has left it. */
  receipt: ReceiptRecord;
  order: OrderChange;
}

/** What a decision has to know beside the order itself. */
export interface Beside {
  /** Variants beside those of the order's lines; absent: none of either. */
  variants?: readonly string[] | undefined;
  /** Files that the wish names, and whose they have to be. */
  uploads?: { of: UploadOwner; ids: readonly string[] } | undefined;
  /** A return whose goods are sold out, to decide it once more. */
  again?: string | undefined;
}

/** One write that confirms what was decided; with it go the files it names. */
export interface Wish extends Beside {
  at: Date;
  by: Receipt['by'];
  /** Who asks. */
  customer?: string;
  /** What was asked for; kept with the receipt. */
  request: object;
  /** As Accept-Language has it; mails about it are in it. */
  language?: string | null;
  /** Who of the shop does it and why; what it leaves behind the decision says. */
  staff?: Omit<DoneByStaff, 'beyond'> | undefined;
  /** What is noted in the audit log with it. */
  audit?: ((change: Change) => AuditRecord) | undefined;
  keep?: Keep<Written> | undefined;
}

export interface Written {
  receipt: ReceiptRecord;
  order: OrderChange;
}

/**
 * What is done to orders. A decision is asked for while nothing else can touch the order, its
 * customer's payment methods or the stock, and what it says is done whole or not at all: rows,
 * receipt, money to move, entries of the ledger, news for the shop's own systems.
 */
export interface ChangeStore {
  /** The same without doing anything. */
  look(shop: string, order: string, beside?: Beside): Promise<Held | undefined>;
  /** Undefined where there is no such order. */
  write<No extends { refused: string }>(
    shop: Shop,
    order: string,
    wish: Wish,
    decide: (held: Held) => Change | No,
  ): Promise<Written | No | undefined>;
  /** The newest first. */
  receipts(shop: string, order: string): Promise<ReceiptRecord[]>;
  /** The newest first. */
  returns(shop: string, order: string): Promise<StoredReturn[]>;
  /** Of a shop, the oldest first; those in one of these states, where some are named. */
  returnsIn(
    shop: string,
    wanted: { states?: readonly ReturnState[]; withoutLabel?: boolean; most: number },
  ): Promise<StoredReturn[]>;
  return(shop: string, id: string): Promise<StoredReturn | undefined>;
  /** By its number, as printed: 4051-1. */
  returnNumbered(shop: string, number: string): Promise<StoredReturn | undefined>;
  /** Cancellations and edits that the shop has to agree to, the oldest first. */
  reviews(shop: string, most: number): Promise<ReceiptRecord[]>;
  /** What the shop says to one of them. It is done as it was asked for, while the order is as it was. */
  review(
    shop: Shop,
    receipt: string,
    agreed: boolean,
    at: Date,
  ): Promise<Written | { refused: ReviewRefusal } | undefined>;
  /** Receipts with refunds that the shop has to move by hand, the oldest first. */
  refunds(shop: string, most: number): Promise<ReceiptRecord[]>;
  /** The shop has moved them. */
  refunded(
    shop: Shop,
    receipt: string,
    at: Date,
  ): Promise<Written | { refused: RefundRefusal } | undefined>;
  /** Moves a return on, with what comes of it: money that waited for it, or will not move any more. */
  moveReturn(
    shop: Shop,
    id: string,
    to: ReturnState,
    moment: {
      at: Date;
      by: Mover;
      policy: Policy;
      /** In the shop's words, of a refusal. */
      why?: string;
      /** What is noted in the audit log with it. */
      audit?: AuditRecord;
      keep?: Keep<MovedReturn> | undefined;
    },
  ): Promise<MovedReturn | Refused | undefined>;
  /** Keeps what a carrier made for the way back. */
  keepLabel(shop: string, id: string, label: ReturnLabel): Promise<void>;
  /** Agreed returns whose label is asked for now, the longest due first. */
  labelsDue(now: string, most: number): Promise<{ shop: string; id: string }[]>;
  /** A carrier made none: it is asked once more at `again`, or the shop is told. */
  labelFailed(
    shop: Shop,
    id: string,
    failed: { reason: LabelFailure; at: Date; again: string | undefined },
  ): Promise<OrderChange | undefined>;
  /** Returns whose shoppers have not chosen again in time, the longest due first. */
  unchosen(now: string, most: number): Promise<{ shop: string; order: string; id: string }[]>;
  /** One that waits for a choice waits until then. */
  chooseUntil(of: { shop: string; id: string }, until: string): Promise<void>;
  /** Takes the return whose shopper has been due longest; it is due again when the lease runs out. */
  claimReminder(lease: MailLease): Promise<DueReminder | undefined>;
  /** What was taken is done with, or due again at that moment. */
  settleReminder(taken: DueReminder, again?: string): Promise<void>;
  /** Takes back what may still be taken back; nothing else happened to the order since. */
  undo(
    shop: Shop,
    receipt: string,
    moment: {
      at: Date;
      audit?: AuditRecord | undefined;
      keep?: Keep<Written> | undefined;
    },
  ): Promise<Written | { refused: 'undo_over' } | undefined>;
}
