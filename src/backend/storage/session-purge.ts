import { sql, type Kysely } from 'kysely';
import { forUpdateSkipLocked, isAmong } from './dialect.ts';
import { inPieces, purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

const TOKENS_AT_ONCE = 500;

/** Forgets sessions that have ended, tokens that are over, and sessions nobody can come back to. */
export async function purgeSessions(
  db: Kysely<Database>,
  now: string,
  signal?: AbortSignal,
): Promise<number> {
  const ended = { table: 'sessions', key: ['id'], where: sql<boolean>`ends_at <= ${now}` } as const;
  return (await purgeRows(db, ended, signal)) + (await purgeTokens(db, now, signal));
}

/** With the last token of a session goes the session: no other is looked at. */
const purgeTokens = (
  db: Kysely<Database>,
  now: string,
  signal: AbortSignal | undefined,
): Promise<number> =>
  inPieces(
    () =>
      db.transaction().execute(async (tx) => {
        const over = tx
          .selectFrom('session_tokens')
          .innerJoin('sessions', 'sessions.id', 'session_tokens.session_id')
          .select(['hash', 'session_id'])
          .where('expires_at', '<=', now)
          .limit(TOKENS_AT_ONCE);
        // as whoever ends or renews a session: first the session, then its tokens
        const rows = await forUpdateSkipLocked(tx, over, 'sessions').execute();
        const all = (of: 'hash' | 'session_id') =>
          sql<string>`${JSON.stringify([...new Set(rows.map((row) => row[of]))])}`;
        const tokens = await tx
          .deleteFrom('session_tokens')
          .where(isAmong(tx, 'hash', all('hash')))
          .executeTakeFirst();
        const idle = await tx
          .deleteFrom('sessions')
          .where(isAmong(tx, 'id', all('session_id')))
          .where((it) =>
            it.not(
              it.exists(
                it
                  .selectFrom('session_tokens')
                  .select('hash')
                  .whereRef('session_tokens.session_id', '=', 'sessions.id'),
              ),
            ),
          )
          .executeTakeFirst();
        return {
          gone: Number(tokens.numDeletedRows + idle.numDeletedRows),
          isLast: rows.length < TOKENS_AT_ONCE,
        };
      }),
    signal,
  );
