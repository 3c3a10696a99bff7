import type { Kysely, Transaction } from 'kysely';
import type { SessionStore } from '../ports.ts';
import { forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';
import { addTokens } from './session-tokens.ts';

/** Binds a session to a key of the browser, in the place of a cookie that it does not hold. */
export async function bindSession(
  tx: Transaction<Database>,
  shop: string,
  id: string,
  { now, key, token }: Parameters<SessionStore['bind']>[2],
): Promise<boolean> {
  const held = tx
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', id)
    .where('shop_id', '=', shop)
    .where('ends_at', '>', now);
  if (!(await forUpdate(tx, held).executeTakeFirst())) return false;
  const known = await keyOf(tx, id);
  if (known !== undefined && known !== key) return false;
  if (known === undefined) {
    const tokens = tx.selectFrom('session_tokens').where('session_id', '=', id);
    const traded = tokens.select('hash').where('traded_at', 'is not', null);
    if (await traded.executeTakeFirst()) return false;
    // the cookie that did not hold
    await tx
      .deleteFrom('session_tokens')
      .where('session_id', '=', id)
      .where('use', '=', 'refresh')
      .execute();
    await tx.insertInto('session_keys').values({ session_id: id, thumbprint: key }).execute();
  }
  await addTokens(tx, id, [token]);
  return true;
}

/** The thumbprint of the key a session is bound to, where it is bound to one. */
export async function keyOf(tx: Kysely<Database>, session: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('session_keys')
    .select('thumbprint')
    .where('session_id', '=', session)
    .executeTakeFirst();
  return row?.thumbprint;
}
