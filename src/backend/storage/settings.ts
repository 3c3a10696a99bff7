import type { Kysely } from 'kysely';
import { orderNumberKey } from '../../domain/identity/lookup-keys.ts';
import type { SettingRecord, SettingStore } from '../ports.ts';
import { noting } from './noted-acts.ts';
import type { Database } from './schema.ts';
import type { ShopSettingsTable } from './staff-tables.ts';

/** What admins have set in the console. */
export function createSettingStore(db: Kysely<Database>): SettingStore {
  return {
    async all(shop) {
      const all = db.selectFrom('shop_settings').selectAll();
      const rows = await (shop === undefined ? all : all.where('shop_id', '=', shop)).execute();
      return rows.map(settingOf);
    },

    async save(setting, audit) {
      const row = settingRow(setting);
      const { shop_id, name, version, ...changed } = row;
      const saved = await noting(db, audit, (tx) =>
        version === 1
          ? tx
              .insertInto('shop_settings')
              .values(row)
              .onConflict((it) => it.columns(['shop_id', 'name']).doNothing())
              .returning('version')
              .executeTakeFirst()
          : tx
              .updateTable('shop_settings')
              .set({ ...changed, version })
              .where('shop_id', '=', shop_id)
              .where('name', '=', name)
              .where('version', '=', version - 1)
              .returning('version')
              .executeTakeFirst(),
      );
      return saved !== undefined;
    },

    async remove(shop, name, audit) {
      await noting(db, audit, (tx) =>
        tx
          .deleteFrom('shop_settings')
          .where('shop_id', '=', shop)
          .where('name', '=', name)
          .returning('name')
          .executeTakeFirst(),
      );
    },

    newestOrders(shop, { most, number }) {
      const newest = db
        .selectFrom('orders')
        .select(['id', 'number'])
        .where('shop_id', '=', shop)
        .orderBy('placed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most);
      return (
        number === undefined ? newest : newest.where('number_key', '=', orderNumberKey(number))
      ).execute();
    },
  };
}

const settingOf = (row: ShopSettingsTable): SettingRecord => ({
  ...{ shop: row.shop_id, name: row.name, version: row.version, value: row.value },
  ...{ at: row.saved_at, by: row.saved_by },
});

const settingRow = (setting: SettingRecord): ShopSettingsTable => ({
  ...{ shop_id: setting.shop, name: setting.name, version: setting.version, value: setting.value },
  ...{ saved_at: setting.at, saved_by: setting.by },
});
