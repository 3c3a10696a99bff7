import type { Kysely } from 'kysely';
import { named } from '../../domain/money/paid.ts';
import { later } from '../../domain/identity/identity.ts';
import { takenBefore } from '../../domain/money/moves.ts';
import type { SettledMove, SettledResult } from '../ports/money.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { movesOf, receiptRow, returnRow } from './change-rows.ts';
import { writeEntries } from './change-writes.ts';
import { writeOrder } from './changed-orders.ts';
import { endHold } from './holds.ts';
import { moveOf, restOf } from './move-rows.ts';
import { closeReturn } from './moved-returns.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf } from './order-rows.ts';
import type { Database } from './schema.ts';
import { tellMoney, tellReceipt, type Told } from './told-receipts.ts';
import { undoReceipt } from './undone-changes.ts';

/** What a row becomes. Of what has moved in part the row is that part. */
export const settledColumns = (
  move: MoneyMovesTable,
  settled: SettledMove,
  at: Date,
): Partial<MoneyMovesTable> => {
  switch (settled.state) {
    case 'done': {
      const { reference, amount } = settled;
      const moved = Math.sign(move.amount) * Math.min(amount, Math.abs(move.amount));
      return { state: 'done', due_at: null, result: null, moved_as: reference, amount: moved };
    }
    case 'moving': {
      const { seconds, result, reference } = settled;
      return {
        ...{ due_at: later(at, seconds), result },
        ...(reference !== undefined && { moved_as: reference }),
      };
    }
    case 'failed':
      return { state: 'failed', due_at: null, result: settled.result };
    case 'unasked':
      return { due_at: null, result: 'unasked' };
  }
};

/** What comes of a move's end, for its receipt, its order and its return. Whoever calls holds the order. */
export async function endMove(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  move: MoneyMovesTable,
  settled: Exclude<SettledMove, { state: 'moving' }>,
): Promise<SettledResult['so']> {
  const receipt = await receiptRow(tx, move.shop_id, move.receipt_id);
  if (!receipt) return undefined;
  const isDone = settled.state === 'done';
  const why = settled.state === 'failed' ? settled.result : undefined;
  const now = told.at.toISOString();
  if (isDone && (move.what === 'refund' || move.what === 'charge'))
    await moveTheRest(tx, move, settled.amount, now);
  let so: SettledResult['so'];
  switch (move.what) {
    case 'refund':
      if (!isDone) await tellMoney(tx, told, receipt, move, why);
      break;
    case 'charge':
      if (isDone) await paid(tx, read, told, receipt);
      else so = await unpaid(tx, read, told, receipt, move, why);
      break;
    case 'hold':
      await held(tx, read, told, receipt, settled);
      break;
    case 'capture':
    case 'hold_refund':
      if (!isDone) await tellMoney(tx, told, receipt, move, why);
      else await bookSale(tx, receipt, move, settled.amount, now);
      break;
    case 'release':
      break;
  }
  if (receipt.return_id !== null) {
    const states = await closeReturn(tx, told, receipt.return_id);
    if (states.length > 0) await tellReceipt(tx, read, told, receipt.id, states);
  }
  return so;
}

/** What a provider moved only a part of goes on as a move of its own, under a key of its own. */
async function moveTheRest(
  tx: Kysely<Database>,
  move: MoneyMovesTable,
  moved: number,
  now: string,
): Promise<void> {
  const rest = Math.abs(move.amount) - moved;
  if (rest <= 0) return;
  await tx
    .insertInto('money_moves')
    .values(restOf(move, rest, now))
    .execute();
}

/** Once all of it is paid, the order names the payments, so that they can be given back. */
async function paid(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  receipt: ReceiptsTable,
): Promise<void> {
  const moves = await movesOf(tx, receipt.shop_id, receipt.id);
  const charges = moves.filter(({ what }) => what === 'charge');
  if (charges.some(({ state }) => state === 'moving' || state === 'planned')) return;
  const order = orderOf(told.before);
  const payments = charges.reduce(
    (all, row) =>
      row.state === 'done' && row.moved_as !== null ? named(all, moveOf(row), row.moved_as) : all,
    order.payments,
  );
  await writeOrder(tx, told.before, { ...order, payments });
  if (receipt.state !== 'awaiting_payment') return;
  await closeReceipt(tx, receipt);
  await tellReceipt(tx, read, told, receipt.id);
}

async function unpaid(
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
  await tellMoney(tx, told, receipt, move, why);
  return 'stands';
}

const closeReceipt = (tx: Kysely<Database>, { shop_id, id }: ReceiptsTable) =>
  tx
    .updateTable('receipts')
    .set({ state: 'done', pay_by: null, before: null, after: null, undo_until: null })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();

/** Only now the shop may send: at once where its price is held, else when the old one is back. */
async function held(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  receipt: ReceiptsTable,
  settled: Exclude<SettledMove, { state: 'moving' }>,
): Promise<void> {
  const row = receipt.return_id && (await returnRow(tx, receipt.shop_id, receipt.return_id));
  if (!row) return;
  const { instant: _, ...body } = JSON.parse(row.body);
  const isHeld = settled.state === 'done';
  const until = isHeld ? settled.until : undefined;
  if (until !== undefined && row.expires_at !== null && until <= row.expires_at)
    await endHold(tx, receipt, 'capture', later(until, -takenBefore));
  if (!isHeld)
    await tx
      .updateTable('returns')
      .set({ body: JSON.stringify(body) })
      .where('shop_id', '=', row.shop_id)
      .where('id', '=', row.id)
      .execute();
  if (row.state === 'approved' || row.state === 'label_sent')
    await tellReceipt(tx, read, told, receipt.id, ['approved']);
}

/** What was sent is sold while the old one is not back; then it is given back for. */
const bookSale = (
  tx: Kysely<Database>,
  receipt: ReceiptsTable,
  { kind, amount }: MoneyMovesTable,
  moved: number,
  now: string,
): Promise<void> => {
  const signed = Math.sign(amount) * moved;
  const booked = {
    sums: [{ kind: 'item', amount: signed } as const],
    moves: [{ kind, amount: signed }],
  };
  return writeEntries(tx, receipt, booked, now);
};
