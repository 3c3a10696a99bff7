import type { Kysely } from 'kysely';
import type { CustomerRow } from '../../contract/import.ts';
import { emailKey, phoneKey } from '../../domain/identity/lookup-keys.ts';
import { sift } from '../../domain/news/row-marks.ts';
import type { RowNews } from '../../domain/news/row-news.ts';
import type { NewsResult, OrderChange, Shop } from '../ports.ts';
import { bulkInsert } from './bulk.ts';
import { holdCatalogue } from './catalogue-lock.ts';
import { columnsOf, type CustomersTable } from './catalogue-tables.ts';
import { withLaterBalances } from './later-balances.ts';
import { methodRows } from './method-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { createOrderWriter } from './order-writer.ts';
import { holdVariants } from './moved-variants.ts';
import { productRow, variantRows } from './product-rows.ts';
import { removeRows } from './row-removal.ts';
import { holdMarks } from './row-marks.ts';
import { tellSendings } from './told-sendings.ts';
import type { Database } from './schema.ts';

/**
 * The one way in which what a shop tells gets into its tables: imports, webhooks and samples.
 * News may come late, twice and in any order; the end is the same.
 */
export type CatalogueWriter = (
  tx: Kysely<Database>,
  shop: Shop,
  news: readonly RowNews[],
  /** When it was told; left out, nothing is taken from it of money that is owed. */
  at?: Date,
) => Promise<NewsResult>;

/** Of two rows with one id, neither of which says when it became so, the later counts. */
export function createCatalogueWriter(read: OrderReader): CatalogueWriter {
  const orders = createOrderWriter(read);
  const insertProducts = bulkInsert('products', columnsOf('products'));
  const insertVariants = bulkInsert('variants', columnsOf('variants'));
  const insertCustomers = bulkInsert('customers', columnsOf('customers'));
  const insertMethods = bulkInsert('payment_methods', columnsOf('payment_methods'));

  return async (tx, shop, news, at) => {
    await holdCatalogue(tx, shop.id);
    const marks = await holdMarks(tx, shop.id, news);
    const held = await holdVariants(tx, shop.id, news);
    const sifted = sift(news, marks.of);
    const { put, remove, erased, sendings } = sifted;
    await marks.save();
    const gone = await removeRows(tx, shop.id, remove, erased);

    const customers = await withLaterBalances(
      tx,
      shop.id,
      put.filter((row) => row.type === 'customer'),
    );
    await clear(tx, 'customers', shop.id, customers);
    await insertCustomers(
      tx,
      customers.map((row) => customerRow(shop.id, row)),
    );
    await insertMethods(
      tx,
      customers.flatMap((row) => methodRows(shop.id, row)),
    );

    const products = put.filter((row) => row.type === 'product');
    const told = crypto.randomUUID();
    const moved = await held.move(sifted);
    const variants = products.flatMap((row) =>
      variantRows(shop.id, row, told).filter(({ id }) => moved.isWith(row, id)),
    );
    await clear(tx, 'products', shop.id, products);
    // a variant may have moved here from another product
    await clear(tx, 'variants', shop.id, variants);
    await insertProducts(
      tx,
      products.map((row) => productRow(shop.id, row)),
    );
    await insertVariants(tx, variants);

    const sent = await tellSendings(tx, shop.id, sendings);
    const changed = marks.changed() || moved.changed || put.length > 0 || sent.size > 0;
    const written = await orders.put(
      tx,
      shop,
      put.filter((row) => row.type === 'order'),
      at,
    );
    const renewed: OrderChange[] = [];
    for (const { id } of written) sent.delete(id);
    for (const id of sent) renewed.push(...(await orders.renewParcels(tx, shop, id)));
    return { changed, orders: [...gone, ...written, ...renewed] };
  };
}

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
