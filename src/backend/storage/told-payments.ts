import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import { chargesKept } from '../../domain/money/told-charges.ts';
import { refundsTold } from '../../domain/money/told-refunds.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { Shop } from '../ports.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import type { OrderReader } from './order-reader.ts';
import { ownPayments } from './own-payments.ts';
import { endByHand } from './refunds-by-hand.ts';
import type { Database } from './schema.ts';

/** Finds among what is told of orders the payments that were decided here. */
export interface ToldPayments {
  /** The order with those among its payments that it does not tell. */
  tell(row: OrderRow): OrderRow;
  /** Refunds that were the shop's to move: those which the orders told until now say were made. */
  made: readonly MoneyMovesTable[];
}

/** For orders that are there. Undefined where no money was moved here, as it nearly always is. */
export async function toldPayments(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<ToldPayments | undefined> {
  if (orders.length === 0) return undefined;
  const own = await ownPayments(tx, shop, orders);
  if (own.size === 0) return undefined;
  const stored = await tx
    .selectFrom('orders')
    .select(['id', 'payments'])
    .where('shop_id', '=', shop)
    .where('id', 'in', [...own.keys()])
    .execute();
  const paid = new Map(stored.map(({ id, payments }) => [id, payments]));
  const made: MoneyMovesTable[] = [];
  return {
    made,
    tell(row) {
      const { refunds, charges } = own.get(row.id) ?? { refunds: [], charges: [] };
      const before: PaymentRecord[] = JSON.parse(paid.get(row.id) ?? '[]');
      const charged = chargesKept(charges, { before, told: row.payments });
      const payments = [...row.payments, ...charged];
      const told = refundsTold(refunds, { before, told: payments });
      made.push(...told.made.map(({ move }) => move));
      // as much of it as is kept
      const kept = told.kept.map(({ payment, amount }) => ({ ...payment, amount }));
      return { ...row, payments: [...payments, ...kept] };
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
