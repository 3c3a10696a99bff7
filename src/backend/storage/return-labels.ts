import type { Kysely } from 'kysely';
import { trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import { labelNews } from '../../domain/money/settling-news.ts';
import type { OrderChange, Shop } from '../ports.ts';
import type { ChangeStore, ReturnLabel } from '../ports/changes.ts';
import { returnRow } from './change-rows.ts';
import { holdingOrder } from './order-hold.ts';
import type { OrderReader } from './order-reader.ts';
import { changeOf, orderOf } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import { receiptsNamed } from './receipt-rows.ts';
import { returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';

type Failed = Parameters<ChangeStore['labelFailed']>[2];

/** Keeps what a carrier made for the way back. */
export async function keepLabel(
  db: Kysely<Database>,
  shop: string,
  id: string,
  label: ReturnLabel,
): Promise<void> {
  await db
    .updateTable('returns')
    .set({
      ...{ label: JSON.stringify(label), label_due_at: null, label_failed: null },
      number_key: trackingNumberKey(label.tracking),
    })
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .execute();
}

export const labelsDue = (db: Kysely<Database>, now: string, most: number) =>
  db
    .selectFrom('returns')
    .select(['shop_id as shop', 'id'])
    .where('label_due_at', '<=', now)
    .where('state', '=', 'approved')
    .orderBy('label_due_at')
    .limit(most)
    .execute();

/** Keeps that there is none; the shop's own systems are told once nobody asks for it any more. */
export async function labelFailed(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  id: string,
  { reason, at, again }: Failed,
): Promise<OrderChange | undefined> {
  const found = await returnRow(tx, shop.id, id);
  const rows = found && (await holdingOrder(tx, read, shop.id, found.order_id));
  const row = rows && (await returnRow(tx, shop.id, id));
  if (!rows || row?.state !== 'approved' || row.label !== null) return undefined;
  await tx
    .updateTable('returns')
    .set({
      label_due_at: again ?? null,
      label_tries: (row.label_tries ?? 0) + 1,
      label_failed: again === undefined ? reason : null,
    })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
  if (again === undefined) {
    const [receipt] = await receiptsNamed(tx, shop.id, [{ ...row, id: row.receipt_id }]);
    const failed = returnOf({ ...row, label_failed: reason });
    if (receipt) await tell(tx, shop, labelNews(orderOf(rows), failed, receipt), at);
  }
  return changeOf(rows);
}
