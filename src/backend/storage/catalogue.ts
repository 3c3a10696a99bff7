import type { Kysely } from 'kysely';
import type { CatalogueStore } from '../ports.ts';
import { orderOf, readOrderRows } from './order-rows.ts';
import type { CustomersTable } from './catalogue-tables.ts';
import type { Database } from './schema.ts';

/** The built-in platform's products, customers, orders, shipments and tracking events. */
export function createCatalogue(db: Kysely<Database>): CatalogueStore {
  return {
    async customer(shop, id) {
      const row = await db
        .selectFrom('customers')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && customerOf(row);
    },
    async order(shop, id) {
      const rows = await readOrderRows(db, shop, id);
      return rows && orderOf(rows);
    },
  };
}

const customerOf = (row: CustomersTable) => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  ...(row.email !== null && { email: row.email }),
  ...(row.phone !== null && { phone: row.phone }),
});
