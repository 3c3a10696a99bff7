import type { Kysely } from 'kysely';
import type { EditRequest } from '../../contract/edits.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { ReportRecord } from '../../domain/reports/reports.ts';
import type { ReceiptRecord, ReviewRefusal } from '../ports/changes.ts';
import { isKeptHere, methodsOf } from './balances.ts';
import { movesOf, receiptRow } from './change-rows.ts';
import type { ReceiptsTable } from './change-tables.ts';
import { writeOrder } from './changed-orders.ts';
import { ownAddress } from './customer-address.ts';
import { chunks } from './dialect.ts';
import { moveOf } from './move-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf } from './order-rows.ts';
import { dropPlanned, movePlanned } from './planned-moves.ts';
import { receiptsNamed } from './receipt-rows.ts';
import type { Database } from './schema.ts';
import { moveStock } from './stock.ts';
import type { Told } from './told-receipts.ts';
import { isSame, stockBack } from './undone-changes.ts';

type Request<Kind> = Extract<EditRequest, { kind: Kind }>;
type Refused = { refused: ReviewRefusal };

/** Does what was asked for, as it was decided then. Whoever calls holds the order. */
export async function approveReceipt(
  tx: Kysely<Database>,
  read: OrderReader,
  told: Told,
  id: string,
): Promise<Refused | undefined> {
  const { before: rows, at } = told;
  const { shop_id, id: order_id } = rows.order;
  const receipt = await receiptRow(tx, shop_id, id);
  if (!isInReview(receipt)) return { refused: 'review_over' };
  const [was, wanted] = [receipt.before, receipt.after].map((text): OrderRecord =>
    JSON.parse(text),
  );
  if (!was || !wanted || !isSame(orderOf(rows), was)) return { refused: 'order_changed' };
  const stock = [...stockBack(wanted, was), ...sentAgain(receipt, was)];
  if (!(await isOnShelf(tx, shop_id, stock))) return { refused: 'variant_unavailable' };
  const owed = await owedBy(tx, rows.order.customer_id, receipt);
  if (!owed.isThere) return { refused: 'insufficient_balance' };

  await moveStock(tx, shop_id, stock);
  await writeOrder(tx, rows, { ...wanted, payments: was.payments });
  const changed = await read(shop_id, order_id, tx);
  if (changed) await movePlanned(tx, changed, receipt, at.toISOString());
  const { address, remember }: Partial<Request<'address'>> = JSON.parse(receipt.request);
  if (address && remember) await ownAddress(tx, told, address);
  const isOwed = owed.elsewhere && receipt.pay_by !== null;
  const kept = { before: receipt.before, after: receipt.after, pay_by: payBy(receipt, at) };
  await tx
    .updateTable('receipts')
    .set(isOwed ? { state: 'awaiting_payment', ...kept } : { state: 'done', ...nothingKept })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
  return undefined;
}

/** Nothing was done, and nothing will be. */
export async function refuseReceipt(
  tx: Kysely<Database>,
  shop: { id: string },
  id: string,
): Promise<Refused | undefined> {
  const receipt = await receiptRow(tx, shop.id, id);
  if (!isInReview(receipt)) return { refused: 'review_over' };
  await dropPlanned(tx, receipt);
  await tx
    .updateTable('receipts')
    .set({ state: 'refused', ...nothingKept })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
  return undefined;
}

/** Those of cancellations, edits and reports: a return has a life of its own. */
export async function reviewsOf(
  db: Kysely<Database>,
  shop: string,
  most: number,
): Promise<ReceiptRecord[]> {
  const rows = await db
    .selectFrom('receipts')
    .select(['id', 'order_id'])
    .where('shop_id', '=', shop)
    .where('state', '=', 'in_review')
    .where('return_id', 'is', null)
    .orderBy('at')
    .limit(most)
    .execute();
  return receiptsNamed(db, shop, rows);
}

const nothingKept = { before: null, after: null, pay_by: null, undo_until: null };

/** What a report asks to be sent once more. */
function sentAgain({ report }: ReceiptsTable, { lines: bought }: OrderRecord) {
  const { resolution, lines }: Pick<ReportRecord, 'resolution' | 'lines'> =
    report === null ? { lines: [] } : JSON.parse(report);
  if (resolution !== 'resend' && resolution !== 'replace') return [];
  const variants = new Map(bought.map(({ id, variant }) => [id, variant]));
  return lines.flatMap(({ line, quantity }) => {
    const variant = variants.get(line);
    return variant === undefined ? [] : { variant, by: -quantity };
  });
}

const isInReview = (
  receipt: ReceiptsTable | undefined,
): receipt is ReceiptsTable & { before: string; after: string } =>
  receipt?.state === 'in_review' && receipt.before !== null && receipt.after !== null;

/** As long from now as it was from the asking. */
const payBy = ({ pay_by, at: asked }: ReceiptsTable, at: Date): string | null =>
  pay_by && new Date(at.getTime() + Date.parse(pay_by) - Date.parse(asked)).toISOString();

async function isOnShelf(
  tx: Kysely<Database>,
  shop: string,
  stock: readonly { variant: string; by: number }[],
): Promise<boolean> {
  const needed = new Map(
    stock.flatMap(({ variant, by }) => (by < 0 ? [[variant, -by] as const] : [])),
  );
  for (const some of chunks([...needed.keys()].map((id) => ({ id })))) {
    const ids = some.map(({ id }) => id);
    const rows = await tx
      .selectFrom('variants')
      .select(['id', 'stock'])
      .where('shop_id', '=', shop)
      .where('id', 'in', ids)
      .execute();
    if (rows.some((row) => row.stock !== null && row.stock < (needed.get(row.id) ?? 0)))
      return false;
  }
  return true;
}

/** Whether balances cover what is to be paid with them, and whether a provider has to be asked. */
async function owedBy(tx: Kysely<Database>, customer: string | null, receipt: ReceiptsTable) {
  const methods = customer === null ? [] : await methodsOf(tx, receipt.shop_id, customer);
  const moves = await movesOf(tx, receipt.shop_id, receipt.id);
  const owed = moves.filter(({ amount, state }) => amount < 0 && state === 'planned');
  const here = owed.filter((move) => isKeptHere(moveOf(move), customer, methods));
  const isThere = methods.every(({ id, kind, balance }) => {
    const used = here
      .filter((move) => (kind === 'store_credit' ? move.kind === kind : move.method_id === id))
      .reduce((sum, { amount }) => sum - amount, 0);
    return used <= (balance?.amount ?? used);
  });
  return { isThere, elsewhere: here.length < owed.length };
}
