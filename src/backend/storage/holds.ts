import type { Kysely } from 'kysely';
import { paymentsAfter } from '../../domain/money/paid.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { movesOf, returnRow } from './change-rows.ts';
import { writeOrder } from './changed-orders.ts';
import { moveOf } from './move-rows.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';

/**
 * Takes what is held for an instant exchange, or lets it go; once. What was taken ahead, so that it
 * would not run out, is given back then. Answers whether there is anything held.
 */
export async function endHold(
  tx: Kysely<Database>,
  { shop_id, id }: Pick<ReceiptsTable, 'shop_id' | 'id'>,
  what: 'capture' | 'release',
  due: string,
): Promise<boolean> {
  const moves = await movesOf(tx, shop_id, id);
  const hold = moves.find((move) => move.what === 'hold');
  if (!hold || hold.state === 'failed' || hold.state === 'undone') return false;
  const taken = moves.find((move) => move.what === 'capture' && move.state !== 'undone');
  const isOver = moves.some((move) => move.what === 'release' || move.what === 'hold_refund');
  const next = (kind: MoneyMovesTable['what'], amount = hold.amount): MoneyMovesTable => ({
    ...hold,
    ...{ id: `mov_${crypto.randomUUID()}`, nth: hold.nth + 1, what: kind, amount },
    ...{ state: 'moving', due_at: due, attempts: 0, result: null, moved_as: null },
  });
  if (isOver || (taken && (what === 'capture' || taken.state === 'failed'))) return true;
  if (!taken) await insert(tx, next(what));
  else if (taken.attempts > 0) await insert(tx, next('hold_refund', -taken.amount));
  else {
    await tx
      .updateTable('money_moves')
      .set({ state: 'undone', due_at: null })
      .where('shop_id', '=', shop_id)
      .where('id', '=', taken.id)
      .execute();
    await insert(tx, next('release'));
  }
  return true;
}

/**
 * What was taken for good has paid for what was sent: the order says so, once nothing of it can go back
 * with the old one. Whoever calls holds the order.
 */
export async function addTaken(
  tx: Kysely<Database>,
  rows: OrderRows,
  { shop_id, id, return_id }: ReceiptsTable,
): Promise<void> {
  const state = return_id === null ? undefined : (await returnRow(tx, shop_id, return_id))?.state;
  if (state !== 'refused' && state !== 'expired') return;
  const moves = await movesOf(tx, shop_id, id);
  const hold = moves.find((move) => move.what === 'hold');
  const taken = moves.find((move) => move.what === 'capture' && move.state === 'done');
  if (!hold || hold.moved_as === null || !taken) return;
  const order = orderOf(rows);
  const payment = { ...moveOf(taken), reference: hold.moved_as, now: true };
  await writeOrder(tx, rows, { ...order, payments: paymentsAfter(order, [payment]) });
}

const insert = (tx: Kysely<Database>, move: MoneyMovesTable) =>
  tx.insertInto('money_moves').values(move).execute();
