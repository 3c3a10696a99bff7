import { ReturnRequest } from '../../src/contract/returns.ts';
import type { Units } from './purchases.ts';

/** What goes back of one order at a time. */
export interface Sent {
  customer: string;
  order: string;
  lines: Pick<Units, 'line' | 'quantity'>[];
}

/** Whoever takes returns: the rules alone, or a backend over HTTP. Amounts are pence. */
export interface Returns {
  /** What comes back for it, or why nothing does. */
  giveBack(sent: Sent): Promise<{ amount: number } | { refused: string }>;
  /** All that was ever paid for an order, refunds below 0. */
  payments(of: Pick<Sent, 'customer' | 'order'>): Promise<number[]>;
}

export const requestOf = (lines: Sent['lines']): ReturnRequest =>
  ReturnRequest.parse({
    lines: lines.map((line) => ({
      ...line,
      reason: 'no_longer_needed',
      outcome: { kind: 'refund' },
    })),
    method: 'own',
  });
