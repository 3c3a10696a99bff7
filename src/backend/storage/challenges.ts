import { sql, type Kysely } from 'kysely';
import type { ChallengeRecord, ChallengeStore } from '../ports.ts';
import type { ChallengesTable } from './identity-tables.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** Codes that were asked for. Counting a try is one statement. */
export function createChallengeStore(db: Kysely<Database>): ChallengeStore {
  const one = (shop: string, id: string) =>
    db.selectFrom('challenges').selectAll().where('shop_id', '=', shop).where('id', '=', id);
  return {
    async open(challenge) {
      await db.insertInto('challenges').values(rowOf(challenge)).execute();
    },

    async arm(shop, id, { hash, address }) {
      await db
        .updateTable('challenges')
        .set({ code_hash: hash, address })
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .execute();
    },

    async countTry(shop, id, now, most) {
      const counted = await db
        .updateTable('challenges')
        .set((it) => ({ tries: it('tries', '+', 1) }))
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .where('tries', '<', most)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      if (counted) return { challenge: challengeOf(counted), counted: true };
      const row = await one(shop, id).executeTakeFirst();
      return row && { challenge: challengeOf(row), counted: false };
    },

    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'challenges', key: ['shop_id', 'id'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}

const rowOf = (challenge: ChallengeRecord): ChallengesTable => ({
  shop_id: challenge.shop,
  id: challenge.id,
  channel: challenge.channel,
  address: challenge.address,
  address_key: challenge.addressKey,
  code_hash: challenge.codeHash ?? null,
  tries: challenge.tries,
  expires_at: challenge.expiresAt,
  used_at: challenge.usedAt ?? null,
  session_id: challenge.session ?? null,
});

const challengeOf = (row: ChallengesTable): ChallengeRecord => ({
  shop: row.shop_id,
  id: row.id,
  channel: row.channel,
  address: row.address,
  addressKey: row.address_key,
  tries: row.tries,
  expiresAt: row.expires_at,
  ...(row.code_hash !== null && { codeHash: row.code_hash }),
  ...(row.used_at !== null && { usedAt: row.used_at }),
  ...(row.session_id !== null && { session: row.session_id }),
});
