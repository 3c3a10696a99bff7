import type { Kysely } from 'kysely';
import type { ProductRow } from '../../contract/import.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type { ProductsTable, VariantsTable } from './catalogue-tables.ts';
import { bit } from './dialect.ts';
import type { Database } from './schema.ts';

export const productRow = (shop_id: string, row: ProductRow): ProductsTable => ({
  shop_id,
  id: row.id,
  name: row.name,
  url: row.url ?? null,
  picture: jsonOrNull(row.picture),
  category: row.category ?? null,
  tags: JSON.stringify(row.tags ?? []),
});

export const variantRows = (shop_id: string, row: ProductRow): VariantsTable[] =>
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
  }));

/** A product with its variants, in the shop's order. */
export async function productWith(
  db: Kysely<Database>,
  shop: string,
  id: string,
): Promise<ProductRecord | undefined> {
  const product = await db
    .selectFrom('products')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!product) return undefined;
  const variants = await db
    .selectFrom('variants')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('product_id', '=', id)
    .orderBy('position')
    .execute();
  const { name, url, picture, category, tags } = product;
  return {
    ...{ id, name },
    ...(url !== null && { url }),
    ...(picture !== null && { picture: JSON.parse(picture) }),
    ...(category !== null && { category }),
    tags: JSON.parse(tags),
    variants: variants.map((variant) => variantOf(variant, name)),
  };
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
  ...(row.stock !== null && { stock: row.stock }),
  ...(row.picture !== null && { picture: JSON.parse(row.picture) }),
});

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);
