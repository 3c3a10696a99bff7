import type { Kysely } from 'kysely';
import type { ProductRow } from '../../contract/import.ts';
import { nameKey, type ProductRecord } from '../../domain/products.ts';
import type { ProductsTable, VariantsTable } from './catalogue-tables.ts';
import type { ProductsWanted } from '../ports.ts';
import { bit, chunks } from './dialect.ts';
import type { Database } from './schema.ts';

export const productRow = (shop_id: string, row: ProductRow): ProductsTable => ({
  shop_id,
  id: row.id,
  name: row.name,
  name_key: nameKey(row.name),
  url: row.url ?? null,
  picture: jsonOrNull(row.picture),
  category: row.category ?? null,
  tags: JSON.stringify(row.tags ?? []),
});

export const variantRows = (shop_id: string, row: ProductRow, told: string): VariantsTable[] =>
  row.variants.map((variant, position) => ({
    shop_id,
    id: variant.id,
    product_id: row.id,
    position,
    sku: variant.sku ?? null,
    options: JSON.stringify(variant.options ?? {}),
    price: variant.price,
    currency: variant.currency,
    available: bit(variant.available),
    stock: variant.stock ?? null,
    picture: jsonOrNull(variant.picture),
    told,
  }));

/** Products with their variants, in the shop's order. */
export async function productsWith(
  db: Kysely<Database>,
  shop: string,
  wanted: ProductsWanted,
): Promise<ProductRecord[]> {
  const all = db.selectFrom('products').selectAll().where('shop_id', '=', shop).orderBy('id');
  if ('category' in wanted) {
    const some = all.where('category', '=', wanted.category).limit(wanted.most);
    return withVariants(db, shop, await some.execute());
  }
  const found: ProductRecord[] = [];
  for (const some of chunks(wanted.ids.map((id) => ({ id })))) {
    const ids = some.map(({ id }) => id);
    found.push(...(await withVariants(db, shop, await all.where('id', 'in', ids).execute())));
  }
  return found;
}

export async function withVariants(
  db: Kysely<Database>,
  shop: string,
  products: readonly ProductsTable[],
): Promise<ProductRecord[]> {
  if (products.length === 0) return [];
  const variants = await db
    .selectFrom('variants')
    .selectAll()
    .where('shop_id', '=', shop)
    .where(
      'product_id',
      'in',
      products.map(({ id }) => id),
    )
    .orderBy('product_id')
    .orderBy('position')
    .execute();
  const byProduct = new Map(products.map(({ id }) => [id, new Array<VariantsTable>()]));
  for (const variant of variants) byProduct.get(variant.product_id)?.push(variant);
  return products.map(({ id, name, url, picture, category, tags }) => ({
    ...{ id, name },
    ...(url !== null && { url }),
    ...(picture !== null && { picture: JSON.parse(picture) }),
    ...(category !== null && { category }),
    tags: JSON.parse(tags),
    variants: (byProduct.get(id) ?? []).map((variant) => variantOf(variant, name)),
  }));
}

const variantOf = (row: VariantsTable, name: string): ProductRecord['variants'][number] => ({
  id: row.id,
  product: row.product_id,
  name,
  options: Object.entries<string>(JSON.parse(row.options)).map(([option, value]) => ({
    name: option,
    value,
  })),
  price: row.price,
  currency: row.currency,
  available: row.available === 1,
  ...(row.sku !== null && { sku: row.sku }),
  ...(row.stock !== null && { stock: row.stock }),
  ...(row.picture !== null && { picture: JSON.parse(row.picture) }),
});

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);
