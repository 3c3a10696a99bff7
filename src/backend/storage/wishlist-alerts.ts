import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Alert } from '../../contract/wishlists.ts';
import type { AlertStore, WantedAlert } from '../ports.ts';
import { FEW } from '../../domain/wishlists/marks.ts';
import { forUpdateSkipLocked } from './dialect.ts';
import type { Database } from './schema.ts';
import type { WishlistAlertsTable } from './wishlist-tables.ts';

/**
 * Mails that shoppers have asked for. What a variant is now decides, not how it became so: news of
 * the shop, an import and a return that fills the shelf again all count.
 */
export function createAlertStore(db: Kysely<Database>): AlertStore {
  return {
    async of(shop, customer) {
      const rows = await db
        .selectFrom('wishlist_alerts')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .orderBy('variant_id')
        .orderBy('kind')
        .execute();
      return rows.map(alertOf);
    },

    set: ({ id, shop, customer, alert, language, at }) =>
      db.transaction().execute(async (tx) => {
        const { product, variant, kind, below } = alert;
        const asked = {
          ...{ product_id: product, below: below?.amount ?? null },
          ...{ currency: below?.currency ?? null, language, armed: 0, asked_at: at.toISOString() },
        };
        await tx
          .insertInto('wishlist_alerts')
          .values({
            ...{ shop_id: shop, id, customer_id: customer, variant_id: variant, kind },
            ...{ ...asked, taken_until: null },
          })
          .onConflict((conflict) =>
            conflict
              .columns(['shop_id', 'customer_id', 'variant_id', 'kind'])
              .doUpdateSet({ ...asked, taken_until: null }),
          )
          .execute();
        await arm(tx, shop);
      }),

    async remove(shop, customer, variant, kind) {
      await db
        .deleteFrom('wishlist_alerts')
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .where('variant_id', '=', variant)
        .where('kind', '=', kind)
        .execute();
    },

    async end(shop, id) {
      await db
        .deleteFrom('wishlist_alerts')
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .execute();
    },

    arm: (shop) => arm(db, shop),

    async settle({ shop, id, until }, again) {
      const mine = { shop_id: shop, id, taken_until: until };
      if (again === undefined)
        await db
          .deleteFrom('wishlist_alerts')
          .where((it) => it.and(mine))
          .execute();
      else
        await db
          .updateTable('wishlist_alerts')
          .set({ taken_until: again })
          .where((it) => it.and(mine))
          .execute();
    },

    take: (shop, { now, until }) =>
      db.transaction().execute(async (tx) => {
        const due = tx
          .selectFrom('wishlist_alerts')
          .selectAll()
          .where('shop_id', '=', shop)
          .where('armed', '=', 1)
          .where((it) => it.or([it('taken_until', 'is', null), it('taken_until', '<=', now)]))
          .where(isSo)
          .orderBy('asked_at')
          .limit(1);
        const row = await forUpdateSkipLocked(tx, due).executeTakeFirst();
        if (!row) return undefined;
        await tx
          .updateTable('wishlist_alerts')
          .set({ taken_until: until })
          .where('shop_id', '=', shop)
          .where('id', '=', row.id)
          .execute();
        return { ...wantedOf(row), until };
      }),
  };
}

/** What was asked for is so: the variant is there, at that price, or few of it are left. */
const isSo: RawBuilder<boolean> = sql<boolean>`exists (
  select 1 from variants v
  where v.shop_id = wishlist_alerts.shop_id and v.id = wishlist_alerts.variant_id
    and v.available = 1 and (v.stock is null or v.stock > 0)
    and (wishlist_alerts.kind = 'back'
      or (wishlist_alerts.kind = 'price' and v.price <= wishlist_alerts.below
        and v.currency = wishlist_alerts.currency)
      or (wishlist_alerts.kind = 'low' and v.stock <= ${sql.lit(FEW)})))`;

async function arm(tx: Kysely<Database>, shop: string): Promise<void> {
  await tx
    .updateTable('wishlist_alerts')
    .set({ armed: 1 })
    .where('shop_id', '=', shop)
    .where('armed', '=', 0)
    .where(sql<boolean>`not ${isSo}`)
    .execute();
}

const alertOf = (row: WishlistAlertsTable): Alert => ({
  ...{ product: row.product_id, variant: row.variant_id, kind: row.kind },
  ...(row.below !== null && { below: { amount: row.below, currency: row.currency! } }),
});

const wantedOf = (row: WishlistAlertsTable): WantedAlert => ({
  ...{ id: row.id, shop: row.shop_id, customer: row.customer_id, language: row.language },
  alert: alertOf(row),
});
