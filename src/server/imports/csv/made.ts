import type { ImportRow } from '../../../contract/import.ts';
import type { Fault } from '../../../backend/services/import/row-faults.ts';
import type { Cells } from './cells.ts';

/** What records have become: a row of the import format, or why they are none. */
export type Made = { row: ImportRow } | { fault: Fault };

/** What the exports do not say. */
export interface Settings {
  currency: string;
  now: Date;
}

/** The row, unless one of its cells was bad. */
export function made(row: ImportRow, records: readonly Cells[]): Made {
  const fault = records.map((cells) => cells.fault()).find((each) => each !== undefined);
  return fault ? { fault } : { row };
}
