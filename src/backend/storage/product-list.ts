import { sql, type Kysely } from 'kysely';
import { nameKey } from '../../domain/products.ts';
import type { ProductList, ProductListQuery } from '../ports.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { withVariants } from './product-rows.ts';
import type { Database } from './schema.ts';

/** Products of which something can be had, by name. Words have letters and digits alone: none is a pattern. */
export async function listProducts(
  db: Kysely<Database>,
  shop: string,
  { words, limit, cursor }: ProductListQuery,
): Promise<ProductList> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  let query = db
    .selectFrom('products')
    .selectAll()
    .where('shop_id', '=', shop)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('variants')
          .select('variants.id')
          .whereRef('variants.shop_id', '=', 'products.shop_id')
          .whereRef('variants.product_id', '=', 'products.id')
          .where('available', '=', 1),
      ),
    )
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit + 1);
  for (const word of words) query = query.where('name_key', 'like', `%${word}%`);
  if (after) query = query.where(sql<boolean>`(name_key, id) > (${after.at}, ${after.id})`);
  const found = await withVariants(db, shop, await query.execute());
  const products = found.slice(0, limit);
  const last = found.length > limit ? products.at(-1) : undefined;
  return { products, ...(last && { next: cursorAt(nameKey(last.name), last.id) }) };
}
