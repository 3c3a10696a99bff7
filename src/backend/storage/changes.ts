import type { Kysely } from 'kysely';
import type { Change } from '../../domain/changes/changes.ts';
import type { ReturnTurn } from '../../domain/money/settling-news.ts';
import type { Shop } from '../ports.ts';
import type { ChangeStore, Written } from '../ports/changes.ts';
import { keepAnswer } from './answers.ts';
import { receiptRow, returnRow } from './change-rows.ts';
import type { ReceiptsTable } from './change-tables.ts';
import { isReturn, writeChange } from './change-writes.ts';
import { returnNumbered, returnsIn } from './found-returns.ts';
import { heldOf } from './held-orders.ts';
import { holdingOrder } from './order-hold.ts';
import type { OrderReader } from './order-reader.ts';
import { changeOf, orderOf, type OrderRows } from './order-rows.ts';
import { closeReturn, moveReturn } from './moved-returns.ts';
import { approveReceipt, refuseReceipt, reviewsOf } from './reviewed-changes.ts';
import { receiptsOf, receiptsNamed } from './receipt-rows.ts';
import { endByHand, receiptsByHand, refundsByHand } from './refunds-by-hand.ts';
import { keepLabel, labelFailed, labelsDue } from './return-labels.ts';
import { claimReminder, settleReminder } from './return-reminders.ts';
import { returnOf, returnsOf } from './return-rows.ts';
import type { Database } from './schema.ts';
import { rewriteReturn } from './sold-out.ts';
import { noteAudit } from './staff-rows.ts';
import { tellReceipt, type Told } from './told-receipts.ts';
import { undoReceipt } from './undone-changes.ts';
import { useUploads } from './used-uploads.ts';
import { chooseUntil, unchosen } from './waiting-returns.ts';

