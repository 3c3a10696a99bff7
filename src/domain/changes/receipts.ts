import type { Money } from '../../contract/money.ts';
import type { Hold, MoneyMove, Quote, Receipt, Sum } from '../../contract/quotes.ts';
import type { DoneByStaff, StaffReceipt } from '../../contract/staff-orders.ts';
import type { Change, MoveRecord, SumRecord } from './changes.ts';

/** What the contract says of a change and of its receipt. */

type Amounts = (amount: number) => Money;
const inCurrency =
  (currency: string): Amounts =>
  (amount) => ({ amount, currency });

const sumsOf = (sums: readonly SumRecord[], money: Amounts): Sum[] =>
  sums.map((sum) => ({ ...sum, amount: money(sum.amount) }));

const moveOf = (
  { kind, method, label, lastFour, amount, days }: Omit<MoveRecord, 'now'>,
  state: MoneyMove['state'],
  money: Amounts,
): MoneyMove => ({
  ...(method !== undefined && { method }),
  ...{ kind, label },
  ...(lastFour !== undefined && { lastFour }),
  amount: money(amount),
  days,
  state,
});

const holdOf = (
  { kind, label, lastFour, amount, until }: NonNullable<Change['hold']>,
  money: Amounts,
): Hold => ({
  ...{ kind, label, amount: money(-amount), until },
  ...(lastFour !== undefined && { lastFour }),
});

const total = (sums: readonly SumRecord[]): number =>
  sums.reduce((sum, { amount }) => sum + amount, 0);

/** What it would come to. */
export function quoteOf(
  { sums, moves, review, hold }: Change,
  currency: string,
): Omit<Quote, 'id' | 'expiresAt'> {
  const money = inCurrency(currency);
  return {
    sums: sumsOf(sums, money),
    total: money(total(sums)),
    moves: moves.map((move) => moveOf(move, move.now ? 'moving' : 'planned', money)),
    ...(review && { review }),
    ...(hold && { hold: holdOf(hold, money) }),
  };
}

/** A receipt as it is kept. */
export interface ReceiptFacts extends Pick<
  Receipt,
  'id' | 'order' | 'kind' | 'at' | 'by' | 'state' | 'undoUntil' | 'return' | 'reason' | 'report'
> {
  sums: SumRecord[];
  /** Minor units of `currency`. */
  total: number;
  currency: string;
  moves: (Omit<MoveRecord, 'now'> & { state: MoneyMove['state'] | 'undone' })[];
  /** Who of the shop did it, and why. */
  staff?: DoneByStaff;
}

/** What was done, as its customer is told of it. Money that moves no more, as the receipt was taken back, is left out. */
export function receiptOf(receipt: ReceiptFacts): Receipt {
  const { sums, total: amount, currency, moves, staff: _, ...rest } = receipt;
  const money = inCurrency(currency);
  return {
    ...rest,
    sums: sumsOf(sums, money),
    total: money(amount),
    moves: moves.flatMap((move) =>
      move.state === 'undone' ? [] : moveOf(move, move.state, money),
    ),
  };
}

/** The same for the shop's own people. */
export const staffReceiptOf = (receipt: ReceiptFacts): StaffReceipt => ({
  ...receiptOf(receipt),
  ...(receipt.staff && { staff: receipt.staff }),
});

/** What the shop did is not its customer's to take back. */
export function customerReceiptOf(receipt: ReceiptFacts): Receipt {
  const { undoUntil, ...told } = receiptOf(receipt);
  return { ...told, ...(receipt.by !== 'shop' && undoUntil !== undefined && { undoUntil }) };
}
