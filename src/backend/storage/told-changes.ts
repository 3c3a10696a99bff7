import type { Kysely } from 'kysely';
import { customerNews, orderNews } from '../../domain/news/webhook-events.ts';
import type { Shop } from '../ports.ts';
import { holdCatalogue } from './catalogue-lock.ts';
import { customerOf } from './customer-rows.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf } from './order-rows.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';

/** Rows that are about to change, by their ids. */
export interface Changing {
  orders: readonly string[];
  customers: readonly string[];
}

/**
 * Makes a change and tells the shop's own systems what became of these orders and customers. Where
 * nobody listens it costs nothing.
 */
export async function tellingChanges<Result>(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  changing: Changing,
  at: Date,
  change: () => Promise<Result>,
): Promise<Result> {
  if (!shop.webhooks?.length) return change();
  // what it was before must still be so when it changes
  await holdCatalogue(tx, shop.id);
  const states = {
    customer: async (id: string) => {
      const row = await tx
        .selectFrom('customers')
        .selectAll()
        .where('shop_id', '=', shop.id)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && customerOf(row);
    },
    order: async (id: string) => {
      const rows = await read(shop.id, id, tx);
      return rows && orderOf(rows);
    },
  };
  const customers = await each(changing.customers, states.customer);
  const orders = await each(changing.orders, states.order);
  const result = await change();
  for (const [id, before] of customers) {
    const after = await states.customer(id);
    if (after) await tell(tx, shop, customerNews(before, after), at);
  }
  for (const [id, before] of orders) {
    const after = await states.order(id);
    if (after) await tell(tx, shop, orderNews(before, after), at);
  }
  return result;
}

async function each<Value>(
  ids: readonly string[],
  value: (id: string) => Promise<Value>,
): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  for (const id of ids) found.set(id, await value(id));
  return found;
}
