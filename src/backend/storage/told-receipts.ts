import type { Kysely } from 'kysely';
import type { MoneyFacts } from '../../contract/webhook-facts.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import {
  moneyNews,
  receiptNews,
  returnNews,
  type ReturnTurn,
} from '../../domain/money/settling-news.ts';
import { orderNews } from '../../domain/news/webhook-events.ts';
import type { Shop } from '../ports.ts';
import type { ReceiptRecord } from '../ports/changes.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import { receiptsOf } from './receipt-rows.ts';
import { returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';

/** The order as it was, and when it became another. */
export interface Told {
  shop: Shop;
  before: OrderRows;
  at: Date;
}

/**
 * Tells the shop's own systems what an order became by a change, and of its receipt; of a return
 * each turn it has taken, in order.
 */
export async function tellReceipt(
  tx: Kysely<Database>,
  read: OrderReader,
  { shop, before, at }: Told,
  receipt: string,
  turns?: readonly ReturnTurn[],
): Promise<ReceiptRecord> {
  const { id } = before.order;
  const rows = (await read(shop.id, id, tx)) ?? before;
  const after = orderOf(rows);
  const found = (await receiptsOf(tx, shop.id, id)).find((each) => each.id === receipt)!;
  const news = [...orderNews(orderOf(before), after)];
  if (found.return === undefined) news.push(...receiptNews(after, found));
  else news.push(...(await newsOfReturn(tx, shop.id, after, found, found.return, turns)));
  await tell(tx, shop, news, at);
  return found;
}

async function newsOfReturn(
  tx: Kysely<Database>,
  shop: string,
  order: OrderRecord,
  receipt: ReceiptRecord,
  id: string,
  turns: readonly ReturnTurn[] | undefined,
) {
  const row = await tx
    .selectFrom('returns')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const record = returnOf(row);
  return (turns ?? [record.state]).flatMap((turn) => returnNews(order, record, receipt, turn));
}

/** Tells that somebody at the shop has to move this money. */
export const tellMoney = (
  tx: Kysely<Database>,
  { shop, before, at }: Told,
  receipt: ReceiptsTable,
  move: MoneyMovesTable,
  reason: string | undefined,
): Promise<void> => tell(tx, shop, moneyNews(orderOf(before), factsOf(receipt, move, reason)), at);

const factsOf = (
  { return_id }: ReceiptsTable,
  move: MoneyMovesTable,
  reason: string | undefined,
): MoneyFacts => ({
  id: move.id,
  receipt: move.receipt_id,
  ...(return_id !== null && { return: return_id }),
  kind: move.kind,
  ...(move.method_id !== null && { method: move.method_id }),
  label: move.label,
  ...(move.last_four !== null && { lastFour: move.last_four }),
  ...(move.reference !== null && { reference: move.reference }),
  amount: { amount: move.amount, currency: move.currency },
  ...(reason !== undefined && { reason }),
});
