import type { SyncDb } from '../../backend/storage/dialect.ts';
import { openSqliteBeside } from '../drivers/sqlite.ts';
import { CopyUnfit } from './unfit.ts';

/**
 * Reads a copy from end to end: that it is whole, and a database of ours. `name` is what the user
 * calls it. Answers the migrations it has had.
 */
export function checkCopy(file: string, name: string): string[] {
  const db = open(file, name);
  try {
    const tables = texts(db, "select name as text from sqlite_schema where type = 'table'");
    if (!tables.includes('kysely_migration'))
      throw new CopyUnfit(
        `${name} is no database of Front Desk. Name a file that backup has made.`,
      );
    const faults = texts(db, 'select integrity_check as text from pragma_integrity_check');
    if (faults.join() !== 'ok') throw damaged(name);
    const strays = db.prepare('pragma foreign_key_check').all([]);
    if (strays.length) throw damaged(name);
    const applied = texts(db, 'select name as text from kysely_migration order by name');
    return applied;
  } catch (error) {
    // what SQLite says of pages it cannot read
    if (error instanceof CopyUnfit) throw error;
    throw damaged(name, error);
  } finally {
    db.close();
  }
}

function open(file: string, name: string): SyncDb {
  try {
    return openSqliteBeside(file);
  } catch (error) {
    throw damaged(name, error);
  }
}

const damaged = (name: string, cause?: unknown): CopyUnfit =>
  new CopyUnfit(`${name} is damaged or no database. Use another back-up.`, { cause });

const texts = (db: SyncDb, sql: string): string[] =>
  db
    .prepare(sql)
    .all([])
    .map((row) => String((row as { text: unknown }).text));
