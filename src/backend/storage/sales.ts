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
      const returns = await returnsIn(db, shop)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      const lines = await linesOf(
        db,
        shop,
        returns.map(({ order_id }) => order_id),
      );
      return returns.map(sentOf).map(({ id, order_id, lines: sent }) => {
        const ids = new Set(sent.map(({ line }) => line));
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

    async bought(shop, customer, most) {
      const orders = await counted(shop)
        .select(['id', 'placed_at'])
        .where('customer_id', '=', customer)
        .orderBy('placed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      const placed = new Map(orders.reverse().map(({ id, placed_at }) => [id, placed_at]));
      const lines = await linesOf(db, shop, [...placed.keys()]);
      const back = await sentBackOf(db, shop, [...placed.keys()]);
      const had = new Map<string, { at: string; kept: number }>();
      for (const [order, at] of placed)
        for (const { id, product_id, quantity } of lines.filter((one) => one.order_id === order)) {
          const kept = had.get(product_id)?.kept ?? 0;
          had.delete(product_id);
          had.set(product_id, { at, kept: kept + quantity - (back.get(`${order} ${id}`) ?? 0) });
        }
      return Array.from(had, ([product, { at, kept }]) => ({ product, at, back: kept <= 0 }));
    },
  };
}

/** How much of each line is sent back, by order and line. */
async function sentBackOf(
  db: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<Map<string, number>> {
  const back = new Map<string, number>();
  if (orders.length === 0) return back;
  const returns = await returnsIn(db, shop).where('order_id', 'in', orders).execute();
  for (const { order_id, lines } of returns.map(sentOf))
    for (const { line, quantity } of lines)
      back.set(`${order_id} ${line}`, (back.get(`${order_id} ${line}`) ?? 0) + quantity);
  return back;
}

/** Those that count: sent back, or to be. */
const returnsIn = (db: Kysely<Database>, shop: string) =>
  db
    .selectFrom('returns')
    .select(['id', 'order_id', 'body'])
    .where('shop_id', '=', shop)
    .where('state', 'not in', ['cancelled', 'expired', 'refused']);

function sentOf({ id, order_id, body }: { id: string; order_id: string; body: string }) {
  const { lines }: Pick<ReturnRecord, 'lines'> = JSON.parse(body);
  return { id, order_id, lines };
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
        .select(['order_id', 'id', 'product_id', 'quantity'])
        .where('shop_id', '=', shop)
        .where('order_id', 'in', orders)
        .orderBy('order_id')
        .orderBy('position')
        .execute();
