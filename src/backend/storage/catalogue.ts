import type { Kysely } from 'kysely';
import type { CatalogueStore } from '../ports.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { adoptContact, customerOf, customersWith, knownContact } from './customer-rows.ts';
import { adoptLogin } from './logins.ts';
import { createOrderList } from './order-list.ts';
import { orderOf } from './order-rows.ts';
import { createOrderReader } from './order-reader.ts';
import { findOrder, orderNumbered } from './order-search.ts';
import type { Database } from './schema.ts';
import { applyTracking } from './tracking-writes.ts';

/** The built-in platform's products, customers, orders, shipments and tracking events. */
export function createCatalogue(db: Kysely<Database>, write: CatalogueWriter): CatalogueStore {
  const read = createOrderReader(db);
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
    async customerWith(shop, contact) {
      const [row] = await customersWith(db, shop, contact);
      return row && customerOf(row);
    },
    knownContact: (shop, contact) => knownContact(db, shop, contact),
    adoptContact: (shop, contact) => adoptContact(db, shop, contact),
    adoptLogin: (shop, login) => adoptLogin(db, shop, login),
    async order(shop, id) {
      const rows = await read(shop, id);
      return rows && orderOf(rows);
    },
    orders: createOrderList(db),
    orderNumbered: (shop, customer, number) => orderNumbered(db, read, shop, customer, number),
    findOrder: (shop, number, contact) => findOrder(db, read, shop, number, contact),
    applyTracking: (shop, update) => applyTracking(db, read, shop, update),
    put: (shop, rows) => db.transaction().execute((tx) => write(tx, shop, rows)),
  };
}
