import type { Kysely } from 'kysely';
import type { SessionStore } from '../ports.ts';
import { adoptWords } from './adopt-words.ts';
import { keepAnswer } from './answers.ts';
import { endSessionsOf, sessionsOf } from './customer-sessions.ts';
import { forUpdate } from './dialect.ts';
import { useProof } from './proofs.ts';
import type { Database } from './schema.ts';
import { bindSession, keyOf } from './session-keys.ts';
import { purgeSessions } from './session-purge.ts';
import { ownerOf, sessionOf, sessionRow } from './session-rows.ts';
import { addTokens, tokenWithSession, withSession, type TokenRow } from './session-tokens.ts';
import { together } from './together.ts';

/** Sessions and the hashes of their tokens. A session that is over is a row that is gone. */
export function createSessionStore(db: Kysely<Database>): SessionStore {
  // asked by every request of a session
  const byAccess = together<{ hash: string; now: string }, TokenRow, Database>(
    db,
    ['hash', 'now'],
    (asked) =>
      withSession(db)
        .where('session_tokens.hash', '=', asked('hash'))
        .where('use', '=', 'access')
        .where('expires_at', '>', asked('now')),
  );
  return {
    start: (session, tokens, { trace = {}, proof, before, keep } = {}) =>
      db.transaction().execute(async (tx) => {
        if (proof && !(await useProof(tx, session.shop, proof))) return false;
        await tx.insertInto('sessions').values(sessionRow(session, trace)).execute();
        await addTokens(tx, session.id, tokens);
        await adoptWords(tx, session.shop, before, ownerOf(session));
        await keepAnswer(tx, keep, undefined);
        return true;
      }),

    async byAccess(hash, now) {
      const row = await byAccess({ hash, now });
      return row && { session: sessionOf(row), expiresAt: row.expires_at };
    },

    async byToken(hash, now) {
      const row = await tokenWithSession(db, hash)
        .where('sessions.ends_at', '>', now)
        .executeTakeFirst();
      return row && sessionOf(row);
    },

    rotate: (shop, hash, { now, graceSince, key }, next) =>
      db.transaction().execute(async (tx) => {
        const held = tokenWithSession(tx, hash)
          .where('sessions.shop_id', '=', shop)
          .where('use', '=', 'refresh')
          .where('sessions.ends_at', '>', now);
        // the session alone: whoever ends it locks it first, and its tokens go after it
        const row = await forUpdate(tx, held, 'sessions').executeTakeFirst();
        if (!row) return { result: 'unknown' };
        const session = sessionOf(row);
        if ((await keyOf(tx, session.id)) !== key) return { result: 'unknown' };
        if (row.traded_at !== null && row.traded_at < graceSince) {
          await tx.deleteFrom('sessions').where('id', '=', session.id).execute();
          return { result: 'reused', session };
        }
        if (row.expires_at <= now) return { result: 'unknown' };
        if (row.traded_at === null)
          await tx
            .updateTable('session_tokens')
            .set({ traded_at: now })
            .where('hash', '=', hash)
            .execute();
        await addTokens(tx, session.id, next(session));
        await tx
          .updateTable('sessions')
          .set({ seen_at: now })
          .where('id', '=', session.id)
          .execute();
        return { result: 'rotated', session };
      }),

    bind: (shop, id, bond) => db.transaction().execute((tx) => bindSession(tx, shop, id, bond)),

    async byId(shop, id, now) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .where('ends_at', '>', now)
        .executeTakeFirst();
      return row && sessionOf(row);
    },

    async end(shop, id) {
      await db.deleteFrom('sessions').where('shop_id', '=', shop).where('id', '=', id).execute();
    },

    prove: (shop, id, { verifiedAt, subject, proof, before, replaces, keep }, tokens) =>
      db.transaction().execute(async (tx) => {
        const held = tx
          .selectFrom('sessions')
          .selectAll()
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .where('kind', '=', 'customer')
          .where('ends_at', '>', proof.at);
        const row = await forUpdate(tx, held).executeTakeFirst();
        if (!row) return 'over';
        if (!(await useProof(tx, shop, proof))) return 'used';
        await tx
          .updateTable('sessions')
          .set({
            ...{ verified_at: verifiedAt, seen_at: proof.at },
            ...(subject !== undefined && { subject }),
          })
          .where('id', '=', id)
          .execute();
        // only that one: a code may be given on another device than the one it is for
        if (replaces)
          await tx
            .updateTable('session_tokens')
            .set({ traded_at: replaces.tradedAt })
            .where('hash', '=', replaces.hash)
            .where('session_id', '=', id)
            .where('use', '=', 'refresh')
            .where('traded_at', 'is', null)
            .execute();
        const isBound = (await keyOf(tx, id)) !== undefined;
        await addTokens(tx, id, isBound ? tokens.filter(({ use }) => use === 'access') : tokens);
        await adoptWords(tx, shop, before, ownerOf(sessionOf(row)));
        await keepAnswer(tx, keep, undefined);
        return 'proved';
      }),

    endOf: (shop, customer, id) => endSessionsOf(db, shop, customer, id),
    ofCustomer: (shop, customer, now, most) => sessionsOf(db, shop, customer, { now, most }),

    purge: (now, signal) => purgeSessions(db, now, signal),
  };
}
