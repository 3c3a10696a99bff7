import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import { refundsTold } from '../../domain/money/told-refunds.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { Shop } from '../ports.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import type { OrderReader } from './order-reader.ts';
import { ownRefunds, paymentOf } from './own-refunds.ts';
import { endByHand } from './refunds-by-hand.ts';
import type { Database } from './schema.ts';

/** Finds among what is told of orders the refunds that were decided here. */
export interface ToldRefunds {
  /** The order with those among its payments that it does not tell. */
  tell(row: OrderRow): OrderRow;
  /** Of those that were the shop's to move: which the orders told until now say were made. */
  made: readonly MoneyMovesTable[];
}

/** For orders that are there. Undefined where nothing was given back here, as it nearly always is. */
export async function toldRefunds(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<ToldRefunds | undefined> {
  if (orders.length === 0) return undefined;
  const refunds = await ownRefunds(tx, shop, orders);
  if (refunds.length === 0) return undefined;
  const stored = await tx
    .selectFrom('orders')
    .select(['id', 'payments'])
    .where('shop_id', '=', shop)
    .where('id', 'in', [...new Set(refunds.map(({ move }) => move.order_id))])
    .execute();
  const paid = new Map(stored.map(({ id, payments }) => [id, payments]));
  const made: MoneyMovesTable[] = [];
  return {
    made,
    tell(row) {
      const own = refunds.filter(({ move }) => move.order_id === row.id);
      if (own.length === 0) return row;
      const before: PaymentRecord[] = JSON.parse(paid.get(row.id) ?? '[]');
      const told = refundsTold(own, { before, told: row.payments });
      made.push(...told.made.map(({ move }) => move));
      return { ...row, payments: [...row.payments, ...told.kept.map(paymentOf)] };
    },
  };
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
