import { sql, type Kysely, type Transaction } from 'kysely';
import type { AnswerStore, Keep, SealedAnswer } from '../ports.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** Answers under their Idempotency-Keys. Whoever inserts the row may act; the others wait or read. */
export function createAnswerStore(db: Kysely<Database>): AnswerStore {
  return {
    async claim({ shop, key, request, now, staleBefore, expiresAt }) {
      const claimed = await db
        .insertInto('kept_answers')
        .values({
          shop_id: shop,
          key,
          request,
          sealed: null,
          claimed_at: now,
          expires_at: expiresAt,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['shop_id', 'key'])
            .doUpdateSet((it) => ({
              request: it.ref('excluded.request'),
              sealed: null,
              claimed_at: now,
              expires_at: expiresAt,
            }))
            .where((it) =>
              it.or([
                it('kept_answers.expires_at', '<=', now),
                it.and([
                  it('kept_answers.sealed', 'is', null),
                  it('kept_answers.claimed_at', '<=', staleBefore),
                  it('kept_answers.request', '=', request),
                ]),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      if (claimed) return { state: 'claimed' };
      const row = await db
        .selectFrom('kept_answers')
        .select(['request', 'sealed'])
        .where('shop_id', '=', shop)
        .where('key', '=', key)
        .executeTakeFirst();
      // gone between the two statements: the first one failed and let go of it
      if (!row) return { state: 'in_flight' };
      if (row.request !== request) return { state: 'other_request' };
      return row.sealed === null ? { state: 'in_flight' } : { state: 'kept', sealed: row.sealed };
    },

    keep: (answer) => keepIn(db, answer),

    async release({ shop, key, at }) {
      await db
        .deleteFrom('kept_answers')
        .where('shop_id', '=', shop)
        .where('key', '=', key)
        .where('claimed_at', '=', at)
        .where('sealed', 'is', null)
        .execute();
    },

    async releaseAll() {
      const gone = await db
        .deleteFrom('kept_answers')
        .where('sealed', 'is', null)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },

    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'kept_answers', key: ['shop_id', 'key'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}

/**
 * Keeps the answer of a write within its transaction, as the last thing done there. A write whose
 * claim somebody else has taken over meanwhile is undone: theirs counts.
 */
export async function keepAnswer<Result>(
  tx: Transaction<Database>,
  keep: Keep<Result> | undefined,
  result: Result,
): Promise<void> {
  if (keep && !(await keepIn(tx, await keep(result))))
    throw new Error('The claim of this write counts no more');
}

async function keepIn(db: Kysely<Database>, answer: SealedAnswer): Promise<boolean> {
  const { shop, key, at, sealed, expiresAt } = answer;
  const { numUpdatedRows } = await db
    .updateTable('kept_answers')
    .set({ sealed, expires_at: expiresAt })
    .where('shop_id', '=', shop)
    .where('key', '=', key)
    .where('claimed_at', '=', at)
    .where('sealed', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
