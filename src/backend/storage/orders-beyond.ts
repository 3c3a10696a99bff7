import type { Kysely } from 'kysely';
import type { OrderSummary } from '../../contract/orders.ts';
import type { ContactPoint, OrderList, OrderListQuery } from '../ports.ts';
import { readCursor } from './cursor.ts';
import { keyOf } from './customer-rows.ts';
import { cursorAfter } from './order-list.ts';
import type { Database } from './schema.ts';

/** As many as a page may hold: whoever has more of them is told less of them, not nothing. */
const MOST = 50;

/**
 * Orders whose contact is this one though they are not this customer's: their own contact, or their
 * customer's where they name none. Few sessions have any, so these queries are made as they are
 * needed.
 */
const beyond = (db: Kysely<Database>, shop: string, customer: string, contact: ContactPoint) => {
  const [column, key] = keyOf(contact);
  return db
    .selectFrom('orders')
    .where('orders.shop_id', '=', shop)
    .where((it) => it.or([it('customer_id', 'is', null), it('customer_id', '!=', customer)]))
    .where((it) =>
      it.or([
        it(column, '=', key),
        it.and([
          it(column, 'is', null),
          it(
            'customer_id',
            'in',
            it
              .selectFrom('customers')
              .select('customers.id')
              .where('customers.shop_id', '=', shop)
              .where(`customers.${column}`, '=', key),
          ),
        ]),
      ]),
    );
};

export async function ordersBeyond(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  contact: ContactPoint,
): Promise<string[]> {
  const rows = await beyond(db, shop, customer, contact)
    .select('orders.id')
    .orderBy('placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ id }) => id);
}

/** A page of the customer's own orders with those beyond put in where they belong. */
export async function withBeyond(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  { contact, ...query }: OrderListQuery & { contact: ContactPoint },
  own: OrderList,
): Promise<OrderList> {
  const { limit, cursor } = query;
  const others = await cardsBeyond(db, shop, customer, contact, query);
  const all = [...own.orders, ...others].map(placed).sort(newestFirst);
  const orders = all.slice(0, limit).map(({ card }) => card);
  const last = own.next !== undefined || all.length > limit ? orders.at(-1) : undefined;
  const isFirst = cursor === undefined || !readCursor(cursor);
  return {
    orders,
    ...(last !== undefined && { next: cursorAfter(last) }),
    ...(isFirst && {
      years: [
        ...new Set([...(own.years ?? []), ...(await yearsBeyond(db, shop, customer, contact))]),
      ].sort((one, other) => other - one),
    }),
  };
}

/** A card with what it is sorted by. */
function placed(card: string) {
  const { placedAt, id }: OrderSummary = JSON.parse(card);
  return { card, placedAt, id };
}
type Placed = ReturnType<typeof placed>;

const newestFirst = (one: Placed, other: Placed): number =>
  one.placedAt < other.placedAt || (one.placedAt === other.placedAt && one.id < other.id) ? 1 : -1;

async function cardsBeyond(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  contact: ContactPoint,
  { filter, year, limit, cursor }: OrderListQuery,
): Promise<string[]> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const ended = ['delivered', 'cancelled'] as const;
  let query = beyond(db, shop, customer, contact)
    .select('card')
    .orderBy('placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(limit + 1);
  if (filter !== 'all') query = query.where('status', filter === 'past' ? 'in' : 'not in', ended);
  if (year !== undefined) query = query.where('placed_year', '=', year);
  if (after)
    query = query.where((it) =>
      it.or([
        it('placed_at', '<', after.at),
        it.and([it('placed_at', '=', after.at), it('orders.id', '<', after.id)]),
      ]),
    );
  const rows = await query.execute();
  return rows.map(({ card }) => card);
}

async function yearsBeyond(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  contact: ContactPoint,
): Promise<number[]> {
  const rows = await beyond(db, shop, customer, contact).select('placed_year').distinct().execute();
  return rows.map(({ placed_year }) => placed_year);
}
