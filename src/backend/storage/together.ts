import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import { engineOf, toldRows } from './dialect.ts';
import { gathered } from './gathered.ts';
import { prepared } from './prepared.ts';

/** While so many looks are under way, what comes is looked up together by the next. */
const AT_ONCE = 2;

type Texts<Asked> = Record<keyof Asked & string, string | null>;

/**
 * A query of one row at most, compiled once, for each who asks: `value('id')` is what was asked, a
 * text that every engine takes, or null. Where every answer is a round trip, those that ask at once
 * share one, and fail together: nobody may be able to make it fail.
 */
export function together<Asked extends Texts<Asked>, Row extends object, Tables>(
  db: Kysely<Tables>,
  columns: readonly (keyof Asked & string)[],
  query: (value: (name: keyof Asked & string) => RawBuilder<string>) => Query<Row>,
): (asked: Asked) => Promise<Row | undefined> {
  if (engineOf(db) === 'sqlite') {
    const alone = prepared<Texts<Asked>, Row, Tables>(db, (value) =>
      query((name) => value(name) as RawBuilder<string>),
    );
    return async (asked) => (await alone(asked))[0];
  }
  const all = prepared<{ asked: string }, Row & Numbered, Tables>(db, (value) => {
    const asked = toldRows<Texts<Asked> & Numbered, Tables>(db, value('asked'), [
      'nth',
      ...columns,
    ]);
    const answer = query((name) => sql.ref(`told.${name}`)).as('answer');
    const rows = sql<Row & Numbered>`select told.nth, answer.* from ${asked}, lateral ${answer}`;
    return { compile: () => rows.compile(db) };
  });
  return gathered(
    AT_ONCE,
    async (some) => {
      const asked = some.map((each, nth) => ({ ...each, nth: String(nth) }));
      const rows = await all({ asked: JSON.stringify(asked) });
      return asked.map(({ nth }) => rows.find((row) => row.nth === nth));
    },
    'together',
  );
}

interface Numbered {
  nth: string;
}
interface Query<Row> {
  compile(): CompiledQuery<Row>;
  as(alias: 'answer'): unknown;
}
