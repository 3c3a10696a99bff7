import { sql, type Kysely } from 'kysely';
import type { OrderSummary } from '../../contract/orders.ts';
import type { OrderList, OrderListQuery } from '../ports.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { joinedTexts } from './dialect.ts';
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

/** Texts in lines; null where there is nothing. */
interface Page {
  cards: string | null;
  /** Of the first page only. */
  years: string | null;
}

/**
 * A customer's orders, newest first: one indexed query a page, compiled once for each shape. It
 * answers one row of texts, for fetching twenty costs more than all else.
 */
export function createOrderList(db: Kysely<Database>) {
  const pages = new Map<string, ReturnType<typeof pageQuery>>();
  const page = (parts: readonly Part[]) => {
    const shape = parts.join();
    const query = pages.get(shape) ?? pageQuery(db, parts);
    pages.set(shape, query);
    return query;
  };
  return async (shop: string, customer: string, query: OrderListQuery): Promise<OrderList> => {
    const { filter, limit, year } = query;
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const parts: Part[] = [];
    if (filter !== 'all') parts.push(filter);
    if (year !== undefined) parts.push('year');
    if (after) parts.push('after');
    const [told] = await page(parts)({ shop, customer, limit: limit + 1, year, ...after });
    const cards = linesOf(told?.cards);
    const years = linesOf(told?.years).map(Number);
    const orders = cards.slice(0, limit);
    const last = cards.length > limit ? orders.at(-1) : undefined;
    return {
      orders,
      ...(last !== undefined && { next: cursorAfter(last) }),
      ...(!after && { years: years.sort((one, other) => other - one) }),
    };
  };
}

/** JSON has no line feed of its own. */
const linesOf = (text: string | null | undefined): string[] => text?.split('\n') ?? [];

/** Of a page that ends with this card. */
export function cursorAfter(card: string): string {
  const { placedAt, id }: OrderSummary = JSON.parse(card);
  return cursorAt(placedAt, id);
}

function pageQuery(db: Kysely<Database>, parts: readonly Part[]) {
  return prepared<Values, Page, Database>(db, (value) => {
    const theirs = db
      .selectFrom('orders')
      .where('shop_id', '=', value('shop'))
      .where('customer_id', '=', value('customer'));
    const years = theirs.select(sql<string>`cast(placed_year as text)`.as('year')).distinct();
    let query = theirs
      .select('card')
      .orderBy('placed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(value('limit'));
    if (parts.includes('active'))
      query = query.where('status', 'not in', ['delivered', 'cancelled']);
    if (parts.includes('past')) query = query.where('status', 'in', ['delivered', 'cancelled']);
    if (parts.includes('year')) query = query.where(sql<boolean>`placed_year = ${value('year')}`);
    if (parts.includes('after'))
      query = query.where(sql<boolean>`(placed_at, id) < (${value('at')}, ${value('id')})`);
    const pages = db.selectFrom(query.as('page')).select(joinedTexts(db, 'card').as('cards'));
    const of = db.selectFrom(years.as('years')).select(joinedTexts(db, 'year').as('years'));
    return db.selectNoFrom([
      pages.as('cards'),
      (parts.includes('after') ? sql<null>`null` : of).as('years'),
    ]);
  });
}
