import type { Kysely } from 'kysely';
import type { OwnRefund } from '../../domain/money/told-refunds.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import { moveOf } from './move-rows.ts';
import type { Database } from './schema.ts';

/** A refund that was decided here, as it is among the payments of its order, with its row. */
export type OwnPayment = OwnRefund & PaymentRecord & { move: MoneyMovesTable };

/**
 * All that is or was given back of these orders by a decision made here, in the order in which it was
 * decided. What waits for goods or a word is not among it: no payment tells of that yet.
 */
export async function ownRefunds(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<OwnPayment[]> {
  const rows = await tx
    .selectFrom('money_moves')
    .leftJoin('receipts', (join) =>
      join
        .onRef('receipts.shop_id', '=', 'money_moves.shop_id')
        .onRef('receipts.id', '=', 'money_moves.receipt_id'),
    )
    .leftJoin('returns', (join) =>
      join
        .onRef('returns.shop_id', '=', 'receipts.shop_id')
        .onRef('returns.id', '=', 'receipts.return_id'),
    )
    .selectAll('money_moves')
    .select('returns.gift_to')
    .where('money_moves.shop_id', '=', shop)
    .where('money_moves.order_id', 'in', orders)
    .where('money_moves.what', 'in', ['refund', 'hold_refund', 'charge'])
    .where((it) =>
      it.or([
        it('money_moves.what', '=', 'charge'),
        it('money_moves.state', 'in', ['moving', 'done', 'failed']),
      ]),
    )
    .orderBy('receipts.at')
    .orderBy('money_moves.receipt_id')
    .orderBy('money_moves.nth')
    .orderBy('money_moves.id')
    .execute();
  const charges = new Set(rows.filter(({ what }) => what === 'charge').map(placeOf));
  return rows
    .filter(({ what }) => what !== 'charge')
    .map(({ gift_to, ...move }) => {
      const { days: _, amount, ...way } = moveOf(move);
      return {
        ...way,
        ...(gift_to !== null && { gift: true as const }),
        amount: -amount,
        move,
        whole: JSON.stringify([placeOf(move), move.reference]),
        byHand: move.state === 'failed' || (move.state === 'moving' && move.due_at === null),
        // a charge that was taken back, or a hold, is given back in its own place
        isBeside: move.what === 'hold_refund' || charges.has(placeOf(move)),
        ...(move.moved_as !== null && { movedAs: move.moved_as }),
      };
    });
}

const placeOf = ({ receipt_id, nth }: Pick<MoneyMovesTable, 'receipt_id' | 'nth'>): string =>
  JSON.stringify([receipt_id, nth]);

/** Without what it is told apart by. */
export const paymentOf = ({
  move: _,
  whole: __,
  byHand: ___,
  isBeside: ____,
  movedAs: _____,
  ...payment
}: OwnPayment): PaymentRecord => payment;
