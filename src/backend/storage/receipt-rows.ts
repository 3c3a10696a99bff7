import type { Kysely } from 'kysely';
import type { Receipt } from '../../contract/quotes.ts';
import type { ReportRecord } from '../../domain/reports/reports.ts';
import type { ReceiptRecord } from '../ports/changes.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { moveOf } from './move-rows.ts';
import type { Database } from './schema.ts';

/** Receipts of an order with the money that moves for them, the newest first. */
export async function receiptsOf(
  db: Kysely<Database>,
  shop: string,
  order: string,
): Promise<ReceiptRecord[]> {
  const receipts = await db
    .selectFrom('receipts')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  if (receipts.length === 0) return [];
  const moves = await db
    .selectFrom('money_moves')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    // what is held is no part of the sums
    .where('what', 'in', ['refund', 'charge'])
    .orderBy('nth')
    .orderBy('id')
    .execute();
  return receipts.map((row) =>
    receiptOf(
      row,
      moves.filter(({ receipt_id }) => receipt_id === row.id),
    ),
  );
}

/** These receipts, in this order. */
export async function receiptsNamed(
  db: Kysely<Database>,
  shop: string,
  rows: readonly Pick<ReceiptsTable, 'id' | 'order_id'>[],
): Promise<ReceiptRecord[]> {
  const found: ReceiptRecord[] = [];
  for (const { id, order_id } of rows)
    found.push(...(await receiptsOf(db, shop, order_id)).filter((each) => each.id === id));
  return found;
}

export const receiptOf = (
  row: ReceiptsTable,
  moves: readonly MoneyMovesTable[],
): ReceiptRecord => ({
  id: row.id,
  order: row.order_id,
  kind: row.kind,
  at: row.at,
  by: row.done_by,
  state: row.state,
  sums: JSON.parse(row.sums),
  total: row.total,
  currency: row.currency,
  moves: moves.map((move) => ({ ...moveOf(move), state: move.state })),
  ...(row.undo_until !== null && { undoUntil: row.undo_until }),
  ...(row.return_id !== null && { return: row.return_id }),
  ...(row.report !== null && { report: reportOf(JSON.parse(row.report)) }),
  ...(row.staff !== null && { staff: JSON.parse(row.staff) }),
  ...(row.kind === 'cancellation' && { reason: JSON.parse(row.request).reason }),
});

/** Without what the units were given: that is in the sums. */
const reportOf = ({ lines, ...report }: ReportRecord): NonNullable<Receipt['report']> => ({
  ...report,
  lines: lines.map(({ line, quantity }) => ({ line, quantity })),
});
