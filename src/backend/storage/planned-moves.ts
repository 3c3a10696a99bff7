import type { Kysely } from 'kysely';
import { paymentsAfter } from '../../domain/money/paid.ts';
import { isKeptHere, methodsOf, moveBalance } from './balances.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { writeEntries } from './change-writes.ts';
import { writeOrder } from './changed-orders.ts';
import { moveOf } from './move-rows.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
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
  const { shop_id, customer_id } = rows.order;
  const planned = await plannedOf(tx, receipt);
  if (planned.length === 0) return;
  const methods = customer_id === null ? [] : await methodsOf(tx, shop_id, customer_id);
  for (const row of planned) {
    const isOurs = isKeptHere(moveOf(row), customer_id, methods);
    if (isOurs && customer_id !== null) await moveBalance(tx, customer_id, row);
    await tx
      .updateTable('money_moves')
      .set(isOurs ? { state: 'done' } : { state: 'moving', due_at: now })
      .where('shop_id', '=', shop_id)
      .where('id', '=', row.id)
      .execute();
  }
  const moves = planned.map((row) => ({ ...moveOf(row), now: true }));
  await writeEntries(tx, receipt, { sums: JSON.parse(receipt.sums), moves }, now);
  const order = orderOf(rows);
  await writeOrder(tx, rows, { ...order, payments: paymentsAfter(order, moves) });
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
