import type { Kysely } from 'kysely';
import type { Share } from '../../contract/wishlists.ts';
import type { ShareStore, WishlistStore } from '../ports.ts';
import { bit } from './dialect.ts';
import type { Database } from './schema.ts';
import type { WishlistSharesTable } from './wishlist-tables.ts';

/** The links by which shoppers share their lists, and what friends have marked there. */
export function createShareStore(db: Kysely<Database>, wishlists: WishlistStore): ShareStore {
  return {
    async of(shop, customer) {
      const rows = await db
        .selectFrom('wishlist_shares')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .orderBy('list_id')
        .execute();
      return rows.map(shareOf);
    },

    async open(shop, customer, { list, token, friends }, at) {
      const row = await db
        .insertInto('wishlist_shares')
        .values({
          ...{ shop_id: shop, customer_id: customer, list_id: list, token },
          ...{ friends: bit(friends), created_at: at.toISOString() },
        })
        .onConflict((conflict) =>
          conflict
            .columns(['shop_id', 'customer_id', 'list_id'])
            .doUpdateSet({ friends: bit(friends) }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return shareOf(row);
    },

    end: (shop, customer, list) =>
      db.transaction().execute(async (tx) => {
        const ended = await tx
          .deleteFrom('wishlist_shares')
          .where('shop_id', '=', shop)
          .where('customer_id', '=', customer)
          .where('list_id', '=', list)
          .returning('token')
          .executeTakeFirst();
        if (ended)
          await tx
            .deleteFrom('gift_marks')
            .where('shop_id', '=', shop)
            .where('token', '=', ended.token)
            .execute();
      }),

    async find(shop, token) {
      const row = await db
        .selectFrom('wishlist_shares')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('token', '=', token)
        .executeTakeFirst();
      if (!row) return undefined;
      const marks = await db
        .selectFrom('gift_marks')
        .select('product_id')
        .where('shop_id', '=', shop)
        .where('token', '=', token)
        .execute();
      return {
        ...(await wishlists.all(shop, row.customer_id)),
        customer: row.customer_id,
        share: shareOf(row),
        taken: new Set(marks.map(({ product_id }) => product_id)),
      };
    },

    async mark(shop, token, product, by, at) {
      const row = await db
        .insertInto('gift_marks')
        .values({ shop_id: shop, token, product_id: product, marked_by: by, at: at.toISOString() })
        .onConflict((conflict) =>
          conflict
            .columns(['shop_id', 'token', 'product_id'])
            .doUpdateSet({ marked_by: by })
            .where('gift_marks.marked_by', '=', by),
        )
        .returning('token')
        .executeTakeFirst();
      return row !== undefined;
    },

    async unmark(shop, token, product, by) {
      await db
        .deleteFrom('gift_marks')
        .where('shop_id', '=', shop)
        .where('token', '=', token)
        .where('product_id', '=', product)
        .where('marked_by', '=', by)
        .execute();
    },
  };
}

const shareOf = ({ list_id, token, friends }: WishlistSharesTable): Share => ({
  ...{ list: list_id, token, friends: friends === 1 },
});
