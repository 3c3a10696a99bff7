import type { Kysely } from 'kysely';
import { typesOf } from '../dialect.ts';

/**
 * `key` is text compared byte by byte (ids, instants, what is looked up), `int` also holds money
 * and booleans, `blob` bytes; `?` may be null.
 */
export type ColumnType = 'key' | 'key?' | 'text' | 'text?' | 'int' | 'int?' | 'blob';

export interface Table {
  columns: Record<string, ColumnType>;
  primaryKey: string[];
  /** Rows go with the row they belong to. */
  belongsTo?: { table: string; by: string[]; key: string[] };
  /** Index name to its columns. */
  indexes?: Record<string, string[]>;
}

/** A strict table in the SQL that all engines share. */
export async function createTable(db: Kysely<unknown>, name: string, table: Table): Promise<void> {
  const types = typesOf(db);
  let query = db.schema.createTable(name).modifyEnd(types.strict);
  for (const [column, type] of Object.entries(table.columns)) {
    const nullable = type.endsWith('?');
    const kind = type.replace('?', '') as 'key' | 'text' | 'int' | 'blob';
    query = query.addColumn(column, types[kind], (it) => (nullable ? it : it.notNull()));
  }
  query = query.addPrimaryKeyConstraint(`${name}_key`, table.primaryKey as never[]);
  const { belongsTo } = table;
  if (belongsTo)
    query = query.addForeignKeyConstraint(
      `${name}_of_${belongsTo.table}`,
      belongsTo.by as never[],
      belongsTo.table,
      belongsTo.key,
      (constraint) => constraint.onDelete('cascade'),
    );
  await query.execute();
  for (const [index, columns] of Object.entries(table.indexes ?? {}))
    await db.schema.createIndex(index).on(name).columns(columns).execute();
}
