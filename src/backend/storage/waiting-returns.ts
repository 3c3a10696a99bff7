import type { Kysely } from 'kysely';
import type { WaitingReturn } from '../../domain/returns/choosing.ts';
import { receiptRow, returnRow } from './change-rows.ts';
import { returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';

/** A return that waits for a choice, with what was asked for when it began. */
export async function waitingOf(
  db: Kysely<Database>,
  shop: string,
  id: string,
): Promise<(WaitingReturn & { receipt: string }) | undefined> {
  const row = await returnRow(db, shop, id);
  if (!row || row.choose_by === null) return undefined;
  const receipt = (await receiptRow(db, shop, row.receipt_id))!;
  const { lines } = returnOf(row);
  const request: WaitingReturn['request'] = JSON.parse(receipt.request);
  return { id, createdAt: row.created_at, lines, request, receipt: receipt.id };
}

/** Those whose time to choose is over, the longest due first. */
export const unchosen = (db: Kysely<Database>, now: string, most: number) =>
  db
    .selectFrom('returns')
    .select(['shop_id as shop', 'order_id as order', 'id'])
    .where('choose_by', '<=', now)
    .orderBy('choose_by')
    .limit(most)
    .execute();

export async function chooseUntil(
  db: Kysely<Database>,
  { shop, id }: { shop: string; id: string },
  choose_by: string,
): Promise<void> {
  await db
    .updateTable('returns')
    .set({ choose_by })
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .where('choose_by', 'is not', null)
    .execute();
}
