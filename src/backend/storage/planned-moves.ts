import type { Kysely } from 'kysely';
import { paymentsAfter } from '../../domain/money/paid.ts';
import { returnRow } from './change-rows.ts';
import { isKeptHere, methodsOf, moveBalance } from './balances.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { writeEntries } from './change-writes.ts';
import { writeOrder } from './changed-orders.ts';
import { moveOf } from './move-rows.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import { returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';

export const plannedOf = (
  tx: Kysely<Database>,
  receipt: ReceiptsTable,
): Promise<MoneyMovesTable[]> =>
  tx
    .selectFrom('money_moves')
    .selectAll()
    .where('shop_id', '=', receipt.shop_id)
    .where('receipt_id', '=', receipt.id)
    .where('state', '=', 'planned')
    .orderBy('nth')
    .execute();

/** What waited moves now: a balance here at once, all else by who moves money. */
export async function movePlanned(
  tx: Kysely<Database>,
  rows: OrderRows,
  receipt: ReceiptsTable,
  now: string,
): Promise<void> {
  const { shop_id } = rows.order;
  const giftTo = await giftedTo(tx, receipt);
  const owner = giftTo ?? rows.order.customer_id;
  const planned = await plannedOf(tx, receipt);
  if (planned.length === 0) return;
  const methods = owner === null ? [] : await methodsOf(tx, shop_id, owner);
  for (const row of planned) {
    const isOurs = isKeptHere(moveOf(row), owner, methods);
    if (isOurs && owner !== null) await moveBalance(tx, owner, row);
    await tx
      .updateTable('money_moves')
      .set(isOurs ? { state: 'done' } : { state: 'moving', due_at: now })
      .where('shop_id', '=', shop_id)
      .where('id', '=', row.id)
      .execute();
  }
  const gift = giftTo !== undefined && { gift: true as const };
  const moves = planned.map((row) => ({ ...moveOf(row), ...gift, now: true }));
  await writeEntries(tx, receipt, { sums: JSON.parse(receipt.sums), moves }, now);
  const order = orderOf(rows);
  await writeOrder(tx, rows, { ...order, payments: paymentsAfter(order, moves) });
}

/** Whose a present is that came back, where it is one. */
async function giftedTo(
  tx: Kysely<Database>,
  { shop_id, return_id }: ReceiptsTable,
): Promise<string | undefined> {
  const row = return_id === null ? undefined : await returnRow(tx, shop_id, return_id);
  return row && returnOf(row).giftTo;
}

/** What waited never moves. */
export const dropPlanned = (tx: Kysely<Database>, { shop_id, id }: ReceiptsTable) =>
  tx
    .updateTable('money_moves')
    .set({ state: 'undone', due_at: null })
    .where('shop_id', '=', shop_id)
    .where('receipt_id', '=', id)
    .where('state', '=', 'planned')
    .execute();
