import type { Kysely } from 'kysely';
import type { ReturnRequest } from '../../contract/returns.ts';
import { receiptRow } from './change-rows.ts';
import { forgetNews } from './forgotten-news.ts';
import { dropPlanned } from './planned-moves.ts';
import type { ReturnBody } from './return-rows.ts';
import type { Database } from './schema.ts';

/** In the place of somebody who is not known any more: a return of theirs is still not the giver's. */
const NOBODY = '';

/**
 * Takes who was given a present out of the returns they made of it. The order is its giver's, and stays;
 * credit that nobody is there to be given any more never moves.
 */
export async function forgetGifts(
  tx: Kysely<Database>,
  shop: string,
  who: readonly string[],
): Promise<void> {
  const given = await tx
    .selectFrom('returns')
    .select(['id', 'order_id', 'body', 'receipt_id'])
    .where('shop_id', '=', shop)
    .where('gift_to', 'in', who)
    .execute();
  for (const { id, order_id, body, receipt_id } of given) {
    const { lines, ...rest }: ReturnBody = JSON.parse(body);
    await tx
      .updateTable('returns')
      .set({
        body: JSON.stringify({ ...rest, lines: lines.map(unsaid) } satisfies ReturnBody),
        ...{ gift_to: NOBODY, label: null, language: null, choose_by: null, remind_at: null },
      })
      .where('shop_id', '=', shop)
      .where('id', '=', id)
      .execute();
    const receipt = (await receiptRow(tx, shop, receipt_id))!;
    const request: ReturnRequest = JSON.parse(receipt.request);
    await tx
      .updateTable('receipts')
      .set({ request: JSON.stringify({ ...request, lines: request.lines.map(unsaid) }) })
      .where('shop_id', '=', shop)
      .where('id', '=', receipt_id)
      .execute();
    await dropPlanned(tx, receipt);
    await forgetNews(tx, shop, { order: order_id });
  }
}

/** Without what they said of it in their own words, and their pictures. */
const unsaid = <Line extends { note?: unknown; photos?: unknown; answers?: unknown }>({
  note: _,
  photos: __,
  answers: ___,
  ...line
}: Line) => line;
