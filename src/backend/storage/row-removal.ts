import type { Kysely } from 'kysely';
import type { Sifted } from '../../domain/news/row-marks.ts';
import type { OrderChange } from '../ports.ts';
import { forgetGifts } from './forgotten-gifts.ts';
import { forgetNews } from './forgotten-news.ts';
import { forgetOrder } from './forgotten-orders.ts';
import type { Database } from './schema.ts';

/**
 * Takes away what was told gone. With a customer go their sessions, what they sent and wrote, what we
 * know of what they did, what we made of their contact ourselves, and the orders told before, with all
 * that was done to them: nothing of the person stays.
 */
export async function removeRows(
  tx: Kysely<Database>,
  shop: string,
  remove: Sifted['remove'],
  erased: Sifted['erased'],
): Promise<OrderChange[]> {
  const orders = new Map<string, string | null>();
  for (const { customer, gone } of erased)
    for (const { id, customer_id } of await ordersBefore(tx, shop, customer, gone))
      orders.set(id, customer_id);
  for (const { kind, id } of remove) {
    if (kind === 'customer') await removeCustomer(tx, shop, id);
    if (kind === 'product')
      await tx.deleteFrom('products').where('shop_id', '=', shop).where('id', '=', id).execute();
    if (kind === 'order') {
      const there = await tx
        .selectFrom('orders')
        .select(['id', 'customer_id'])
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .executeTakeFirst();
      if (there) orders.set(there.id, there.customer_id);
    }
  }
  for (const id of orders.keys()) await forgetOrder(tx, shop, id);
  return [...orders].map(([id, customer]) => ({
    id,
    customers: customer === null ? [] : [customer],
  }));
}

/** Their orders told before they went, and those of the one we made of their contact. */
async function ordersBefore(tx: Kysely<Database>, shop: string, customer: string, gone: string) {
  const who = [customer, ...(await alsoThem(tx, shop, customer))];
  return tx
    .selectFrom('orders')
    .leftJoin('row_marks', (join) =>
      join
        .onRef('row_marks.shop_id', '=', 'orders.shop_id')
        .onRef('row_marks.id', '=', 'orders.id')
        .on('row_marks.kind', '=', 'order'),
    )
    .select(['orders.id', 'orders.customer_id'])
    .where('orders.shop_id', '=', shop)
    .where('orders.customer_id', 'in', who)
    .where((where) =>
      where.or([where('row_marks.version', 'is', null), where('row_marks.version', '<', gone)]),
    )
    .execute();
}

/** What a customer has beside their orders and their wishes. */
const theirs = [
  'sessions',
  'uploads',
  'events',
  'dismissals',
  'logins',
  'store_credits',
  'conversations',
] as const;

async function removeCustomer(tx: Kysely<Database>, shop: string, id: string): Promise<void> {
  const who = [id, ...(await alsoThem(tx, shop, id))];
  await forgetGifts(tx, shop, who);
  await forgetNews(tx, shop, { customers: who });
  for (const table of theirs)
    await tx
      .deleteFrom(table)
      .where('shop_id', '=', shop)
      .where('customer_id', 'in', who)
      .execute();
  await forgetWishes(tx, shop, who);
  // codes that were asked for, to an address as it was typed
  await tx
    .deleteFrom('challenges')
    .where('shop_id', '=', shop)
    .where(({ eb, fn, selectFrom }) =>
      eb(
        fn<string | null>('lower', ['address']),
        'in',
        selectFrom('customers')
          .select('email_key')
          .where('shop_id', '=', shop)
          .where('id', 'in', who),
      ),
    )
    .execute();
  await tx.deleteFrom('customers').where('shop_id', '=', shop).where('id', 'in', who).execute();
}

/** What they saved, the links to it with what friends marked there, the mails they asked for. */
async function forgetWishes(tx: Kysely<Database>, shop: string, who: string[]): Promise<void> {
  await tx
    .deleteFrom('gift_marks')
    .where('shop_id', '=', shop)
    .where('token', 'in', (it) =>
      it
        .selectFrom('wishlist_shares')
        .select('token')
        .where('shop_id', '=', shop)
        .where('customer_id', 'in', who),
    )
    .execute();
  for (const table of ['wishes', 'wishlists', 'wishlist_shares', 'wishlist_alerts'] as const)
    await tx
      .deleteFrom(table)
      .where('shop_id', '=', shop)
      .where('customer_id', 'in', who)
      .execute();
}

/** Customers made here of this one's contact, before the shop told of them. */
async function alsoThem(tx: Kysely<Database>, shop: string, id: string): Promise<string[]> {
  const made = await tx
    .selectFrom('customers as theirs')
    .innerJoin('customers as made', 'made.shop_id', 'theirs.shop_id')
    .select('made.id')
    .where('theirs.shop_id', '=', shop)
    .where('theirs.id', '=', id)
    .where('made.source', '=', 'desk')
    .where((where) =>
      where.or([
        where('made.email_key', '=', where.ref('theirs.email_key')),
        where('made.phone_key', '=', where.ref('theirs.phone_key')),
      ]),
    )
    .execute();
  return made.map((each) => each.id);
}
