import type { Kysely } from 'kysely';
import type { ChangeStore, StoredReturn } from '../ports/changes.ts';
import { returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';

/** A shop's returns, the oldest first: those in these states, or that wait for a label. */
export async function returnsIn(
  db: Kysely<Database>,
  shop: string,
  { states, withoutLabel, most }: Parameters<ChangeStore['returnsIn']>[1],
): Promise<StoredReturn[]> {
  let query = db
    .selectFrom('returns')
    .selectAll()
    .where('shop_id', '=', shop)
    .orderBy('created_at')
    .limit(most);
  if (states) query = query.where('state', 'in', states);
  if (withoutLabel)
    query = query.where('state', '=', 'approved').where('label_failed', 'is not', null);
  return (await query.execute()).map(returnOf);
}

export async function returnNumbered(
  db: Kysely<Database>,
  shop: string,
  number: string,
): Promise<StoredReturn | undefined> {
  const row = await db
    .selectFrom('returns')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && returnOf(row);
}
