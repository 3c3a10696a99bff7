import type { Kysely } from 'kysely';
import type { StaffStore } from '../ports.ts';
import { noting } from './noted-acts.ts';
import type { Database } from './schema.ts';
import { staffOf, staffSessionOf } from './staff-rows.ts';

/** Links and sessions of the shop's people. */
export function createStaffSessions(
  db: Kysely<Database>,
): Pick<
  StaffStore,
  | 'addLink'
  | 'useLink'
  | 'startSession'
  | 'session'
  | 'sessionLives'
  | 'countCode'
  | 'seen'
  | 'takeTurn'
  | 'endSession'
  | 'endSessions'
> {
  return {
    async addLink({ shop, staff, hash, expiresAt }) {
      await db
        .insertInto('staff_links')
        .values({ shop_id: shop, staff_id: staff, hash, expires_at: expiresAt })
        .execute();
    },

    async useLink(shop, hash, now) {
      const used = await db
        .deleteFrom('staff_links')
        .where('shop_id', '=', shop)
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .returning('staff_id')
        .executeTakeFirst();
      return used?.staff_id;
    },

    async startSession({ shop, id, staff, isWhole, seenAt, endsAt }, hash, audit) {
      await noting(db, audit, (tx) =>
        tx
          .insertInto('staff_sessions')
          .values({
            ...{ shop_id: shop, id, staff_id: staff, hash, whole: isWhole ? 1 : 0, codes: 0 },
            ...{ seen_at: seenAt, ends_at: endsAt },
          })
          .returning('id')
          .executeTakeFirst(),
      );
    },

    async session(shop, hash) {
      const row = await db
        .selectFrom('staff_sessions')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('hash', '=', hash)
        .executeTakeFirst();
      if (!row) return undefined;
      const staff = await db
        .selectFrom('staff')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('id', '=', row.staff_id)
        .executeTakeFirst();
      return staff && { session: staffSessionOf(row), staff: staffOf(staff) };
    },

    async sessionLives(shop, id, { now, seenSince }) {
      const row = await one(shop, id)
        .select('id')
        .where('ends_at', '>', now)
        .where('seen_at', '>', seenSince)
        .executeTakeFirst();
      return row !== undefined;
    },

    async countCode(shop, id) {
      const row = await db
        .updateTable('staff_sessions')
        .set((it) => ({ codes: it('codes', '+', 1) }))
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .returning('codes')
        .executeTakeFirst();
      return row ? row.codes - 1 : Infinity;
    },

    async seen(shop, id, at) {
      await db
        .updateTable('staff_sessions')
        .set({ seen_at: at })
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .execute();
    },

    async takeTurn(shop, { now, seenSince }) {
      const next = db
        .selectFrom('staff as next')
        .select('next.id')
        .where('next.shop_id', '=', shop)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('staff_sessions')
              .select('staff_sessions.id')
              .where('staff_sessions.shop_id', '=', shop)
              .whereRef('staff_sessions.staff_id', '=', 'next.id')
              .where('whole', '=', 1)
              .where('ends_at', '>', now)
              .where('seen_at', '>', seenSince),
          ),
        )
        .orderBy(({ fn, val }) => fn.coalesce('next.turn_at', val('')))
        .orderBy('next.id')
        .limit(1);
      const taken = await db
        .updateTable('staff')
        .set({ turn_at: now })
        .where('shop_id', '=', shop)
        .where('id', '=', next)
        .returning('id')
        .executeTakeFirst();
      return taken?.id;
    },

    async endSession(shop, id, audit) {
      await noting(db, audit, (tx) =>
        tx
          .deleteFrom('staff_sessions')
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst(),
      );
    },

    async endSessions(shop, staff, audit) {
      const end = (tx: Kysely<Database>) =>
        tx
          .deleteFrom('staff_sessions')
          .where('shop_id', '=', shop)
          .where('staff_id', '=', staff)
          .returning('id')
          .execute();
      const gone = await noting(db, audit, end, ({ length }) => length > 0);
      return gone.map(({ id }) => id);
    },
  };

  function one(shop: string, id: string) {
    return db.selectFrom('staff_sessions').where('shop_id', '=', shop).where('id', '=', id);
  }
}
