import type { Kysely } from 'kysely';
import { later } from '../../domain/identity/identity.ts';
import { takenBefore } from '../../domain/money/moves.ts';
import type { SettledMove, SettledResult } from '../ports/money.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { receiptRow, returnRow } from './change-rows.ts';
import { writeEntries } from './change-writes.ts';
import { paid, unpaid } from './ended-charges.ts';
import { addTaken, endHold } from './holds.ts';
import { restOf } from './move-rows.ts';
import { closeReturn } from './moved-returns.ts';
import type { OrderReader } from './order-reader.ts';
import type { Database } from './schema.ts';
import { tellMoney, tellReceipt, type Told } from './told-receipts.ts';

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
      if (isDone && move.what === 'capture') await addTaken(tx, told.before, receipt);
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
export async function moveTheRest(
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
