import type { Kysely } from 'kysely';
import type { CustomerRow, ImportRow, ProductRow } from '../../contract/import.ts';
import { emailKey, phoneKey } from '../../domain/lookup-keys.ts';
import type { Shop } from '../ports.ts';
import { bulkInsert } from './bulk.ts';
import { holdCatalogue } from './catalogue-lock.ts';
import type { CustomersTable, ProductsTable, VariantsTable } from './catalogue-tables.ts';
import { bit } from './dialect.ts';
import { columnsOf, createOrderWriter } from './order-writer.ts';
import type { Database } from './schema.ts';

export type CatalogueWriter = (
  tx: Kysely<Database>,
  shop: Shop,
  rows: readonly ImportRow[],
) => Promise<void>;

/** Writes rows of the import format. Of two rows with one id the later counts. */
export function createCatalogueWriter(): CatalogueWriter {
  const orders = createOrderWriter();
  const insertProducts = bulkInsert('products', columnsOf('products'));
  const insertVariants = bulkInsert('variants', columnsOf('variants'));
  const insertCustomers = bulkInsert('customers', columnsOf('customers'));

  return async (tx, shop, rows) => {
    await holdCatalogue(tx, shop.id);
    const customers = lastOfEach(rows.filter((row) => row.type === 'customer'));
    await clear(tx, 'customers', shop.id, customers);
    await insertCustomers(
      tx,
      customers.map((row) => customerRow(shop.id, row)),
    );

    const products = lastOfEach(rows.filter((row) => row.type === 'product'));
    const variants = products.flatMap((row) => variantRows(shop.id, row));
    await clear(tx, 'products', shop.id, products);
    // a variant may have moved here from another product
    await clear(tx, 'variants', shop.id, variants);
    await insertProducts(
      tx,
      products.map((row) => productRow(shop.id, row)),
    );
    await insertVariants(tx, variants);

    await orders.put(tx, shop, lastOfEach(rows.filter((row) => row.type === 'order')));
  };
}

const lastOfEach = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

async function clear(
  tx: Kysely<Database>,
  table: 'customers' | 'products' | 'variants',
  shop: string,
  rows: readonly { id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .deleteFrom(table)
    .where('shop_id', '=', shop)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);

const customerRow = (shop_id: string, row: CustomerRow): CustomersTable => ({
  shop_id,
  id: row.id,
  email: row.email ?? null,
  email_key: row.email === undefined ? null : emailKey(row.email),
  phone: row.phone ?? null,
  phone_key: row.phone === undefined ? null : phoneKey(row.phone) || null,
  first_name: row.firstName ?? '',
  last_name: row.lastName ?? '',
  address: jsonOrNull(row.address),
  source: 'shop',
});

const productRow = (shop_id: string, row: ProductRow): ProductsTable => ({
  shop_id,
  id: row.id,
  name: row.name,
  url: row.url ?? null,
  picture: jsonOrNull(row.picture),
  category: row.category ?? null,
  tags: JSON.stringify(row.tags ?? []),
});

const variantRows = (shop_id: string, row: ProductRow): VariantsTable[] =>
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
