import { sql, type Kysely } from 'kysely';
import { inPieces, purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

const SENDINGS_AT_ONCE = 500;

/** Forgets carriers' news whose time is over and sendings whose order never came. */
export async function purgeNews(
  db: Kysely<Database>,
  now: string,
  forgetBefore: string,
  signal?: AbortSignal,
): Promise<number> {
  const news = {
    table: 'carrier_news',
    key: ['shop_id', 'number_key', 'order_key', 'news_key'],
    where: sql<boolean>`expires_at <= ${now}`,
  } as const;
  return (await purgeRows(db, news, signal)) + (await purgeSendings(db, forgetBefore, signal));
}

/** Of an order that came, sendings stay for good: so all are gone through, a piece at a time. */
function purgeSendings(
  db: Kysely<Database>,
  forgetBefore: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const key = sql`(shop_id, order_id, id)`;
  let after: readonly [string, string, string] = ['', '', ''];
  return inPieces(async () => {
    const piece = db
      .selectFrom('told_sendings')
      .select(['shop_id', 'order_id', 'id'])
      .where(sql<boolean>`${key} > (${sql.join(after)})`)
      .orderBy('shop_id')
      .orderBy('order_id')
      .orderBy('id')
      .limit(SENDINGS_AT_ONCE);
    const rows = await piece.execute();
    const last = rows.at(-1);
    if (!last) return { gone: 0, isLast: true };
    const { numDeletedRows } = await db
      .deleteFrom('told_sendings')
      .where(sql<boolean>`${key} in ${piece}`)
      // a version begins with the moment the sending became so
      .where('version', '<', forgetBefore)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('orders')
              .select('orders.id')
              .whereRef('orders.shop_id', '=', 'told_sendings.shop_id')
              .whereRef('orders.id', '=', 'told_sendings.order_id'),
          ),
        ),
      )
      .executeTakeFirst();
    after = [last.shop_id, last.order_id, last.id];
    return { gone: Number(numDeletedRows), isLast: rows.length < SENDINGS_AT_ONCE };
  }, signal);
}
