import type { Kysely } from 'kysely';
import type { ReceiptRecord } from '../ports/changes.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import type { OrderReader } from './order-reader.ts';
import { receiptsNamed } from './receipt-rows.ts';
import type { Database } from './schema.ts';
import { endMove } from './settled-moves.ts';
import type { Told } from './told-receipts.ts';

/** Refunds that nobody here can move, or that could not be moved: they are the shop's to move. */
export const refundsByHand = (db: Kysely<Database>, shop: string) =>
  db
    .selectFrom('money_moves')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('what', 'in', ['refund', 'hold_refund'])
    .where((it) =>
      it.or([
        it('state', '=', 'failed'),
        it.and([it('state', '=', 'moving'), it('due_at', 'is', null)]),
      ]),
    );

/** Receipts with such refunds, the oldest first. */
export async function receiptsByHand(
  db: Kysely<Database>,
  shop: string,
  most: number,
): Promise<ReceiptRecord[]> {
  const rows = await db
    .selectFrom('receipts')
    .select(['id', 'order_id'])
    .where('shop_id', '=', shop)
    .where('id', 'in', refundsByHand(db, shop).clearSelect().select('receipt_id'))
    .orderBy('at')
    .limit(most)
    .execute();
  return receiptsNamed(db, shop, rows);
}

/** The shop has moved it. Whoever calls holds the order. */
export async function endByHand(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  move: MoneyMovesTable,
): Promise<void> {
  await tx
    .updateTable('money_moves')
    .set({ state: 'done', due_at: null, result: 'by_hand' })
    .where('shop_id', '=', move.shop_id)
    .where('id', '=', move.id)
    .execute();
  const amount = Math.abs(move.amount);
  await endMove(tx, read, told, move, { state: 'done', reference: '', amount });
}
