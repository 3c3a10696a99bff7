import type { Kysely } from 'kysely';
import { movedAs } from '../../domain/money/paid.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { receiptRow } from './change-rows.ts';
import { writeEntries } from './change-writes.ts';
import { moveOf } from './move-rows.ts';
import type { Database } from './schema.ts';

/**
 * What was to be given back of a charge that has ended: of what was paid it is asked for by that name;
 * what was not paid is not given back. Answers the order's payments then.
 */
export async function endWaitingRefunds(
  tx: Kysely<Database>,
  receipt: ReceiptsTable,
  charge: MoneyMovesTable,
  payments: readonly PaymentRecord[],
  at: Date,
): Promise<PaymentRecord[]> {
  const isPaid = charge.state === 'done';
  const refunds = await refundsAfter(tx, receipt, charge);
  const own = refunds.filter(({ receipt_id }) => receipt_id === receipt.id);
  const others = refunds.filter((refund) => !own.includes(refund));
  let left = -charge.amount;
  let after = [...payments];
  for (const refund of isPaid ? others : [...own, ...others]) {
    const part = Math.min(left, refund.amount);
    if (part === 0) break;
    left -= part;
    const name = isPaid ? (charge.moved_as ?? undefined) : undefined;
    // what is planned is none of the payments yet
    if (refund.state === 'moving')
      after = movedAs(after, { ...moveOf(refund), amount: part }, name);
    if (name === undefined) await drop(tx, receipt, refund, part, at);
    else await split(tx, refund, part, name);
  }
  return after;
}

/** Not asked for yet: those of the same change, and those of the same kind that were decided later. */
const refundsAfter = (tx: Kysely<Database>, receipt: ReceiptsTable, charge: MoneyMovesTable) =>
  tx
    .selectFrom('money_moves')
    .innerJoin('receipts', (join) =>
      join
        .onRef('receipts.shop_id', '=', 'money_moves.shop_id')
        .onRef('receipts.id', '=', 'money_moves.receipt_id'),
    )
    .selectAll('money_moves')
    .where('money_moves.shop_id', '=', charge.shop_id)
    .where('money_moves.order_id', '=', charge.order_id)
    .where('money_moves.what', '=', 'refund')
    .where('money_moves.state', 'in', ['moving', 'planned'])
    .where('money_moves.attempts', '=', 0)
    .where((it) =>
      it.or([
        it('money_moves.receipt_id', '=', receipt.id),
        it.and([
          it('money_moves.reference', 'is', null),
          it('money_moves.kind', '=', charge.kind),
          it('money_moves.method_id', '=', charge.method_id),
          it('receipts.at', '>=', receipt.at),
        ]),
      ]),
    )
    .orderBy('receipts.at')
    .orderBy('money_moves.nth')
    .orderBy('money_moves.id')
    .execute();

/** So much of it is given back of the payment of this name; the rest waits as it did. */
async function split(
  tx: Kysely<Database>,
  refund: MoneyMovesTable,
  amount: number,
  reference: string,
): Promise<void> {
  await update(tx, refund, { reference, amount });
  if (amount < refund.amount)
    await tx
      .insertInto('money_moves')
      .values({ ...refund, id: `mov_${crypto.randomUUID()}`, amount: refund.amount - amount })
      .execute();
}

/** So much of it was never paid. */
async function drop(
  tx: Kysely<Database>,
  charged: ReceiptsTable,
  refund: MoneyMovesTable,
  amount: number,
  at: Date,
): Promise<void> {
  const isAll = amount === refund.amount;
  await update(
    tx,
    refund,
    isAll ? { state: 'undone', due_at: null } : { amount: refund.amount - amount },
  );
  const receipt = await receiptRow(tx, refund.shop_id, refund.receipt_id);
  if (!receipt) return;
  const unpaid = { kind: 'unpaid', amount: -amount } as const;
  if (receipt.id !== charged.id)
    await tx
      .updateTable('receipts')
      .set({
        sums: JSON.stringify([...JSON.parse(receipt.sums), unpaid]),
        total: receipt.total - amount,
      })
      .where('shop_id', '=', receipt.shop_id)
      .where('id', '=', receipt.id)
      .execute();
  if (refund.state === 'planned') return;
  const booked = { sums: [unpaid], moves: [{ kind: refund.kind, amount: -amount }] };
  await writeEntries(tx, receipt, booked, at.toISOString());
}

const update = (
  tx: Kysely<Database>,
  { shop_id, id }: MoneyMovesTable,
  set: Partial<MoneyMovesTable>,
) =>
  tx
    .updateTable('money_moves')
    .set(set)
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
