import type { Kysely } from 'kysely';
import { thingOf, type Mark, type Marks, type Thing } from '../../domain/news/row-marks.ts';
import { versionOf, type RowNews } from '../../domain/news/row-news.ts';
import { chunks, forUpdate } from './dialect.ts';
import type { RowMarksTable } from './news-tables.ts';
import type { Database } from './schema.ts';

export interface HeldMarks {
  of: Marks;
  /** True once one of them is another than is stored. */
  changed(): boolean;
  /** Stores those that have changed. */
  save(): Promise<void>;
}

const kinds = ['customer', 'product', 'order'] as const;

/**
 * The marks of all that news speak of, held until the transaction ends: of two deliveries at once
 * the second sees what the first has told. Rows that do not say when they became so, as in an
 * import, make no marks.
 */
export async function holdMarks(
  tx: Kysely<Database>,
  shop_id: string,
  news: readonly RowNews[],
): Promise<HeldMarks> {
  const told = news.flatMap((each) => thingsOf(each).map((thing) => rowOf(shop_id, thing)));
  const dated = news.filter((each) => versionOf(each) !== undefined);
  await insertMissing(
    tx,
    dated.flatMap((each) => thingsOf(each).map((thing) => rowOf(shop_id, thing))),
  );
  const marks = new Map<string, { mark: Mark; stored: Mark; thing: Thing }>();
  for (const kind of kinds)
    for (const some of chunks(distinct(told.filter((row) => row.kind === kind)))) {
      const query = tx
        .selectFrom('row_marks')
        .selectAll()
        .where('shop_id', '=', shop_id)
        .where('kind', '=', kind)
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .orderBy('id');
      for (const { id, version, gone } of await forUpdate(tx, query).execute()) {
        const stored = { version, gone };
        marks.set(keyOf({ kind, id }), { thing: { kind, id }, stored, mark: { ...stored } });
      }
    }
  const changed = () =>
    [...marks.values()].filter(
      ({ mark, stored }) => mark.version !== stored.version || mark.gone !== stored.gone,
    );
  return {
    of: (thing) => marks.get(keyOf(thing))?.mark ?? { version: '', gone: '' },
    changed: () => changed().length > 0,
    async save() {
      for (const { thing, mark } of changed())
        await tx
          .updateTable('row_marks')
          .set({ ...mark })
          .where('shop_id', '=', shop_id)
          .where('kind', '=', thing.kind)
          .where('id', '=', thing.id)
          .execute();
    },
  };
}

/** What news speak of, and whose order it is. */
function thingsOf(news: RowNews): Thing[] {
  const customer = 'row' in news && news.row.type === 'order' ? news.row.customer : undefined;
  const thing = thingOf(news);
  return customer === undefined ? [thing] : [{ kind: 'customer', id: customer }, thing];
}

const rowOf = (shop_id: string, { kind, id }: Thing): RowMarksTable => ({
  ...{ shop_id, kind, id },
  ...{ version: '', gone: '' },
});

const keyOf = ({ kind, id }: Pick<RowMarksTable, 'kind' | 'id'>): string => `${kind} ${id}`;

/** In one order, so that two deliveries never wait for each other. */
const distinct = (rows: readonly RowMarksTable[]): RowMarksTable[] =>
  [...new Map(rows.map((row) => [keyOf(row), row])).values()].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );

async function insertMissing(tx: Kysely<Database>, rows: readonly RowMarksTable[]): Promise<void> {
  for (const some of chunks(distinct(rows)))
    await tx
      .insertInto('row_marks')
      .values(some)
      .onConflict((conflict) => conflict.columns(['shop_id', 'kind', 'id']).doNothing())
      .execute();
}
