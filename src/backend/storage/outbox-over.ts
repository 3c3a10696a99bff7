import type { Kysely } from 'kysely';
import { chunks } from './dialect.ts';
import type { Database } from './schema.ts';

/** Deliveries that somebody names, or all that were given up. */
export type Which = readonly string[] | 'dead';

/** They are sent again from the first attempt on. One that is being sent is on its way already. */
export const replayed = (db: Kysely<Database>, which: Which, now: string): Promise<string[]> =>
  each(which, (ids) => {
    const again = db
      .updateTable('outbox')
      .set({ state: 'pending', attempts: 0, due_at: now, forget_at: null, result: null })
      .returning('id');
    return ids
      ? again.where('id', 'in', ids).where('state', '!=', 'sending').execute()
      : again.where('state', '=', 'dead').execute();
  });

/** They are gone; only what was given up may go: all else is still to be told, or kept as told. */
export const dropped = (db: Kysely<Database>, which: Which): Promise<string[]> =>
  each(which, (ids) => {
    const gone = db.deleteFrom('outbox').where('state', '=', 'dead').returning('id');
    return (ids ? gone.where('id', 'in', ids) : gone).execute();
  });

async function each(
  which: Which,
  act: (ids: readonly string[] | undefined) => Promise<readonly { id: string }[]>,
): Promise<string[]> {
  if (which === 'dead') return (await act(undefined)).map(({ id }) => id);
  const done: string[] = [];
  for (const some of chunks(which.map((id) => ({ id })))) {
    const rows = await act(some.map(({ id }) => id));
    done.push(...rows.map(({ id }) => id));
  }
  return done;
}
