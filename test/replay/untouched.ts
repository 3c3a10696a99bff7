import { openSqliteBeside } from '../../src/server/drivers/sqlite.ts';

const ofCustomer = (column: string) => `${column} not in (select value from json_each(?))`;
const ofOrder =
  'order_id not in (select id from seed.orders where customer_id in (select value from json_each(?)))';

/** What the shop has told, and which rows of it are not these customers'. */
const tables: Record<string, string> = {
  products: 'json(?) is not null',
  variants: 'json(?) is not null',
  customers: ofCustomer('id'),
  payment_methods: ofCustomer('customer_id'),
  orders: ofCustomer('customer_id'),
  order_lines: ofOrder,
  shipments: ofOrder,
  shipment_lines: ofOrder,
  tracking_events: ofOrder,
};

/** Tables in which rows that are not theirs are others than in the seed. */
export function othersChanged(file: string, seed: string, theirs: readonly string[]): string[] {
  const db = openSqliteBeside(file);
  try {
    db.exec(`attach database '${seed.replaceAll("'", "''")}' as seed`);
    return Object.entries(tables).flatMap(([table, isOthers]) => {
      const rows = (schema: string) => `select * from ${schema}.${table} where ${isOthers}`;
      const differing = [['main', 'seed'] as const, ['seed', 'main'] as const].flatMap(
        ([here, there]) =>
          db
            .prepare(`${rows(here)} except ${rows(there)}`)
            .all([JSON.stringify(theirs), JSON.stringify(theirs)]),
      );
      return differing.length ? [`${table}: ${differing.length} rows of others changed`] : [];
    });
  } finally {
    db.close();
  }
}
