import type { ExpressionBuilder, Kysely } from 'kysely';
import type { MoneyNews } from '../ports.ts';
import type { MoneyStore } from '../ports/money.ts';
import { claimableMoves, claimedOf } from './claimed-moves.ts';
import { refundOf } from './move-rows.ts';
import { holdingOrder } from './order-hold.ts';
import type { OrderReader } from './order-reader.ts';
import type { Database } from './schema.ts';
import { endMove, moveTheRest, settledColumns } from './settled-moves.ts';

/** Somebody has asked and waits for the answer. */
const ASKED = 'asked';

const isAbout =
  ({ reference, key }: MoneyNews) =>
  (it: ExpressionBuilder<Database, 'money_moves'>) =>
    it.or([it('moved_as', '=', reference), ...(key === undefined ? [] : [it('id', '=', key)])]);

/** Money that is to move. A row is claimed by one statement, whoever else tries. */
export function createMoneyStore(db: Kysely<Database>, read: OrderReader): MoneyStore {
  return {
    async claim({ now, until, most }) {
      const rows = await db
        .with('free', () => claimableMoves(db, now, most))
        .updateTable('money_moves')
        .set((it) => ({ due_at: until, result: ASKED, attempts: it('attempts', '+', 1) }))
        .where('id', 'in', (it) => it.selectFrom('free').select('free.id'))
        // asked again: somebody else may have taken it, or taken it back, between the two
        .where('due_at', '<=', now)
        .where('state', '=', 'moving')
        .returningAll()
        .execute();
      return claimedOf(db, rows);
    },

    settle: (shop, id, lease, settled, at) =>
      db.transaction().execute(async (tx) => {
        const found = await tx
          .selectFrom('money_moves')
          .selectAll()
          .where('shop_id', '=', shop.id)
          .where('id', '=', id)
          .executeTakeFirst();
        if (!found) return undefined;
        const before = await holdingOrder(tx, read, shop.id, found.order_id);
        const row = await tx
          .updateTable('money_moves')
          .set(settledColumns(found, settled, at))
          .where('shop_id', '=', shop.id)
          .where('id', '=', id)
          .where('state', '=', 'moving')
          .where('due_at', '=', lease)
          .returning('id')
          .executeTakeFirst();
        if (!row) return undefined;
        const customer = before?.order.customer_id ?? null;
        const order = { id: found.order_id, customers: customer === null ? [] : [customer] };
        // the order was erased: what is left of it is what is still to be given back
        if (!before && settled.state === 'done' && found.what === 'refund')
          await moveTheRest(tx, found, settled.amount, at.toISOString());
        if (settled.state === 'moving' || !before) return { order };
        const so = await endMove(tx, read, { shop, before, at }, found, settled);
        return { order, ...(so && { so }) };
      }),

    async wake(shop, news, now) {
      const woken = await db
        .updateTable('money_moves')
        .set({ due_at: now })
        .where('shop_id', '=', shop)
        .where('state', '=', 'moving')
        .where('due_at', '>', now)
        .where('result', '!=', ASKED)
        .where(isAbout(news))
        .executeTakeFirst();
      return woken.numUpdatedRows > 0n;
    },

    async reopen(shop, news, now) {
      const reopened = await db
        .updateTable('money_moves')
        .set({ state: 'moving', due_at: now })
        .where('shop_id', '=', shop)
        .where('what', '=', 'refund')
        .where('state', '=', 'done')
        .where('moved_as', '=', news.reference)
        .executeTakeFirst();
      return reopened.numUpdatedRows > 0n;
    },

    async giveBack(shop, news, amount, now) {
      const charge = await db
        .selectFrom('money_moves')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('what', '=', 'charge')
        .where('state', 'in', ['failed', 'undone'])
        .where(isAbout(news))
        .executeTakeFirst();
      if (!charge) return false;
      const made = await db
        .insertInto('money_moves')
        .values({
          ...refundOf({ ...charge, moved_as: news.reference, amount: -amount }, now),
          id: `${charge.id}_back`,
        })
        .onConflict((conflict) => conflict.columns(['shop_id', 'id']).doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async hurry(now) {
      const hurried = await db
        .updateTable('money_moves')
        .set({ due_at: now })
        .where('what', '=', 'charge')
        .where('state', '=', 'moving')
        .where('due_at', '>', now)
        .where('attempts', '>', 0)
        .where('result', '!=', ASKED)
        .where('receipt_id', 'in', (it) =>
          it
            .selectFrom('receipts')
            .select('receipts.id')
            .where('receipts.state', '=', 'awaiting_payment')
            .where('receipts.pay_by', '<=', now),
        )
        .executeTakeFirst();
      return Number(hurried.numUpdatedRows);
    },

    expired: (now, most) =>
      db
        .selectFrom('returns')
        .select(['shop_id as shop', 'id'])
        .where('expires_at', '<=', now)
        .where('state', 'in', ['approved', 'label_sent'])
        .orderBy('expires_at')
        .limit(most)
        .execute(),

    async release(now) {
      const released = await db
        .updateTable('money_moves')
        .set({ due_at: now })
        .where('state', '=', 'moving')
        .where('result', '=', ASKED)
        .executeTakeFirst();
      return Number(released.numUpdatedRows);
    },
  };
}
