import type { Kysely } from 'kysely';
import { thingOf, type Thing } from '../../domain/news/row-marks.ts';
import type { RowNews } from '../../domain/news/row-news.ts';
import type { CatalogueStore, Shop } from '../ports.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { adoptContact } from './adopt-contact.ts';
import { customerOf, customersWith, knownContact } from './customer-rows.ts';
import { changeAddress } from './customer-address.ts';
import { adoptLogin } from './logins.ts';
import { methodsOf } from './balances.ts';
import { ordersBeyond, withBeyond } from './orders-beyond.ts';
import { createOrderList } from './order-list.ts';
import { orderOf } from './order-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { searchCatalogue } from './catalogue-search.ts';
import { findOrder, orderNumbered } from './order-search.ts';
import { listProducts } from './product-list.ts';
import { productsWith } from './product-rows.ts';
import type { Database } from './schema.ts';
import { purgeNews } from './news-purge.ts';
import { tellingChanges, type Changing } from './told-changes.ts';
import { createApplyTracking } from './tracking-writes.ts';

/** The built-in platform's products, customers, orders, shipments and tracking events. */
export function createCatalogue(
  db: Kysely<Database>,
  read: OrderReader,
  write: CatalogueWriter,
): CatalogueStore {
  const list = createOrderList(db);
  /** With `at`, the shop's own systems are told what changed. */
  const put = (shop: Shop, news: readonly RowNews[], at?: Date) =>
    db.transaction().execute((tx) => {
      const change = () => write(tx, shop, news, at);
      return at ? tellingChanges(tx, read, shop, changedBy(news), at, change) : change();
    });
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
    changeAddress: (shop, customer, address, at, keep) =>
      changeAddress(db, read, shop, customer, { address, at, keep }),
    paymentMethods: (shop, customer) => methodsOf(db, shop, customer),
    product: async (shop, id) => (await productsWith(db, shop, { ids: [id] }))[0],
    products: (shop, wanted) => productsWith(db, shop, wanted),
    productList: (shop, query) => listProducts(db, shop, query),
    async customerWith(shop, contact) {
      const [row] = await customersWith(db, shop, contact);
      return row && customerOf(row);
    },
    knownContact: (shop, contact) => knownContact(db, shop, contact),
    adoptContact: (shop, contact, at) => adoptContact(db, read, shop, contact, at),
    adoptLogin: (shop, login, at) => adoptLogin(db, shop, login, at),
    async order(shop, id) {
      const rows = await read(shop, id);
      return rows && orderOf(rows);
    },
    async orders(shop, customer, { contact, ...query }) {
      const own = await list(shop, customer, query);
      return contact ? withBeyond(db, shop, customer, { contact, ...query }, own) : own;
    },
    ordersBeyond: (shop, customer, contact) => ordersBeyond(db, shop, customer, contact),
    orderNumbered: (shop, customer, number) => orderNumbered(db, read, shop, customer, number),
    search: (shop, words, most) => searchCatalogue(db, shop, words, most),
    findOrder: (shop, number, contact) => findOrder(db, read, shop, number, contact),
    applyTracking: createApplyTracking(db, read),
    applyNews: (shop, news, at) => put(shop, news, at),
    async put(shop, rows, at) {
      await put(
        shop,
        rows.map((row) => ({ row })),
        at,
      );
    },
    purge: (now, forgetBefore, signal) => purgeNews(db, now, forgetBefore, signal),
  };
}

const changedBy = (news: readonly RowNews[]): Changing => {
  const things = news.map(thingOf);
  const idsOf = (wanted: Thing['kind']) => [
    ...new Set(things.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
  ];
  return { orders: idsOf('order'), customers: idsOf('customer') };
};
