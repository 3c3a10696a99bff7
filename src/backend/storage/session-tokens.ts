import type { Kysely } from 'kysely';
import type { TokenRecord } from '../ports.ts';
import type { SessionsTable, SessionTokensTable } from './identity-tables.ts';
import type { Database } from './schema.ts';

/** A session, and how it stands with the token it was found by. */
export type TokenRow = SessionsTable & Pick<SessionTokensTable, 'expires_at' | 'traded_at'>;

/** Tokens, each with the session it belongs to. */
export const withSession = (db: Kysely<Database>) =>
  db
    .selectFrom('session_tokens')
    .innerJoin('sessions', 'sessions.id', 'session_tokens.session_id')
    .selectAll('sessions')
    .select(['session_tokens.expires_at', 'session_tokens.traded_at']);

export const tokenWithSession = (db: Kysely<Database>, hash: string) =>
  withSession(db).where('session_tokens.hash', '=', hash);

export const addTokens = (tx: Kysely<Database>, session: string, tokens: readonly TokenRecord[]) =>
  tx
    .insertInto('session_tokens')
    .values(
      tokens.map(({ hash, use, expiresAt }): SessionTokensTable => ({
        hash,
        session_id: session,
        use,
        expires_at: expiresAt,
        traded_at: null,
      })),
    )
    .execute();
