import type { Kysely } from 'kysely';
import type { SessionTrace } from '../ports.ts';
import type { Database } from './schema.ts';

/** A customer's live sessions, the newest first. */
export async function sessionsOf(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  { now, most }: { now: string; most: number },
): Promise<SessionTrace[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'browser', 'system', 'started_at', 'seen_at'])
    .where('shop_id', '=', shop)
    .where('customer_id', '=', customer)
    .where('ends_at', '>', now)
    // one that nobody can come back to is over, whether or not it has been cleared away
    .where((it) =>
      it.exists(
        it
          .selectFrom('session_tokens')
          .select('hash')
          .whereRef('session_tokens.session_id', '=', 'sessions.id')
          .where('session_tokens.expires_at', '>', now),
      ),
    )
    .orderBy('ends_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...(row.browser !== null && { browser: row.browser }),
    ...(row.system !== null && { system: row.system }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.seen_at !== null && { seenAt: row.seen_at }),
  }));
}

/** Ends all of them, or the one of this id; names those that have ended. */
export async function endSessionsOf(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  id?: string,
): Promise<string[]> {
  const theirs = db
    .deleteFrom('sessions')
    .where('shop_id', '=', shop)
    .where('customer_id', '=', customer);
  const ended = await (id === undefined ? theirs : theirs.where('id', '=', id))
    .returning('id')
    .execute();
  return ended.map((row) => row.id);
}
