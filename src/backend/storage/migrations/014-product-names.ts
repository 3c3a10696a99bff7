import type { Kysely } from 'kysely';
import { nameKey } from '../../../domain/products.ts';
import { typesOf } from '../dialect.ts';

interface Names {
  products: { shop_id: string; id: string; name: string; name_key: string };
}

const AT_ONCE = 500;

/** Products are found by their names. */
export async function up(db: Kysely<Names>): Promise<void> {
  await db.schema
    .alterTable('products')
    .addColumn('name_key', typesOf(db).key, (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema
    .createIndex('products_by_name')
    .on('products')
    .columns(['shop_id', 'name_key', 'id'])
    .execute();
  let last = { shop_id: '', id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('products')
      .select(['shop_id', 'id', 'name'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('shop_id', 'id'), '>', tuple(last.shop_id, last.id)),
      )
      .orderBy('shop_id')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { shop_id, id, name } of rows)
      await db
        .updateTable('products')
        .set({ name_key: nameKey(name) })
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .execute();
    const end = rows.at(-1);
    if (!end) return;
    last = end;
  }
}
