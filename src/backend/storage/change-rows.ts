import type { Kysely } from 'kysely';
import type { ReceiptsTable, ReturnsTable } from './change-tables.ts';
import { forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';

export const receiptRow = (
  db: Kysely<Database>,
  shop: string,
  id: string,
): Promise<ReceiptsTable | undefined> =>
  db
    .selectFrom('receipts')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();

export const returnRow = (
  db: Kysely<Database>,
  shop: string,
  id: string,
): Promise<ReturnsTable | undefined> =>
  db
    .selectFrom('returns')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();

/** Money of a receipt, and what is held for it, until the transaction ends ours alone. */
export const movesOf = (tx: Kysely<Database>, shop: string, receipt: string) =>
  forUpdate(
    tx,
    tx
      .selectFrom('money_moves')
      .selectAll()
      .where('shop_id', '=', shop)
      .where('receipt_id', '=', receipt)
      .orderBy('nth')
      .orderBy('id'),
  ).execute();
