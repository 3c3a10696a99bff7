import { sql, type Kysely } from 'kysely';
import type { OrderSummary } from '../../contract/orders.ts';
import type { OrderList, OrderListQuery } from '../ports.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { joinedTexts } from './dialect.ts';
import type { Database } from './schema.ts';
import { together } from './together.ts';

/** Whose page, of which year, after which order. */
interface Asked {
  shop: string;
  customer: string;
  year: string | null;
  at: string | null;
  id: string | null;
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
  const page = (parts: readonly Part[], limit: number) => {
    const shape = [...parts, limit].join();
    const query = pages.get(shape) ?? pageQuery(db, parts, limit);
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
    const read = page(parts, limit + 1);
    const told = await read({
      ...{ shop, customer, year: year === undefined ? null : String(year) },
      ...{ at: after?.at ?? null, id: after?.id ?? null },
    });
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

function pageQuery(db: Kysely<Database>, parts: readonly Part[], limit: number) {
  const columns = ['shop', 'customer', 'year', 'at', 'id'] as const;
  return together<Asked, Page, Database>(db, columns, (asked) => {
    const theirs = db
      .selectFrom('orders')
      .where('shop_id', '=', asked('shop'))
      .where('customer_id', '=', asked('customer'));
    const years = theirs.select(sql<string>`cast(placed_year as text)`.as('year')).distinct();
    let query = theirs
      .select('card')
      .orderBy('placed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit);
    if (parts.includes('active'))
      query = query.where('status', 'not in', ['delivered', 'cancelled']);
    if (parts.includes('past')) query = query.where('status', 'in', ['delivered', 'cancelled']);
    if (parts.includes('year'))
      query = query.where(sql<boolean>`placed_year = cast(${asked('year')} as integer)`);
    if (parts.includes('after'))
      query = query.where(sql<boolean>`(placed_at, id) < (${asked('at')}, ${asked('id')})`);
    const pages = db.selectFrom(query.as('page')).select(joinedTexts(db, 'card').as('cards'));
    const of = db.selectFrom(years.as('years')).select(joinedTexts(db, 'year').as('years'));
    return db.selectNoFrom([
      pages.as('cards'),
      (parts.includes('after') ? sql<null>`null` : of).as('years'),
    ]);
  });
}
