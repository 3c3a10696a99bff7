import { sql, type Kysely } from 'kysely';
import { orderNumberKey } from '../../domain/identity/lookup-keys.ts';
import type { CatalogueFound } from '../ports.ts';
import { customerOf } from './customer-rows.ts';
import type { Database } from './schema.ts';

/** Customers by a part of their name or address, and orders by how their number begins. */
export async function searchCatalogue(
  db: Kysely<Database>,
  shop: string,
  words: string,
  most: number,
): Promise<CatalogueFound> {
  const like = likeness(words.toLowerCase());
  const customers = await db
    .selectFrom('customers')
    .selectAll()
    .where('shop_id', '=', shop)
    .where(({ or }) =>
      or([
        sql<boolean>`lower(first_name || ' ' || last_name) like ${`%${like}`} escape '\\'`,
        sql<boolean>`lower(email) like ${like} escape '\\'`,
      ]),
    )
    .orderBy('last_name')
    .orderBy('id')
    .limit(most)
    .execute();
  const key = orderNumberKey(words);
  const orders = await db
    .selectFrom('orders')
    .select(['id', 'number', 'placed_at', 'customer_id'])
    .where('shop_id', '=', shop)
    .where('customer_id', 'is not', null)
    .where(sql<boolean>`number_key like ${likeness(key)} escape '\\'`)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(key ? most : 0)
    .execute();
  return {
    customers: customers.map(customerOf),
    orders: orders.flatMap(({ id, number, placed_at: placedAt, customer_id: customer }) =>
      customer === null ? [] : [{ id, number, placedAt, customer }],
    ),
  };
}

const likeness = (words: string): string => `${words.replace(/[\\%_]/g, '\\$&')}%`;
