import type { Kysely } from 'kysely';
import type { PasskeyRecord, PasskeyStore } from '../ports.ts';
import { hold } from './dialect.ts';
import { noting } from './noted-acts.ts';
import type { Database } from './schema.ts';
import type { StaffPasskeysTable } from './staff-tables.ts';

/** Passkeys of the shop’s people. */
export function createPasskeyStore(db: Kysely<Database>): PasskeyStore {
  const inShop = (shop: string) =>
    db.selectFrom('staff_passkeys').selectAll().where('shop_id', '=', shop);
  return {
    async of(shop, staff) {
      const rows = await inShop(shop)
        .where('staff_id', '=', staff)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map(passkeyOf);
    },

    async byCredential(shop, credential) {
      const row = await inShop(shop).where('credential', '=', credential).executeTakeFirst();
      return row && passkeyOf(row);
    },

    add: (passkey, most, audit) =>
      noting(db, audit, async (tx) => {
        if ((await held(tx, passkey.shop, passkey.staff)) >= most) return false;
        const added = await tx
          .insertInto('staff_passkeys')
          .values(passkeyRow(passkey))
          .onConflict((it) => it.columns(['shop_id', 'credential']).doNothing())
          .returning('id')
          .executeTakeFirst();
        return added !== undefined;
      }),

    async used(shop, id, { at, counter }) {
      const used = await db
        .updateTable('staff_passkeys')
        .set({ used_at: at, counter })
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .where((it) => it.or([it('counter', '=', 0), it('counter', '<', counter)]))
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },

    async rename(shop, staff, id, name) {
      const row = await db
        .updateTable('staff_passkeys')
        .set({ name })
        .where('shop_id', '=', shop)
        .where('staff_id', '=', staff)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && passkeyOf(row);
    },

    remove: (shop, staff, id, least, audit) => {
      const remove = async (tx: Kysely<Database>) => {
        const count = await held(tx, shop, staff);
        const known = await tx
          .selectFrom('staff_passkeys')
          .select('id')
          .where('shop_id', '=', shop)
          .where('staff_id', '=', staff)
          .where('id', '=', id)
          .executeTakeFirst();
        if (!known) return 'unknown';
        if (count <= least) return 'last';
        await tx
          .deleteFrom('staff_passkeys')
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .execute();
        return 'removed';
      };
      return noting(db, audit, remove, (end) => end === 'removed');
    },
  };
}

/** How many they have, with nobody else adding or removing meanwhile. */
async function held(tx: Kysely<Database>, shop: string, staff: string): Promise<number> {
  await hold(tx, `passkeys of ${shop} ${staff}`);
  const { count } = await tx
    .selectFrom('staff_passkeys')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('shop_id', '=', shop)
    .where('staff_id', '=', staff)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const passkeyOf = (row: StaffPasskeysTable): PasskeyRecord => ({
  ...{ shop: row.shop_id, id: row.id, staff: row.staff_id, credential: row.credential },
  ...{ publicKey: row.public_key, counter: row.counter, name: row.name, addedAt: row.added_at },
  ...(row.used_at !== null && { usedAt: row.used_at }),
});

const passkeyRow = (passkey: PasskeyRecord): StaffPasskeysTable => ({
  ...{ shop_id: passkey.shop, id: passkey.id, staff_id: passkey.staff },
  ...{ credential: passkey.credential, public_key: passkey.publicKey, counter: passkey.counter },
  ...{ name: passkey.name, added_at: passkey.addedAt, used_at: passkey.usedAt ?? null },
});
