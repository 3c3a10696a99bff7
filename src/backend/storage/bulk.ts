import type { CompiledQuery, Insertable, Kysely } from 'kysely';
import { engineOf } from './dialect.ts';
import type { Database } from './schema.ts';

/** Rows a statement; few sizes, so that few statements have to be compiled and kept prepared. */
const SIZES = [64, 8, 1];

/**
 * Inserts many rows of one table by statements compiled once an engine. Every row has the same columns;
 * one whose `unlessKnown` is there already is left out.
 */
export function bulkInsert<Table extends keyof Database>(
  table: Table,
  columns: readonly (keyof Database[Table] & string)[],
  unlessKnown?: readonly (keyof Database[Table] & string)[],
): (db: Kysely<Database>, rows: readonly Database[Table][]) => Promise<void> {
  const compiled = new Map<string, CompiledQuery>();
  const statement = (db: Kysely<Database>, size: number): CompiledQuery => {
    const key = `${engineOf(db)} ${size}`;
    let query = compiled.get(key);
    if (!query) {
      const row = Object.fromEntries(columns.map((column) => [column, '']));
      const insert = db
        .insertInto(table)
        .values(Array.from({ length: size }, () => row as Insertable<Database[Table]>));
      query = (
        unlessKnown
          ? insert.onConflict((it) => it.columns([...unlessKnown] as never[]).doNothing())
          : insert
      ).compile();
      compiled.set(key, query);
    }
    return query;
  };
  return async (db, rows) => {
    let start = 0;
    for (const size of SIZES)
      for (; rows.length - start >= size; start += size) {
        const parameters = rows
          .slice(start, start + size)
          .flatMap((row) => columns.map((column) => row[column]));
        await db.executeQuery({ ...statement(db, size), parameters });
      }
  };
}
