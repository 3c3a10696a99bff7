import type { Kysely } from 'kysely';
import { createTable } from './create-table.ts';

/** What shoppers have saved, the links by which they share it, and the mails they ask for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const whose = { shop_id: 'key', customer_id: 'key' } as const;
  const written = { removed: 'int', at: 'key', device: 'key' } as const;
  await createTable(db, 'wishes', {
    columns: {
      ...{ ...whose, product_id: 'key', variant_id: 'key', list_id: 'key', quantity: 'int' },
      ...{ note: 'text?', saved_at: 'key', price: 'int?', currency: 'text?', ...written },
    },
    primaryKey: ['shop_id', 'customer_id', 'product_id', 'variant_id'],
    indexes: {
      wishes_by_product: ['shop_id', 'product_id', 'removed', 'customer_id'],
      wishes_by_removal: ['removed', 'at'],
      wishes_by_owner: ['shop_id', 'customer_id', 'removed'],
    },
  });
  await createTable(db, 'wishlists', {
    columns: { ...whose, id: 'key', name: 'text', ...written },
    primaryKey: ['shop_id', 'customer_id', 'id'],
    indexes: { wishlists_by_removal: ['removed', 'at'] },
  });
  await createTable(db, 'wishlist_shares', {
    columns: { ...whose, token: 'key', list_id: 'key', friends: 'int', created_at: 'key' },
    primaryKey: ['shop_id', 'customer_id', 'list_id'],
    indexes: { wishlist_shares_by_token: ['shop_id', 'token'] },
  });
  await createTable(db, 'gift_marks', {
    columns: { shop_id: 'key', token: 'key', product_id: 'key', marked_by: 'key', at: 'key' },
    primaryKey: ['shop_id', 'token', 'product_id'],
  });
  await createTable(db, 'wishlist_alerts', {
    columns: {
      ...{ ...whose, id: 'key', product_id: 'key', variant_id: 'key', kind: 'key' },
      ...{ below: 'int?', currency: 'text?', language: 'text?', armed: 'int' },
      ...{ asked_at: 'key', taken_until: 'key?' },
    },
    primaryKey: ['shop_id', 'customer_id', 'variant_id', 'kind'],
    indexes: { wishlist_alerts_by_id: ['shop_id', 'id'] },
  });
}
