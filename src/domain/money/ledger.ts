import type { MoveRecord, SumRecord } from '../changes/changes.ts';

/**
 * Accounts of the double-entry ledger. What an order was made of stands on the one side, where its
 * money went on the other.
 */
export type Account =
  | 'sales'
  | 'discounts'
  | 'tax'
  | 'shipping'
  | 'fees'
  | 'bonuses'
  | 'unpaid'
  | `payments:${MoveRecord['kind']}`;

/** One side of a booking; minor units, debit positive, credit negative. */
export interface Entry {
  account: Account;
  amount: number;
}

const accountOf: Record<SumRecord['kind'], Account> = {
  item: 'sales',
  discount: 'discounts',
  tax: 'tax',
  shipping: 'shipping',
  fee: 'fees',
  return_shipping: 'fees',
  bonus: 'bonuses',
  unpaid: 'unpaid',
};

/** Sums, and the moves that they come to. */
export interface Booked {
  sums: readonly Pick<SumRecord, 'kind' | 'amount'>[];
  moves: readonly Pick<MoveRecord, 'kind' | 'amount'>[];
}

/** What a change books: its sums against its moves. They add up to nothing. */
export const entriesOf = ({ sums, moves }: Booked): Entry[] =>
  [
    ...sums.map(({ kind, amount }) => ({ account: accountOf[kind], amount })),
    ...moves.map(({ kind, amount }): Entry => ({ account: `payments:${kind}`, amount: -amount })),
  ].filter(({ amount }) => amount !== 0);

/** What the entries come to; nothing, where the books are in order. */
export const balanceOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0);
