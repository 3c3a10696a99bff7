import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import { refundsTold } from '../../domain/money/told-refunds.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { Shop } from '../ports.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import { moveOf } from './move-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { endByHand, refundsByHand } from './refunds-by-hand.ts';
import type { Database } from './schema.ts';

/** Finds among what is told of orders the refunds that were the shop's to move. */
export interface ToldRefunds {
  /** The order with what is still owed among its payments. */
  tell(row: OrderRow): OrderRow;
  /** Those that the orders told until now say were made. */
  made: readonly MoneyMovesTable[];
}

/** For orders that are there. Undefined where nothing is owed, as it nearly always is. */
export async function toldRefunds(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<ToldRefunds | undefined> {
  if (orders.length === 0) return undefined;
  const moves = await refundsByHand(tx, shop).where('order_id', 'in', orders).execute();
  if (moves.length === 0) return undefined;
  const stored = await tx
    .selectFrom('orders')
    .select(['id', 'payments'])
    .where('shop_id', '=', shop)
    .where(
      'id',
      'in',
      moves.map(({ order_id }) => order_id),
    )
    .execute();
  const paid = new Map(stored.map(({ id, payments }) => [id, payments]));
  const made: MoneyMovesTable[] = [];
  return {
    made,
    tell(row) {
      const owed = moves
        .filter(({ order_id }) => order_id === row.id)
        .map((move) => ({ ...paymentOf(move), move }));
      if (owed.length === 0) return row;
      const before: PaymentRecord[] = JSON.parse(paid.get(row.id) ?? '[]');
      const told = refundsTold(owed, { before, told: row.payments });
      made.push(...told.made.map(({ move }) => move));
      const promised = told.promised.map(({ move: _, ...payment }) => payment);
      return { ...row, payments: [...row.payments, ...promised] };
    },
  };
}

/** As it is among the payments of its order. */
function paymentOf(row: MoneyMovesTable): PaymentRecord {
  const { days: _, amount, ...way } = moveOf(row);
  return { ...way, amount: -amount };
}

/** What comes of a refund that was told, once its order is there as it was told. */
export async function endToldRefund(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  move: MoneyMovesTable,
  at: Date,
): Promise<void> {
  const before = await read(shop.id, move.order_id, tx);
  if (before) await endByHand(tx, read, { shop, before, at }, move);
}
