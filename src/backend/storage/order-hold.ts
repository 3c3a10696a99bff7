import type { Kysely } from 'kysely';
import { shareCatalogue } from './catalogue-lock.ts';
import { holdOrders } from './known-orders.ts';
import type { OrderReader } from './order-reader.ts';
import type { OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';

/** The order held until the transaction ends: whoever comes next sees what this one did. */
export async function holdingOrder(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: string,
  order: string,
): Promise<OrderRows | undefined> {
  await shareCatalogue(tx, shop);
  await holdOrders(tx, shop, [order]);
  return read(shop, order, tx);
}
