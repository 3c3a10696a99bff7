import { sql, type Kysely } from 'kysely';
import type { ReturnRecord } from '../../domain/returns/returns.ts';
import type { SalesSource } from '../ports.ts';
import type { Database } from './schema.ts';

/** The built-in platform's past, as recommendations read it. */
export function createSales(db: Kysely<Database>): SalesSource {
  const counted = (shop: string) =>
    db.selectFrom('orders').where('shop_id', '=', shop).where('status', '!=', 'cancelled');

  return {
    beforeLatest: (shop, orders) =>
      counted(shop)
        .select(['id', 'placed_at as at'])
        .orderBy('placed_at', 'desc')
        .orderBy('id', 'desc')
        .offset(orders)
        .limit(1)
        .executeTakeFirst(),

    async sales(shop, after, limit) {
      let query = counted(shop)
        .select(['id', 'placed_at as at', 'customer_id'])
        .orderBy('placed_at')
        .orderBy('id')
        .limit(limit);
      if (after) query = query.where(sql<boolean>`(placed_at, id) > (${after.at}, ${after.id})`);
      const orders = await query.execute();
      const products = await productsOf(db, shop, orders);
      return orders.map(({ id, at, customer_id }) => ({
        ...{ id, at, products: products.get(id) ?? [] },
        ...(customer_id !== null && { customer: customer_id }),
      }));
    },

    async sentBack(shop, after, limit) {
      const returns = await db
        .selectFrom('returns')
        .select(['id', 'order_id', 'body'])
        .where('shop_id', '=', shop)
        .where('id', '>', after)
        .where('state', 'not in', ['cancelled', 'expired', 'refused'])
        .orderBy('id')
        .limit(limit)
        .execute();
      const lines = await linesOf(
        db,
        shop,
        returns.map(({ order_id }) => order_id),
      );
      return returns.map(({ id, order_id, body }) => {
        const sent: Pick<ReturnRecord, 'lines'> = JSON.parse(body);
        const ids = new Set(sent.lines.map(({ line }) => line));
        const own = lines.filter((line) => line.order_id === order_id && ids.has(line.id));
        return { id, products: own.map(({ product_id }) => product_id) };
      });
    },

    async described(shop, after, limit) {
      const rows = await db
        .selectFrom('products')
        .leftJoin('variants', (join) =>
          join
            .onRef('variants.shop_id', '=', 'products.shop_id')
            .onRef('variants.product_id', '=', 'products.id'),
        )
        .select(({ fn }) => [
          ...(['products.id', 'name', 'category', 'tags'] as const),
          fn.min('variants.price').as('price'),
        ])
        .where('products.shop_id', '=', shop)
        .where('products.id', '>', after)
        .groupBy(['products.id', 'name', 'category', 'tags'])
        .orderBy('products.id')
        .limit(limit)
        .execute();
      return rows.map(({ id, name, category, tags, price }) => {
        const said: string[] = JSON.parse(tags);
        const text = [name, category ?? '', ...said].join(' ');
        return { id, text, ...(price !== null && { price: Number(price) }) };
      });
    },

    async bought(shop, customer, limit) {
      const orders = await counted(shop)
        .select('id')
        .where('customer_id', '=', customer)
        .orderBy('placed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      const products = await productsOf(db, shop, orders);
      return [...new Set(orders.flatMap(({ id }) => products.get(id) ?? []))].reverse();
    },
  };
}

/** Of each order its products, each once. */
async function productsOf(
  db: Kysely<Database>,
  shop: string,
  orders: readonly { id: string }[],
): Promise<Map<string, string[]>> {
  const lines = await linesOf(
    db,
    shop,
    orders.map(({ id }) => id),
  );
  const products = new Map<string, Set<string>>();
  for (const { order_id, product_id } of lines) {
    const own = products.get(order_id);
    if (own) own.add(product_id);
    else products.set(order_id, new Set([product_id]));
  }
  return new Map([...products].map(([order, own]) => [order, [...own]]));
}

const linesOf = (db: Kysely<Database>, shop: string, orders: readonly string[]) =>
  orders.length === 0
    ? []
    : db
        .selectFrom('order_lines')
        .select(['order_id', 'id', 'product_id'])
        .where('shop_id', '=', shop)
        .where('order_id', 'in', orders)
        .orderBy('order_id')
        .orderBy('position')
        .execute();
