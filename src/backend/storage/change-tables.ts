import type { Payment } from '../../contract/orders.ts';
import type { MoneyMove, Receipt } from '../../contract/quotes.ts';
import type { LabelFailure, ReturnState } from '../../contract/returns.ts';
import type { Account } from '../../domain/money/ledger.ts';
import type { MoveKind } from '../../domain/money/moves.ts';
import type { Classification } from './schema.ts';

/** What was done to orders here, and the money that moves for it. */
export interface ChangeTables {
  receipts: ReceiptsTable;
  money_moves: MoneyMovesTable;
  returns: ReturnsTable;
  store_credits: StoreCreditsTable;
  ledger_entries: LedgerEntriesTable;
}

export interface ReceiptsTable {
  shop_id: string;
  id: string;
  order_id: string;
  kind: Receipt['kind'];
  at: string;
  done_by: Receipt['by'];
  state: Receipt['state'];
  /** What was asked for. */
  request: string;
  sums: string;
  total: number;
  currency: string;
  /** The order before and after, where it can still be taken back. */
  before: string | null;
  after: string | null;
  undo_until: string | null;
  pay_by: string | null;
  return_id: string | null;
  /** A ReportRecord: what was told to be wrong. */
  report: string | null;
  /** A DoneByStaff: who of the shop did it, and why. */
  staff: string | null;
}

export interface MoneyMovesTable {
  shop_id: string;
  id: string;
  receipt_id: string;
  order_id: string;
  nth: number;
  what: MoveKind;
  kind: Payment['kind'];
  method_id: string | null;
  label: string;
  last_four: string | null;
  /** What the payment provider calls the payment it gives back. */
  reference: string | null;
  /** Negative: from the shopper. */
  amount: number;
  currency: string;
  days_from: number;
  days_to: number;
  state: MoneyMove['state'] | 'undone';
  /** When it is asked for next; null: nobody waits for it here. */
  due_at: string | null;
  attempts: number;
  /** What came of the last try; `asked` while somebody waits for the answer. */
  result: string | null;
  /** What the payment provider calls the move itself. */
  moved_as: string | null;
}

export interface ReturnsTable {
  shop_id: string;
  id: string;
  order_id: string;
  number: string;
  state: ReturnState;
  created_at: string;
  expires_at: string | null;
  receipt_id: string;
  /** A ReturnBody. */
  body: string;
  /** What the label service made, where there is one. */
  label: string | null;
  /** When it is asked for next; null: nobody does. */
  label_due_at: string | null;
  label_tries: number | null;
  /** Why it was given up. */
  label_failed: LabelFailure | null;
  /** Of its label's tracking number. */
  number_key: string | null;
  /** A ParcelNews: what its carrier told. */
  news: string | null;
  /** When whoever has not sent it is reminded; null: never, or they were. */
  remind_at: string | null;
  /** Until when what is sold out is chosen again; null: nothing is. */
  choose_by: string | null;
  /** Who was given it and sends it back; null: who bought it does. Empty: nobody is known any more. */
  gift_to: string | null;
  /** As Accept-Language had it. */
  language: string | null;
  refused_why: string | null;
  events: string;
}

/** What the desk itself has given a customer; their gift cards are the shop's to tell of. */
export interface StoreCreditsTable {
  shop_id: string;
  customer_id: string;
  currency: string;
  balance: number;
}

/** Double entry: those of one receipt add up to nothing. */
export interface LedgerEntriesTable {
  shop_id: string;
  id: string;
  order_id: string;
  receipt_id: string;
  at: string;
  account: Account;
  amount: number;
  currency: string;
}

export const changeColumns: Classification<ChangeTables> = {
  receipts: {
    ...{ shop_id: 'none', id: 'none', order_id: 'personal', kind: 'personal', at: 'personal' },
    ...{ done_by: 'none', state: 'personal', request: 'personal', sums: 'personal' },
    ...{ total: 'personal', currency: 'none', before: 'personal', after: 'personal' },
    ...{ undo_until: 'none', pay_by: 'none', return_id: 'none' },
    ...{ report: 'personal', staff: 'personal' },
  },
  money_moves: {
    ...{ shop_id: 'none', id: 'none', receipt_id: 'none', order_id: 'personal', nth: 'none' },
    ...{ kind: 'personal', method_id: 'personal', label: 'personal', last_four: 'personal' },
    ...{ reference: 'secret', amount: 'personal', currency: 'none', days_from: 'none' },
    ...{ days_to: 'none', state: 'personal', due_at: 'none', attempts: 'none', result: 'none' },
    ...{ what: 'none', moved_as: 'secret' },
  },
  returns: {
    ...{ shop_id: 'none', id: 'none', order_id: 'personal', number: 'personal' },
    ...{ state: 'personal', created_at: 'personal', expires_at: 'none', receipt_id: 'none' },
    ...{ body: 'personal', label: 'personal', refused_why: 'personal' },
    ...{ events: 'personal', label_due_at: 'none', label_tries: 'none', label_failed: 'none' },
    ...{ number_key: 'personal', news: 'personal', remind_at: 'none', language: 'personal' },
    ...{ choose_by: 'none', gift_to: 'personal' },
  },
  store_credits: {
    ...{ shop_id: 'none', customer_id: 'personal', currency: 'none', balance: 'personal' },
  },
  ledger_entries: {
    ...{ shop_id: 'none', id: 'none', order_id: 'personal', receipt_id: 'none', at: 'none' },
    ...{ account: 'none', amount: 'none', currency: 'none' },
  },
};
