import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Forgets carriers' news whose time is over and sendings whose order never came. */
export async function purgeNews(
  db: Kysely<Database>,
  now: string,
  forgetBefore: string,
): Promise<number> {
  const news = await db
    .deleteFrom('carrier_news')
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  // a version begins with the moment the sending became so
  const sendings = await db
    .deleteFrom('told_sendings')
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
  return Number(news.numDeletedRows) + Number(sendings.numDeletedRows);
}
