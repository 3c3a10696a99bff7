import type { MoveRecord } from '../../domain/changes/changes.ts';
import type { MoneyMovesTable } from './change-tables.ts';

/** The move a row tells of. */
export const moveOf = (row: MoneyMovesTable): Omit<MoveRecord, 'now'> => ({
  kind: row.kind,
  ...(row.method_id !== null && { method: row.method_id }),
  label: row.label,
  ...(row.last_four !== null && { lastFour: row.last_four }),
  ...(row.reference !== null && { reference: row.reference }),
  amount: row.amount,
  days: { from: row.days_from, to: row.days_to },
});

/** A row that gives a charge back, under a key of its own. */
export const refundOf = (charge: MoneyMovesTable, now: string): MoneyMovesTable => ({
  ...charge,
  ...{ id: `mov_${crypto.randomUUID()}`, what: 'refund', reference: charge.moved_as },
  ...{ amount: -charge.amount, state: 'moving', due_at: now, attempts: 0 },
  ...{ result: null, moved_as: null },
});

/** What of a move has not moved yet, under a key of its own. */
export const restOf = (move: MoneyMovesTable, rest: number, now: string): MoneyMovesTable => ({
  ...move,
  ...{ id: `mov_${crypto.randomUUID()}`, amount: Math.sign(move.amount) * rest },
  ...{ state: 'moving', due_at: now, attempts: 0, result: null, moved_as: null },
});
