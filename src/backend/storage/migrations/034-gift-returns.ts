import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

interface Returns {
  returns: { shop_id: string; id: string; body: string; gift_to: string | null };
}

/** Who was given what comes back has a column of its own, so that they are found; and whom news tell of. */
export async function up(db: Kysely<Returns>): Promise<void> {
  const { key } = typesOf(db);
  await db.schema.alterTable('returns').addColumn('gift_to', key).execute();
  const given = await db
    .selectFrom('returns')
    .select(['shop_id', 'id', 'body'])
    .where('body', 'like', '%"giftTo":%')
    .execute();
  for (const { shop_id, id, body } of given) {
    const { giftTo, ...rest }: { giftTo?: string } = JSON.parse(body);
    if (giftTo === undefined) continue;
    await db
      .updateTable('returns')
      .set({ gift_to: giftTo, body: JSON.stringify(rest) })
      .where('shop_id', '=', shop_id)
      .where('id', '=', id)
      .execute();
  }
  await db.schema
    .createIndex('returns_by_gift')
    .on('returns')
    .columns(['shop_id', 'gift_to'])
    .execute();
  await db.schema
    .createIndex('outbox_by_customer')
    .on('outbox')
    .columns(['shop_id', 'customer_id'])
    .execute();
}
