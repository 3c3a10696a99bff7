import { Hono } from 'hono';
import { Kysely } from 'kysely';
import { SqliteFamily } from '../../src/backend/storage/sqlite-family.ts';
import type { Database } from '../../src/backend/storage/schema.ts';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { CUSTOMERS, shop } from './shop.ts';

/**
 * Beside ours: the list as a query builder gives it, two queries and their JSON for whoever asks, with
 * no session, limit or tag. What quality asks of ours was set by one like it.
 */
export function plainList(file: string): Hono {
  const db = new Kysely<Database>({ dialect: new SqliteFamily(openSqliteFile(file)) });
  let asked = 0;
  return new Hono().get('*', async (context) => {
    asked += 1;
    const orders = await db
      .selectFrom('orders')
      .select(['id', 'number', 'status', 'placed_at', 'currency', 'total', 'payments'])
      .where('shop_id', '=', shop.id)
      .where('customer_id', '=', `c${asked % CUSTOMERS}`)
      .orderBy('placed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(20)
      .execute();
    const lines = await db
      .selectFrom('order_lines')
      .select(['order_id', 'name', 'options', 'quantity', 'unit_price', 'picture'])
      .where('shop_id', '=', shop.id)
      .where(
        'order_id',
        'in',
        orders.map(({ id }) => id),
      )
      .orderBy('order_id')
      .orderBy('position')
      .execute();
    const items = new Map(orders.map((order) => [order.id, { ...order, lines: [] as unknown[] }]));
    for (const { order_id, ...line } of lines) items.get(order_id)?.lines.push(line);
    return context.json({ items: [...items.values()] });
  });
}
