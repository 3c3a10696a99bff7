import type { Kysely } from 'kysely';
import type { Policy } from '../../contract/policy.ts';
import type { ReturnRequest } from '../../contract/returns.ts';
import { chooseWithinDays } from '../../domain/returns/choosing.ts';
import { choicesOf } from '../../domain/returns/lines.ts';
import { promised, sentIn } from '../../domain/returns/promised.ts';
import { later } from '../../domain/identity/identity.ts';
import { receiptRow, returnRow } from './change-rows.ts';
import type { ReceiptsTable, ReturnsTable } from './change-tables.ts';
import { caseOf } from './held-orders.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import { dropPlanned } from './planned-moves.ts';
import { returnOf, type ReturnBody } from './return-rows.ts';
import type { Database } from './schema.ts';
import { moveStock } from './stock.ts';
import { takeBackEntries } from './undone-changes.ts';
import { variantsOf } from './variant-rows.ts';

const DAY = 86_400;

/**
 * Looks whether all that a return was promised is still there, when it is about to be sent; false
 * where its shopper has to choose again. What was sent first is with them already.
 */
export async function keepPromise(
  tx: Kysely<Database>,
  rows: OrderRows,
  row: ReturnsTable,
  { at, policy }: { at: Date; policy: Policy },
): Promise<boolean> {
  const { lines, instant } = returnOf(row);
  const order = orderOf(rows);
  const ids = lines.flatMap((line) => sentIn(line, order) ?? []);
  if (instant || ids.length === 0) return true;
  const receipt = (await receiptRow(tx, row.shop_id, row.receipt_id))!;
  const request: ReturnRequest = JSON.parse(receipt.request);
  const of = await caseOf(tx, rows, { id: row.id, receipt: receipt.id });
  const asked = { case: of, policy, request, now: new Date(row.created_at) };
  const kept = promised(lines, order, await variantsOf(tx, row.shop_id, ids), (line) =>
    choicesOf(asked, line),
  );
  const isThere = !kept.lines.some(({ soldOut }) => soldOut);
  const now = at.toISOString();
  await moveStock(tx, row.shop_id, kept.stock);
  await writeLines(tx, row, {
    lines: kept.lines,
    ...(!isThere && { choose_by: later(at, chooseWithinDays * DAY), remind_at: now }),
  });
  return isThere;
}

/** Puts what was chosen in the place of what was sold out; the receipt it began with is over. */
export async function rewriteReturn(
  tx: Kysely<Database>,
  receipt: ReceiptsTable,
  again: string,
  lines: ReturnBody['lines'],
): Promise<void> {
  const { shop_id, id: receipt_id } = receipt;
  const row = (await returnRow(tx, shop_id, again))!;
  const before = (await receiptRow(tx, shop_id, row.receipt_id))!;
  await dropPlanned(tx, before);
  await takeBackEntries(tx, shop_id, before.id, new Date(receipt.at));
  const of = (id: string) =>
    tx.updateTable('receipts').where('shop_id', '=', shop_id).where('id', '=', id);
  await of(before.id).set({ state: 'undone' }).execute();
  await of(receipt_id).set({ return_id: again }).execute();
  await writeLines(tx, row, { lines, choose_by: null, remind_at: null, receipt_id });
}

const writeLines = (
  tx: Kysely<Database>,
  row: ReturnsTable,
  { lines, ...columns }: Pick<ReturnBody, 'lines'> & Partial<ReturnsTable>,
) =>
  tx
    .updateTable('returns')
    .set({ ...columns, body: JSON.stringify({ ...JSON.parse(row.body), lines }) })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute();
