import { sql, type Kysely } from 'kysely';
import { orderNumberKey } from '../../domain/identity/lookup-keys.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { ContactPoint } from '../ports.ts';
import { keyOf } from './customer-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf } from './order-rows.ts';
import type { Database } from './schema.ts';

/**
 * The order of this number placed with this contact: its own, or its customer's where it names
 * none. A miss reads as much as a hit, so that the time it takes does not tell which it was.
 */
export async function findOrder(
  db: Kysely<Database>,
  read: OrderReader,
  shop: string,
  number: string,
  contact: ContactPoint,
): Promise<OrderRecord | undefined> {
  const [column, key] = keyOf(contact);
  const found = await db
    .selectFrom('orders')
    .leftJoin('customers', (join) =>
      join
        .onRef('customers.shop_id', '=', 'orders.shop_id')
        .onRef('customers.id', '=', 'orders.customer_id'),
    )
    .select('orders.id')
    .where('orders.shop_id', '=', shop)
    .where('orders.number_key', '=', orderNumberKey(number))
    .where(
      sql<string>`coalesce(${sql.ref(`orders.${column}`)}, ${sql.ref(`customers.${column}`)})`,
      '=',
      key,
    )
    .orderBy('orders.placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = await read(shop, found?.id ?? '');
  return rows && orderOf(rows);
}

/** Of a customer's orders the newest with this number: a shop may count anew one day. */
export async function orderNumbered(
  db: Kysely<Database>,
  read: OrderReader,
  shop: string,
  customer: string,
  number: string,
): Promise<OrderRecord | undefined> {
  const found = await db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shop)
    .where('number_key', '=', orderNumberKey(number))
    .where('customer_id', '=', customer)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = found && (await read(shop, found.id));
  return rows && orderOf(rows);
}
