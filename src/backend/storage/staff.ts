import { sql, type Kysely } from 'kysely';
import type { StaffStore } from '../ports.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { noting } from './noted-acts.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';
import { auditOf, noteAudit, staffOf, staffRow } from './staff-rows.ts';
import { createStaffSessions } from './staff-sessions.ts';

/** The shop's people. What serves once is taken by one statement. */
export function createStaffStore(db: Kysely<Database>): StaffStore {
  const people = (shop: string) => db.selectFrom('staff').selectAll().where('shop_id', '=', shop);
  const change = (shop: string, id: string) =>
    db.updateTable('staff').where('shop_id', '=', shop).where('id', '=', id);
  return {
    async add(staff, audit) {
      const added = await noting(db, audit, (tx) =>
        tx
          .insertInto('staff')
          .values(staffRow(staff))
          .onConflict((it) => it.columns(['shop_id', 'email']).doNothing())
          .returning('id')
          .executeTakeFirst(),
      );
      return added !== undefined;
    },

    async all(shop, most) {
      const rows = await people(shop).orderBy('name').orderBy('id').limit(most).execute();
      return rows.map(staffOf);
    },

    async member(shop, id) {
      const row = await people(shop).where('id', '=', id).executeTakeFirst();
      return row && staffOf(row);
    },

    async byEmail(shop, email) {
      const row = await people(shop).where('email', '=', email).executeTakeFirst();
      return row && staffOf(row);
    },

    async remove(shop, id, audit) {
      const removed = await noting(db, audit, (tx) =>
        tx
          .deleteFrom('staff')
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst(),
      );
      return removed !== undefined;
    },

    async resetSecret(shop, id, audit) {
      const reset = await noting(db, audit, async (tx) => {
        const found = await tx
          .updateTable('staff')
          .set({ secret: null, step: null })
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        for (const table of [
          ...(['staff_sessions', 'staff_recovery_codes', 'staff_links'] as const),
          'staff_passkeys' as const,
        ])
          await tx
            .deleteFrom(table)
            .where('shop_id', '=', shop)
            .where('staff_id', '=', id)
            .execute();
        return found;
      });
      return reset !== undefined;
    },

    async proposeSecret(shop, id, secret) {
      await change(shop, id).set({ secret }).where('step', 'is', null).execute();
    },

    async useStep(shop, id, step) {
      const used = await change(shop, id)
        .set({ step })
        .where((it) => it.or([it('step', 'is', null), it('step', '<', step)]))
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },

    async setRecoveryCodes(shop, id, hashes, audit) {
      await noting(db, audit, async (tx) => {
        await tx
          .deleteFrom('staff_recovery_codes')
          .where('shop_id', '=', shop)
          .where('staff_id', '=', id)
          .execute();
        await tx
          .insertInto('staff_recovery_codes')
          .values(hashes.map((hash) => ({ shop_id: shop, staff_id: id, hash })))
          .execute();
        return true;
      });
    },

    async useRecoveryCode(shop, id, hash, audit) {
      const used = await noting(db, audit, (tx) =>
        tx
          .deleteFrom('staff_recovery_codes')
          .where('shop_id', '=', shop)
          .where('staff_id', '=', id)
          .where('hash', '=', hash)
          .returning('hash')
          .executeTakeFirst(),
      );
      return used !== undefined;
    },

    ...createStaffSessions(db),

    note: (entry) => noteAudit(db, entry),

    async audit(shop, { cursor, limit, staff, action, from: since, until }) {
      const from = cursor === undefined ? undefined : readCursor(cursor);
      let query = db
        .selectFrom('staff_audit')
        .selectAll()
        .where('shop_id', '=', shop)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (from)
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('at', 'id'), '<', tuple(from.at, from.id)),
        );
      if (staff !== undefined) query = query.where('staff_id', '=', staff);
      if (action !== undefined) query = query.where('action', '=', action);
      if (since !== undefined) query = query.where('at', '>=', since);
      if (until !== undefined) query = query.where('at', '<', until);
      const rows = await query.execute();
      const items = rows.slice(0, limit).map(auditOf);
      const end = rows.length > limit ? items.at(-1) : undefined;
      return { items, ...(end && { next: cursorAt(end.at, end.id) }) };
    },

    async purge(now, signal) {
      const links = {
        table: 'staff_links',
        key: ['shop_id', 'hash'],
        where: sql<boolean>`expires_at <= ${now}`,
      } as const;
      const sessions = {
        table: 'staff_sessions',
        key: ['shop_id', 'id'],
        where: sql<boolean>`ends_at <= ${now}`,
      } as const;
      return (await purgeRows(db, links, signal)) + (await purgeRows(db, sessions, signal));
    },
  };
}