/** What is done to orders, with its receipts. One order is changed by one at a time. */
export function createChangeStore(db: Kysely<Database>, read: OrderReader): ChangeStore {
  const holding = (tx: Kysely<Database>, shop: Shop, order: string) =>
    holdingOrder(tx, read, shop.id, order);

  /** Tells the shop's own systems of what the order became, and answers with the receipt. */
  async function written(
    tx: Kysely<Database>,
    told: Told,
    receipt: string,
    turns?: readonly ReturnTurn[],
  ): Promise<Written> {
    return {
      receipt: await tellReceipt(tx, read, told, receipt, turns),
      order: changeOf(told.before),
    };
  }

  return {
    async look(shop, order, beside) {
      const rows = await read(shop, order);
      return rows && heldOf(db, rows, beside);
    },

    write: (shop, order, wish, decide) =>
      db.transaction().execute(async (tx) => {
        const rows = await holding(tx, shop, order);
        if (!rows) return undefined;
        const held = await heldOf(tx, rows, wish);
        const change = decide(held);
        if ('refused' in change) return change;
        const told = { shop, before: rows, at: wish.at };
        const receipt = await writeChange(tx, told, held, change, wish);
        const { id } = receipt;
        await useUploads(tx, shop.id, held.uploads);
        if (change.order && !change.review)
          await rememberAfter(tx, shop.id, id, await read(shop.id, order, tx));
        const turns = await turnsOf(tx, told, receipt, change);
        const result = await written(tx, told, id, turns);
        if (wish.audit) await noteAudit(tx, wish.audit(change));
        await keepAnswer(tx, wish.keep, result);
        return result;
      }),

    receipts: (shop, order) => receiptsOf(db, shop, order),

    returns: (shop, order) => returnsOf(db, shop, order),

    returnsIn: (shop, wanted) => returnsIn(db, shop, wanted),

    async return(shop, id) {
      const row = await returnRow(db, shop, id);
      return row && returnOf(row);
    },

    moveReturn: (shop, id, to, moment) =>
      db.transaction().execute(async (tx) => {
        const found = await returnRow(tx, shop.id, id);
        const rows = found && (await holding(tx, shop, found.order_id));
        // read once more: somebody may have moved it while we waited for its order
        const row = rows && (await returnRow(tx, shop.id, id));
        if (!rows || !row) return undefined;
        const states = await moveReturn(tx, rows, row, to, moment);
        if ('refused' in states) return states;
        const told = { shop, before: rows, at: moment.at };
        const { receipt, order } = await written(tx, told, row.receipt_id, states);
        const moved = returnOf((await returnRow(tx, shop.id, id))!);
        const result = { return: moved, receipt, order };
        if (moment.audit) await noteAudit(tx, moment.audit);
        await keepAnswer(tx, moment.keep, result);
        return result;
      }),

    returnNumbered: (shop, number) => returnNumbered(db, shop, number),

    reviews: (shop, most) => reviewsOf(db, shop, most),

    review: (shop, id, agreed, at) =>
      db.transaction().execute(async (tx) => {
        const receipt = await receiptRow(tx, shop.id, id);
        const rows = receipt && (await holding(tx, shop, receipt.order_id));
        if (!rows) return undefined;
        const told = { shop, before: rows, at };
        const refused = await (agreed
          ? approveReceipt(tx, read, told, id)
          : refuseReceipt(tx, shop, id));
        if (refused) return refused;
        if (agreed) await rememberAfter(tx, shop.id, id, await read(shop.id, rows.order.id, tx));
        return written(tx, told, id);
      }),

    refunds: (shop, most) => receiptsByHand(db, shop, most),

    refunded: (shop, id, at) =>
      db.transaction().execute(async (tx) => {
        const receipt = await receiptRow(tx, shop.id, id);
        const before = receipt && (await holding(tx, shop, receipt.order_id));
        if (!before) return undefined;
        const owed = await refundsByHand(tx, shop.id).where('receipt_id', '=', id).execute();
        if (owed.length === 0) return { refused: 'nothing_to_refund' };
        for (const move of owed) await endByHand(tx, read, { shop, before, at }, move);
        const [moved] = await receiptsNamed(tx, shop.id, [receipt]);
        return moved && { receipt: moved, order: changeOf(before) };
      }),

    keepLabel: (shop, id, label) => keepLabel(db, shop, id, label),

    labelsDue: (now, most) => labelsDue(db, now, most),

    labelFailed: (shop, id, failed) =>
      db.transaction().execute((tx) => labelFailed(tx, read, shop, id, failed)),

    unchosen: (now, most) => unchosen(db, now, most),

    chooseUntil: (of, until) => chooseUntil(db, of, until),

    claimReminder: (lease) => claimReminder(db, lease),

    settleReminder: (taken, again) => settleReminder(db, taken, again),

    undo: (shop, id, { at, audit, keep }) =>
      db.transaction().execute(async (tx) => {
        const receipt = await receiptRow(tx, shop.id, id);
        const rows = receipt && (await holding(tx, shop, receipt.order_id));
        if (!rows) return undefined;
        const refused = await undoReceipt(tx, rows, id, at);
        if (refused) return refused;
        const result = await written(tx, { shop, before: rows, at }, id);
        if (audit) await noteAudit(tx, audit);
        await keepAnswer(tx, keep, result);
        return result;
      }),
  };
}

/** What a return that was chosen again comes to; undefined: what is told is the state it is in. */
async function turnsOf(
  tx: Kysely<Database>,
  told: Told,
  receipt: ReceiptsTable,
  change: Change,
): Promise<ReturnTurn[] | undefined> {
  if (isReturn(change) && change.again !== undefined) {
    await rewriteReturn(tx, receipt, change.again, change.return.lines);
    return ['chosen', ...(await closeReturn(tx, told, change.again))];
  }
  // what is sent at once is agreed to once its price is held
  return change.hold && [];
}

/** Undo compares it with what is read then, so it is kept as it is read. */
async function rememberAfter(
  tx: Kysely<Database>,
  shop: string,
  receipt: string,
  rows: OrderRows | undefined,
): Promise<void> {
  if (!rows) return;
  await tx
    .updateTable('receipts')
    .set({ after: JSON.stringify(orderOf(rows)) })
    .where('shop_id', '=', shop)
    .where('id', '=', receipt)
    .where('before', 'is not', null)
    .execute();
}
