import type { Kysely } from 'kysely';
import { later } from '../../domain/identity/identity.ts';
import { isCarried, labelLease } from '../../domain/returns/label-tries.ts';
import type { ReturnChange, ReturnRecord } from '../../domain/returns/returns.ts';
import type { StoredReturn } from '../ports/changes.ts';
import type { ReceiptsTable, ReturnsTable } from './change-tables.ts';
import type { OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';

/** What of a return changes only where its goods are sold out. */
export type ReturnBody = Pick<ReturnRecord, 'lines' | 'method' | 'gift' | 'instant'>;

/** Begins a return; its number is the order's with how many there were behind it. */
export async function writeReturn(
  tx: Kysely<Database>,
  { order }: OrderRows,
  receipt: ReceiptsTable,
  { return: made }: ReturnChange,
  { giftTo, language }: { giftTo: string | undefined; language: string | null },
): Promise<void> {
  const { shop_id, id: order_id } = order;
  const { state, expiresAt, remindAt, ...body } = made;
  const before = await tx
    .selectFrom('returns')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', order_id)
    .executeTakeFirstOrThrow();
  const id = `ret_${crypto.randomUUID()}`;
  await tx
    .insertInto('returns')
    .values({
      ...{ shop_id, id, order_id, state, receipt_id: receipt.id, created_at: receipt.at },
      number: `${order.number.replace(/^#/, '')}-${Number(before.count) + 1}`,
      expires_at: expiresAt ?? null,
      body: JSON.stringify(body satisfies ReturnBody),
      gift_to: giftTo ?? null,
      ...{ label: null, label_tries: null, label_failed: null, refused_why: null },
      ...{ number_key: null, news: null, language, choose_by: null },
      remind_at: remindAt ?? null,
      label_due_at: labelDue({ state, method: made.method }, receipt.at),
      events: JSON.stringify([{ state, at: receipt.at }]),
    })
    .execute();
  await tx
    .updateTable('receipts')
    .set({ return_id: id })
    .where('shop_id', '=', shop_id)
    .where('id', '=', receipt.id)
    .execute();
}

/** Nobody may be there to ask for it at once: then it is asked for so much later. */
export const labelDue = (
  { state, method }: Pick<StoredReturn, 'state' | 'method'>,
  at: string,
): string | null =>
  state === 'approved' && isCarried(method) ? later(new Date(at), labelLease) : null;

/** Returns of an order, the newest first. */
export async function returnsOf(
  db: Kysely<Database>,
  shop: string,
  order: string,
): Promise<StoredReturn[]> {
  const rows = await db
    .selectFrom('returns')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(returnOf);
}

export const returnOf = (row: ReturnsTable): StoredReturn => ({
  ...(JSON.parse(row.body) as ReturnBody),
  id: row.id,
  order: row.order_id,
  number: row.number,
  state: row.state,
  createdAt: row.created_at,
  receipt: row.receipt_id,
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  ...(row.choose_by !== null && { chooseBy: row.choose_by }),
  ...(row.gift_to !== null && { giftTo: row.gift_to }),
  ...(row.label !== null && { label: JSON.parse(row.label) }),
  ...(row.label_tries !== null && { labelTries: row.label_tries }),
  ...(row.label_failed !== null && { labelFailed: row.label_failed }),
  ...(row.language !== null && { language: row.language }),
  ...(row.news !== null && { news: JSON.parse(row.news) }),
  ...(row.refused_why !== null && { refusedWhy: row.refused_why }),
  events: JSON.parse(row.events),
});
