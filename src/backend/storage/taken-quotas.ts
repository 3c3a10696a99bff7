import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Quota } from '../ports.ts';
import { forUpdate } from './dialect.ts';
import { preparedIn } from './prepared.ts';
import type { Database } from './schema.ts';

/** One of each, or none and false. */
export async function takeAll(
  db: Kysely<Database>,
  quotas: readonly Quota[],
  now: string,
): Promise<boolean> {
  if (quotas.length === 0) return true;
  const counted = await count(db, quotas, now);
  if (counted.length === quotas.length) return true;
  // of windows that began at this very moment some may have been full, and others not
  await giveBack(
    db,
    counted.map(({ key }) => key),
  );
  return false;
}

export async function giveBack(db: Kysely<Database>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('limits')
    .set((it) => ({ count: it('count', '-', 1) }))
    .where('key', 'in', [...keys])
    .where('count', '>', 0)
    .execute();
}

/** One of each, or of none where one is full; a window that has ended starts again at one. */
function count(db: Kysely<Database>, quotas: readonly Quota[], now: string) {
  const wanted = quotas.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const statement = counts.get(wanted.length) ?? counting(wanted.length);
  counts.set(wanted.length, statement);
  return statement(db, {
    now,
    ...Object.fromEntries(
      wanted.flatMap(({ key, most, seconds }, nth) => [
        [`key ${nth}`, key],
        [`most ${nth}`, finite(most)],
        [`end ${nth}`, after(now, seconds)],
      ]),
    ),
  });
}

const counts = new Map<number, ReturnType<typeof counting>>();

/** Of so many quotas. `key 0` and so on is its text, `most 0` how many there may be, `end 0` its window's end. */
interface Counted {
  now: string;
  [of: `key ${number}` | `end ${number}`]: string;
  [of: `most ${number}`]: number;
}

/**
 * By one statement, which holds what is there first: keys go in one order, so two cannot block each
 * other.
 */
const counting = (many: number) =>
  preparedIn<Counted, { key: string }, Database>((db, value) => {
    const each = Array.from({ length: many }, (_, nth) => ({
      ...{ key: value(`key ${nth}`), most: value(`most ${nth}`), end: value(`end ${nth}`) },
    }));
    const rows = each.map(({ key, end }) => sql`(${key}, ${end})`);
    const hasRoom = (it: ExpressionBuilder<Database, 'limits'>) =>
      it.or([
        it('limits.ends_at', '<=', value('now')),
        ...each.map(({ key, most }) =>
          it.and([it('limits.key', '=', key), it('limits.count', '<', most)]),
        ),
      ]);
    return db
      .with('held', (it) =>
        forUpdate(
          db,
          it
            .selectFrom('limits')
            .select((of) => hasRoom(of).as('has_room'))
            .where(
              'key',
              'in',
              each.map(({ key }) => key),
            )
            .orderBy('key'),
        ),
      )
      .insertInto('limits')
      .columns(['key', 'count', 'ends_at'])
      .expression(
        sql`select column1, 1, column2 from (values ${sql.join(rows)}) as wanted
          where not exists (select 1 from held where not has_room)`,
      )
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((it) => ({
            count: it
              .case()
              .when('limits.ends_at', '<=', value('now'))
              .then(1)
              .else(it('limits.count', '+', 1))
              .end(),
            ends_at: it
              .case()
              .when('limits.ends_at', '<=', value('now'))
              .then(it.ref('excluded.ends_at'))
              .else(it.ref('limits.ends_at'))
              .end(),
          }))
          .where(hasRoom),
      )
      .returning('key');
  });

/** Some count only, and are never full. */
const finite = (most: number) => Math.min(most, Number.MAX_SAFE_INTEGER);

const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();
