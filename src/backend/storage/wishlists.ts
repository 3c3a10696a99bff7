import { sql, type Kysely } from 'kysely';
import { decideMerge, type Decided, type Held, type Told } from '../../domain/wishlists/limits.ts';
import { wishKey } from '../../domain/wishlists/merge.ts';
import type { WishlistMoment, WishlistStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { chunks, hold, isAmong } from './dialect.ts';
import { prepared } from './prepared.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';
import { wishlistOf, wishlistRow, wishOf, wishRow, type Owner } from './wish-rows.ts';
import type { WishesTable, WishlistsTable } from './wishlist-tables.ts';

/** A device that comes back later than this may bring back what was taken away elsewhere. */
const REMEMBERED_DAYS = 400;
const DAY = 24 * 60 * 60 * 1000;
const whose = ['shop_id', 'customer_id'] as const;

/** What shoppers have saved; one shopper's lists are written by one at a time. */
export function createWishlistStore(db: Kysely<Database>): WishlistStore {
  const heldOf = createHeldOf(db);
  return {
    async all(shop, customer) {
      const living = { shop_id: shop, customer_id: customer, removed: 0 };
      const [lists, wishes] = await Promise.all([
        db
          .selectFrom('wishlists')
          .selectAll()
          .where((it) => it.and(living))
          .orderBy('id')
          .execute(),
        db
          .selectFrom('wishes')
          .selectAll()
          .where((it) => it.and(living))
          .orderBy('saved_at', 'desc')
          .orderBy('product_id')
          .orderBy('variant_id')
          .execute(),
      ]);
      return { lists: lists.map(wishlistOf), wishes: wishes.map(wishOf) };
    },

    merge: (shop, customer, told, moment) =>
      db.transaction().execute(async (tx) => {
        const owner = { shop_id: shop, customer_id: customer };
        await hold(tx, `wishlists ${JSON.stringify([shop, customer])}`);
        const held = await heldOf(tx, owner, told);
        const decided = decideMerge(held, told, moment.at);
        if ('refused' in decided) return decided;
        const now = await write(tx, owner, held, decided, moment);
        await keepAnswer(tx, moment.keep, now);
        return now;
      }),

    async counts(shop, products) {
      if (products.length === 0) return new Map();
      const rows = await db
        .selectFrom('wishes')
        .select((it) => ['product_id', it.fn.count('customer_id').distinct().as('shoppers')])
        .where('shop_id', '=', shop)
        .where('product_id', 'in', products)
        .where('removed', '=', 0)
        .groupBy('product_id')
        .execute();
      return new Map(rows.map((row) => [row.product_id, Number(row.shoppers)]));
    },

    async purge(now, signal) {
      const before = new Date(Date.parse(now) - REMEMBERED_DAYS * DAY).toISOString();
      const where = sql<boolean>`removed = 1 and at < ${before}`;
      const wishes = [...whose, 'product_id', 'variant_id'] as const;
      return (
        (await purgeRows(db, { table: 'wishes', key: wishes, where }, signal)) +
        (await purgeRows(db, { table: 'wishlists', key: [...whose, 'id'], where }, signal))
      );
    },
  };
}

/** What is known of the things told, and how many there are in all. */
function createHeldOf(db: Kysely<Database>) {
  const listsOf = prepared<Owner, WishlistsTable, Database>(db, (value) =>
    db
      .selectFrom('wishlists')
      .selectAll()
      .where('shop_id', '=', value('shop_id'))
      .where('customer_id', '=', value('customer_id')),
  );
  const wishesFor = prepared<Owner & { products: string }, WishesTable, Database>(db, (value) =>
    db
      .selectFrom('wishes')
      .selectAll()
      .where('shop_id', '=', value('shop_id'))
      .where('customer_id', '=', value('customer_id'))
      .where(isAmong(db, 'product_id', value('products'))),
  );
  const livingOf = prepared<Owner, { living: number | bigint | string }, Database>(db, (value) =>
    db
      .selectFrom('wishes')
      .select((it) => it.fn.countAll().as('living'))
      .where('shop_id', '=', value('shop_id'))
      .where('customer_id', '=', value('customer_id'))
      .where('removed', '=', 0),
  );
  return async (tx: Kysely<Database>, owner: Owner, told: Told): Promise<Held> => {
    const products = JSON.stringify([...new Set(told.wishes.map(({ product }) => product))]);
    const lists = await listsOf(owner, tx);
    const wishes = await wishesFor({ ...owner, products }, tx);
    const [count] = await livingOf(owner, tx);
    return {
      lists: lists.map(wishlistOf),
      wishes: wishes.map(wishOf),
      living: {
        lists: lists.filter(({ removed }) => !removed).length,
        wishes: Number(count!.living),
      },
    };
  };
}

async function write(
  tx: Kysely<Database>,
  owner: Owner,
  held: Held,
  { write: { lists, wishes }, now }: Decided,
  moment: WishlistMoment,
): Promise<Decided['now']> {
  const before = new Map(held.wishes.map((wish) => [wishKey(wish), wish]));
  // what was saved before keeps the price of that day
  const priced = (wish: Decided['now']['wishes'][number]) => {
    const known = before.get(wishKey(wish));
    return known && !known.removed ? known.price : moment.price(wish);
  };
  for (const some of chunks(lists.map((list) => wishlistRow(owner, list))))
    await tx
      .insertInto('wishlists')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'customer_id', 'id']).doUpdateSet((it) => ({
          name: it.ref('excluded.name'),
          removed: it.ref('excluded.removed'),
          at: it.ref('excluded.at'),
          device: it.ref('excluded.device'),
        })),
      )
      .execute();
  for (const some of chunks(wishes.map((wish) => wishRow(owner, wish, priced(wish)))))
    await tx
      .insertInto('wishes')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'customer_id', 'product_id', 'variant_id'])
          .doUpdateSet((it) => ({
            list_id: it.ref('excluded.list_id'),
            quantity: it.ref('excluded.quantity'),
            note: it.ref('excluded.note'),
            saved_at: it.ref('excluded.saved_at'),
            price: it.ref('excluded.price'),
            currency: it.ref('excluded.currency'),
            removed: it.ref('excluded.removed'),
            at: it.ref('excluded.at'),
            device: it.ref('excluded.device'),
          })),
      )
      .execute();
  return {
    lists: now.lists,
    wishes: now.wishes.map((wish) => {
      const price = priced(wish);
      return { ...wish, ...(price && { price }) };
    }),
  };
}
