import { sql, type Kysely } from 'kysely';
import type { LimitStore, Quota } from '../ports.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';
import { giveBack, takeAll } from './taken-quotas.ts';

/** Windows that open with the first hit, and how full each of them is. */
export function createLimitStore(db: Kysely<Database>): LimitStore {
  const limits: LimitStore = {
    async take(quotas, now) {
      if (await takeAll(db, quotas, now)) return { taken: true };
      const until = await limits.freeFrom(quotas, now);
      return until === undefined ? limits.take(quotas, now) : { taken: false, until };
    },

    async freeFrom(quotas, now) {
      if (quotas.length === 0) return undefined;
      const rows = await db
        .selectFrom('limits')
        .selectAll()
        .where('key', 'in', keysOf(quotas))
        .where('ends_at', '>', now)
        .execute();
      return lastEnd(rows.filter((row) => row.count >= mostOf(quotas, row)));
    },

    giveBack: (keys) => giveBack(db, keys),

    async taken(key, now) {
      const row = await db
        .selectFrom('limits')
        .select('count')
        .where('key', '=', key)
        .where('ends_at', '>', now)
        .executeTakeFirst();
      return row?.count ?? 0;
    },

    async clear(key) {
      await db.deleteFrom('limits').where('key', '=', key).execute();
    },

    purge: (now, signal) =>
      purgeRows(db, { table: 'limits', key: ['key'], where: sql`ends_at <= ${now}` }, signal),
  };
  return limits;
}

const keysOf = (quotas: readonly Quota[]) => [...new Set(quotas.map(({ key }) => key))];

const mostOf = (quotas: readonly Quota[], { key }: { key: string }): number =>
  Math.min(...quotas.filter((quota) => quota.key === key).map(({ most }) => most));

/** All of them must have ended before there is room in each. */
const lastEnd = (rows: readonly { ends_at: string }[]): string | undefined =>
  rows
    .map(({ ends_at }) => ends_at)
    .sort()
    .at(-1);
