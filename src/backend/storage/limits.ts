import type { Kysely } from 'kysely';
import type { LimitStore, Quota } from '../ports.ts';
import type { Database } from './schema.ts';

/** Thrown to undo what has been counted, caught where it is thrown from. */
class UsedUp extends Error {
  readonly until: string;
  constructor(until: string) {
    super('A limit is used up');
    this.until = until;
  }
}

/** Windows that open with the first hit: one upsert counts in all of them at once. */
export function createLimitStore(db: Kysely<Database>): LimitStore {
  return {
    async take(quotas, now) {
      if (quotas.length === 0) return { taken: true };
      try {
        await db.transaction().execute(async (tx) => {
          const rows = await count(tx, quotas, now);
          const until = lastEnd(rows.filter((row) => row.count > mostOf(quotas, row)));
          if (until !== undefined) throw new UsedUp(until);
        });
        return { taken: true };
      } catch (error) {
        if (error instanceof UsedUp) return { taken: false, until: error.until };
        throw error;
      }
    },

    async freeFrom(quotas, now) {
      if (quotas.length === 0) return undefined;
      const rows = await db
        .selectFrom('limits')
        .selectAll()
        .where('key', 'in', [...new Set(quotas.map(({ key }) => key))])
        .where('ends_at', '>', now)
        .execute();
      return lastEnd(rows.filter((row) => row.count >= mostOf(quotas, row)));
    },

    async giveBack(keys) {
      if (keys.length === 0) return;
      await db
        .updateTable('limits')
        .set((it) => ({ count: it('count', '-', 1) }))
        .where('key', 'in', [...keys])
        .where('count', '>', 0)
        .execute();
    },

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

    async purge(now) {
      const gone = await db.deleteFrom('limits').where('ends_at', '<=', now).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

/** A window that has ended starts again at one. Keys go in one order, so two cannot block each other. */
const count = (tx: Kysely<Database>, quotas: readonly Quota[], now: string) =>
  tx
    .insertInto('limits')
    .values(
      quotas
        .map(({ key, seconds }) => ({ key, count: 1, ends_at: after(now, seconds) }))
        .sort((one, other) => (one.key < other.key ? -1 : 1)),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((it) => ({
        count: it
          .case()
          .when('limits.ends_at', '<=', now)
          .then(1)
          .else(it('limits.count', '+', 1))
          .end(),
        ends_at: it
          .case()
          .when('limits.ends_at', '<=', now)
          .then(it.ref('excluded.ends_at'))
          .else(it.ref('limits.ends_at'))
          .end(),
      })),
    )
    .returning(['key', 'count', 'ends_at'])
    .execute();

const mostOf = (quotas: readonly Quota[], { key }: { key: string }): number =>
  Math.min(...quotas.filter((quota) => quota.key === key).map(({ most }) => most));

/** All of them must have ended before there is room in each. */
const lastEnd = (rows: readonly { ends_at: string }[]): string | undefined =>
  rows
    .map(({ ends_at }) => ends_at)
    .sort()
    .at(-1);

const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();
