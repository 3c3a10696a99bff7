import { existsSync } from 'node:fs';
import type { SchemaState } from '../../backend/ports.ts';
import { migrations } from '../../backend/storage/migrate.ts';
import { stateOf } from '../../backend/storage/schema-state.ts';
import { DatabaseInUse, holdSqliteFile, openSqliteBeside } from '../drivers/sqlite.ts';
import { findingsOf, type Finding } from './finding.ts';

/** What has been done to the embedded database, read beside a server that may be running. */
export function examineMigrations(database: string): Finding {
  const { note, broken } = findingsOf('migrations');
  if (!existsSync(database)) return note('There is no database yet.', 'The first start makes it.');
  let applied: string[];
  try {
    applied = appliedTo(database);
  } catch {
    return broken(
      `${database} cannot be read as a database.`,
      'Restore a back-up with: front-desk-server restore FILE',
    );
  }
  return judgeMigrations(stateOf(applied, Object.keys(migrations)));
}

/** @param state what the database lacks of this version, and what it has of another */
export function judgeMigrations({ missing, unknown, beside }: SchemaState): Finding {
  const { ok, note, broken } = findingsOf('migrations');
  if (unknown.length)
    return broken(
      `The database is of a newer Front Desk: it has ${unknown.join(', ')}.`,
      'Run that version again, or restore the back-up made before the upgrade.',
    );
  if (missing.length === Object.keys(migrations).length)
    return note('The database has no tables of ours yet.', 'The first start makes them.');
  if (missing.length)
    return note(
      `The database lacks ${missing.join(', ')}.`,
      'The next start adds it. Make a back-up first.',
    );
  if (beside.length)
    return note(
      `A newer Front Desk has added ${beside.join(', ')}; this version may go on beside it.`,
      'Run the newer version when you can.',
    );
  return ok('The database’s tables are those of this version.');
}

function appliedTo(database: string): string[] {
  const db = openSqliteBeside(database);
  try {
    const names = (sql: string) =>
      db
        .prepare(sql)
        .all([])
        .map((row) => (row as { name: string }).name);
    const tables = names("select name from sqlite_schema where type = 'table'");
    return tables.includes('kysely_migration') ? names('select name from kysely_migration') : [];
  } finally {
    db.close();
  }
}

/** Who holds the database, and whether they answer. */
export async function examineLock(
  database: string,
  answers: () => Promise<boolean>,
): Promise<Finding> {
  const { ok, warning, broken } = findingsOf('lock');
  // Looking must not make it: the server's user could not open what is ours.
  if (!existsSync(`${database}.lock`)) return ok('No server has run on this database yet.');
  try {
    holdSqliteFile(database).close();
    return ok('No server runs on this database.');
  } catch (error) {
    if (!(error instanceof DatabaseInUse))
      return broken(
        `${database}.lock cannot be opened.`,
        'Give it to the user of the server; the file itself holds nothing.',
      );
  }
  return (await answers())
    ? ok('A server runs on this database, and answers.')
    : warning(
        'Another process holds the database and does not answer.',
        'It may be starting, stopping or importing. If it stays so, end that process.',
      );
}
