import type { MoveRecord } from '../../domain/changes.ts';
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
