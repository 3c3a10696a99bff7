import type { Kysely } from 'kysely';
import type { VariantRecord } from '../../domain/changes/changes.ts';
import { chunks } from './dialect.ts';
import type { Database } from './schema.ts';

/** Variants as they may be sent now, those that are there. */
export async function variantsOf(
  db: Kysely<Database>,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, VariantRecord>> {
  const found = new Map<string, VariantRecord>();
  for (const some of chunks([...new Set(ids)].map((id) => ({ id })))) {
    const rows = await db
      .selectFrom('variants')
      .innerJoin('products', (join) =>
        join
          .onRef('products.shop_id', '=', 'variants.shop_id')
          .onRef('products.id', '=', 'variants.product_id'),
      )
      .selectAll('variants')
      .select('products.name')
      .where('variants.shop_id', '=', shop)
      .where(
        'variants.id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
    for (const row of rows)
      found.set(row.id, {
        id: row.id,
        product: row.product_id,
        name: row.name,
        options: Object.entries(JSON.parse(row.options) as Record<string, string>).map(
          ([name, value]) => ({ name, value }),
        ),
        price: row.price,
        currency: row.currency,
        available: row.available === 1,
        ...(row.stock !== null && { stock: row.stock }),
        ...(row.told !== null && { told: row.told }),
      });
  }
  return found;
}
