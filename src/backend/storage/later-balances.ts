import type { Kysely } from 'kysely';
import type { CustomerRow } from '../../contract/import.ts';
import { addedTo } from '../../domain/money/later-balances.ts';
import type { Database } from './schema.ts';

/**
 * Customers as they are told, with what was put on their gift cards here, or paid with them, since they
 * became so: a balance that is told late is no balance of now.
 */
export async function withLaterBalances(
  tx: Kysely<Database>,
  shop: string,
  rows: readonly CustomerRow[],
): Promise<CustomerRow[]> {
  const told: CustomerRow[] = [];
  for (const row of rows) {
    const { updatedAt, paymentMethods } = row;
    const isTold = paymentMethods?.some(({ kind, balance }) => kind === 'gift_card' && balance);
    const added =
      updatedAt !== undefined && isTold ? await addedSince(tx, shop, row.id, updatedAt) : undefined;
    if (!added?.size) told.push(row);
    else
      told.push({
        ...row,
        paymentMethods: paymentMethods?.map((method) => {
          const { balance } = method;
          const more = added.get(method.id);
          if (!balance || more === undefined) return method;
          return { ...method, balance: { ...balance, amount: Math.max(0, balance.amount + more) } };
        }),
      });
  }
  return told;
}

async function addedSince(
  tx: Kysely<Database>,
  shop: string,
  customer: string,
  since: string,
): Promise<Map<string, number>> {
  const entries = await tx
    .selectFrom('ledger_entries')
    .select(['receipt_id as receipt', 'amount'])
    .where('shop_id', '=', shop)
    // so the books of these orders are read, and not all of the shop's
    .where('order_id', 'in', (it) =>
      it
        .selectFrom('orders')
        .select('orders.id')
        .where('orders.shop_id', '=', shop)
        .where('orders.customer_id', '=', customer),
    )
    .where('account', '=', 'payments:gift_card')
    .where('at', '>', since)
    .orderBy('at')
    .execute();
  if (entries.length === 0) return new Map();
  const moves = await tx
    .selectFrom('money_moves')
    .select(['receipt_id', 'method_id', 'amount'])
    .where('shop_id', '=', shop)
    .where('receipt_id', 'in', [...new Set(entries.map(({ receipt }) => receipt))])
    .where('kind', '=', 'gift_card')
    .where('what', 'in', ['refund', 'charge'])
    .execute();
  return addedTo(
    entries,
    moves.flatMap(({ receipt_id: receipt, method_id: method, amount }) =>
      method === null ? [] : { receipt, method, amount },
    ),
  );
}
