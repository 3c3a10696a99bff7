import type { Kysely } from 'kysely';
import { forgetNews } from './forgotten-news.ts';
import type { Database } from './schema.ts';

/**
 * Takes an order away with all that was done to it. Its ledger keeps its sums, and money that is on its
 * way goes on, neither of which order. Sendings that were told by themselves wait whether the order is
 * told again, as those that come before it do: the end must not depend on what comes first. They go
 * when it has not come in time.
 */
export async function forgetOrder(tx: Kysely<Database>, shop: string, id: string): Promise<void> {
  await leaveMoves(tx, shop, id);
  for (const table of ['receipts', 'money_moves', 'returns'] as const)
    await tx.deleteFrom(table).where('shop_id', '=', shop).where('order_id', '=', id).execute();
  await tx
    .updateTable('ledger_entries')
    .set({ order_id: '' })
    .where('shop_id', '=', shop)
    .where('order_id', '=', id)
    .execute();
  await forgetNews(tx, shop, { order: id });
  await tx.deleteFrom('orders').where('shop_id', '=', shop).where('id', '=', id).execute();
}

/**
 * What is being given back is still owed. What is being charged is not asked for any more; where it goes
 * well after all it is given back, as that of a charge that was given up.
 */
async function leaveMoves(tx: Kysely<Database>, shop: string, order: string): Promise<void> {
  const moves = () =>
    tx.updateTable('money_moves').where('shop_id', '=', shop).where('order_id', '=', order);
  const nameless = { order_id: '', label: '', last_four: null, method_id: null };
  await moves()
    .set({ ...nameless, state: 'undone', due_at: null })
    .where('what', '=', 'charge')
    .where('state', '=', 'moving')
    .execute();
  const owed = await moves()
    .set(nameless)
    .where('what', 'not in', ['charge', 'hold'])
    .where('state', '=', 'moving')
    .where('due_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('receipts')
            .select('receipts.id')
            .whereRef('receipts.shop_id', '=', 'money_moves.shop_id')
            .whereRef('receipts.id', '=', 'money_moves.receipt_id')
            .where('receipts.state', '=', 'awaiting_payment'),
        ),
      ),
    )
    .returning('receipt_id')
    .execute();
  const receipts = owed.map(({ receipt_id }) => receipt_id);
  // what ends a hold asks for it by its name
  if (receipts.length > 0)
    await moves()
      .set(nameless)
      .where('what', '=', 'hold')
      .where('receipt_id', 'in', receipts)
      .execute();
}
