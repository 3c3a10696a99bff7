import type { MoveKind, Tried } from '../../domain/money/moves.ts';
import type { OrderChange } from './platform.ts';
import type { Shop } from './shops.ts';
import type { MoneyNews, PaymentKind } from './payments.ts';

/** A move of money that somebody has taken; `attempts` counts this one. */
export interface ClaimedMove {
  /** The key it is asked for under. */
  id: string;
  shop: string;
  receipt: string;
  what: MoveKind;
  kind: PaymentKind;
  /** What pays, or is paid; absent: nobody told. */
  method?: string;
  /** The payment it gives back, or that has paid before, as the provider calls it. */
  reference?: string;
  /** What the provider calls the move itself, once it has said so. */
  movedAs?: string;
  /** Of a capture or a release: the hold it is about. */
  hold?: { state: 'moving' | 'done' | 'failed'; movedAs?: string };
  /** Minor units, above zero. */
  amount: number;
  currency: string;
  attempts: number;
  /** When it was decided; absent: longer ago than anybody knows. */
  decidedAt?: string;
  /** Unpaid by then, what it pays for is undone. */
  payBy?: string;
}

/** `unasked`: nobody here can move it, and the shop's own systems are told. */
export type SettledMove = Tried | { state: 'unasked' };

/** What came of settling a move, beyond the move. */
export interface SettledResult {
  order: OrderChange;
  /** `unpaid`: what it was to pay for is undone. `stands`: it could not be. */
  so?: 'unpaid' | 'stands';
}

/** Money that is to move, in the order in which it is due. */
export interface MoneyStore {
  /**
   * Takes moves for this caller alone, until `until`. What is given back waits while what pays for
   * the same change has not been paid.
   */
  claim(lease: { now: string; until: string; most: number }): Promise<ClaimedMove[]>;
  /**
   * `lease` is the claim's `until`. Undefined when it had run out, and somebody else took the move.
   * What is told of it is told in the same transaction.
   */
  settle(
    shop: Shop,
    id: string,
    lease: string,
    settled: SettledMove,
    at: Date,
  ): Promise<SettledResult | undefined>;
  /** A move is looked at again at once; answers whether there is such a move that is not over. */
  wake(shop: string, news: MoneyNews, now: string): Promise<boolean>;
  /** A refund that was done and has come back: it is looked at again. */
  reopen(shop: string, news: MoneyNews, now: string): Promise<boolean>;
  /** A charge that was given up, and has gone well after all: the shopper gets it back, once. */
  giveBack(shop: string, news: MoneyNews, amount: number, now: string): Promise<boolean>;
  /** Charges whose time is over are asked for at once, to know. Answers how many. */
  hurry(now: string): Promise<number>;
  /** Returns that should have been sent back by now. */
  expired(now: string, most: number): Promise<{ shop: string; id: string }[]>;
  /** Gives back what was taken, at a start with the database to ourselves. Answers how many. */
  release(now: string): Promise<number>;
}
