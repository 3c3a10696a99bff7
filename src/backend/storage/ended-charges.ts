import type { Kysely } from 'kysely';
import { movedAs } from '../../domain/money/paid.ts';
import type { SettledResult } from '../ports/money.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { movesOf } from './change-rows.ts';
import { writeEntries } from './change-writes.ts';
import { writeOrder } from './changed-orders.ts';
import { moveOf } from './move-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf } from './order-rows.ts';
import type { Database } from './schema.ts';
import { tellMoney, tellReceipt, type Told } from './told-receipts.ts';
import { undoReceipt } from './undone-changes.ts';
import { endWaitingRefunds } from './waiting-refunds.ts';

/** A charge has gone well. Whoever calls holds the order. */
export async function paid(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  receipt: ReceiptsTable,
): Promise<void> {
  const isOver = await endCharges(tx, told, receipt);
  if (!isOver || receipt.state !== 'awaiting_payment') return;
  await closeReceipt(tx, receipt);
  await tellReceipt(tx, read, told, receipt.id);
}

/** A charge has not: what it was to pay for is undone, or stands where it cannot be. */
export async function unpaid(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  receipt: ReceiptsTable,
  move: MoneyMovesTable,
  why: string | undefined,
): Promise<SettledResult['so']> {
  if (receipt.state === 'awaiting_payment') {
    const refused = await undoReceipt(tx, told.before, receipt.id, told.at, 'unpaid');
    if (!refused) {
      await tellReceipt(tx, read, told, receipt.id);
      return 'unpaid';
    }
    // something else has happened to the order since: people have to look at it
    await closeReceipt(tx, receipt);
  }
  await endCharges(tx, told, receipt);
  await tellMoney(tx, told, receipt, move, why);
  return 'stands';
}

/**
 * Once the ends of all charges are known, the order names those that have paid, so that they can be
 * given back, and knows of the others no more. What was to be given back of them waited for this.
 */
async function endCharges(
  tx: Kysely<Database>,
  { before, at }: Told,
  receipt: ReceiptsTable,
): Promise<boolean> {
  const moves = await movesOf(tx, receipt.shop_id, receipt.id);
  const charges = moves.filter(({ what }) => what === 'charge');
  if (charges.some(({ state }) => state === 'moving' || state === 'planned')) return false;
  const order = orderOf(before);
  let { payments } = order;
  for (const charge of charges) {
    const isPaid = charge.state === 'done';
    // what was paid with a balance here has no name, and what was undone has left no trace
    if (charge.state === 'undone' || (isPaid && charge.moved_as === null)) continue;
    payments = movedAs(payments, moveOf(charge), (isPaid && charge.moved_as) || undefined);
    if (!isPaid) await bookUnpaid(tx, receipt, charge, at);
    payments = await endWaitingRefunds(tx, receipt, charge, payments, at);
  }
  await writeOrder(tx, before, { ...order, payments });
  return true;
}

/** It was booked as paid when it was decided. */
const bookUnpaid = (
  tx: Kysely<Database>,
  receipt: ReceiptsTable,
  { kind, amount }: MoneyMovesTable,
  at: Date,
): Promise<void> => {
  const booked = {
    sums: [{ kind: 'unpaid', amount: -amount } as const],
    moves: [{ kind, amount: -amount }],
  };
  return writeEntries(tx, receipt, booked, at.toISOString());
};

const closeReceipt = (tx: Kysely<Database>, { shop_id, id }: ReceiptsTable) =>
  tx
    .updateTable('receipts')
    .set({ state: 'done', pay_by: null, before: null, after: null, undo_until: null })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
