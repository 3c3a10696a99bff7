import { sql, type Kysely } from 'kysely';
import type { OrderCard } from '../../domain/orders.ts';
import type { OrderList, OrderListQuery } from '../ports.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

interface Values {
  shop: string;
  customer: string;
  limit: number;
  year?: number | undefined;
  at?: string | undefined;
  id?: string | undefined;
}
type Part = 'active' | 'past' | 'year' | 'after';

/** A customer's orders, newest first: one indexed query a page, compiled once for each shape. */
export function createOrderList(db: Kysely<Database>) {
  const pages = new Map<string, ReturnType<typeof pageQuery>>();
  const page = (parts: readonly Part[]) => {
    const shape = parts.join();
    const query = pages.get(shape) ?? pageQuery(db, parts);
    pages.set(shape, query);
    return query;
  };
  const years = prepared<Pick<Values, 'shop' | 'customer'>, { year: number }, Database>(
    db,
    (value) =>
      db
        .selectFrom('orders')
        .select('placed_year as year')
        .distinct()
        .where('shop_id', '=', value('shop'))
        .where('customer_id', '=', value('customer'))
        .orderBy('placed_year', 'desc'),
  );

  return async (shop: string, customer: string, query: OrderListQuery): Promise<OrderList> => {
    const { filter, limit, year } = query;
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const parts: Part[] = [];
    if (filter !== 'all') parts.push(filter);
    if (year !== undefined) parts.push('year');
    if (after) parts.push('after');
    const rows = await page(parts)({ shop, customer, limit: limit + 1, year, ...after });
    // one text is parsed faster than twenty
    const orders: OrderCard[] = JSON.parse(`[${rows.slice(0, limit).map(({ card }) => card)}]`);
    const last = rows.length > limit ? orders.at(-1) : undefined;
    return {
      orders,
      ...(last && { next: cursorAt(last.placedAt, last.id) }),
      ...(!after && { years: (await years({ shop, customer })).map((row) => row.year) }),
    };
  };
}

function pageQuery(db: Kysely<Database>, parts: readonly Part[]) {
  return prepared<Values, { card: string }, Database>(db, (value) => {
    let query = db
      .selectFrom('orders')
      .select('card')
      .where('shop_id', '=', value('shop'))
      .where('customer_id', '=', value('customer'))
      .orderBy('placed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(value('limit'));
    if (parts.includes('active'))
      query = query.where('status', 'not in', ['delivered', 'cancelled']);
    if (parts.includes('past')) query = query.where('status', 'in', ['delivered', 'cancelled']);
    if (parts.includes('year')) query = query.where(sql<boolean>`placed_year = ${value('year')}`);
    if (parts.includes('after'))
      query = query.where(sql<boolean>`(placed_at, id) < (${value('at')}, ${value('id')})`);
    return query;
  });
}
