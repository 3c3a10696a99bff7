import type { SyncDb } from '../../src/backend/storage/dialect.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import { sqliteEngines } from './engines.ts';

const open = sqliteEngines()[0]!.open;
let script: Promise<string> | undefined;

/** A new database in memory as the migrations leave it: they run once for all tests of a process. */
export async function aMigratedDatabase(): Promise<SyncDb> {
  const db = await open();
  db.exec(await (script ??= scriptOfMigrated()));
  return db;
}

async function scriptOfMigrated(): Promise<string> {
  const db = await open();
  const storage = await openStorage(db);
  const made = rowsOf(
    db,
    "select sql from sqlite_schema where sql <> '' and name not like 'sqlite_%'",
  );
  const tables = rowsOf(db, "select name from sqlite_schema where type = 'table'");
  const rows = tables.flatMap(({ name }) =>
    rowsOf(db, `select * from ${String(name)}`).map(
      (row) => `insert into ${String(name)} values (${Object.values(row).map(literal).join()})`,
    ),
  );
  await storage.close();
  return [
    ...made.map(({ sql }) => String(sql)),
    // makes the table of what the planner is told, which holds rows as well
    'analyze kysely_migration',
    ...rows,
    'analyze sqlite_schema',
  ].join(';\n');
}

const rowsOf = (db: SyncDb, sql: string) =>
  db.prepare(sql).all([]) as Record<string, string | number | null>[];

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
