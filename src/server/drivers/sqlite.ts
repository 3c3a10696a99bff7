import { failureOf, type SyncDb } from '../../backend/storage/dialect.ts';
import { openWriteAheadLog } from './write-ahead-log.ts';
import { openLibsql } from './sqlite-libsql.ts';
import { nodeSqlite } from './sqlite-node.ts';

/** Another process has this file open. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
  readonly file: string;
  constructor(file: string) {
    super(`${file} is in use by another process. Stop it, or talk to it.`);
    this.file = file;
  }
}

/** What lies there is no database, or cannot be read as one; the sentence says what to do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
}

/** Opens a SQLite file for this process alone; close() lets go of it. Makes it when it is not there. */
export function openSqliteFile(file: string): SyncDb {
  const open = nodeSqlite() ?? openLibsql;
  const lock = holdSqliteFile(file);
  try {
    const db = open(file);
    db.exec('pragma busy_timeout = 5000');
    // WAL lets a backup read while we write
    db.exec('pragma journal_mode = wal');
    db.exec('pragma foreign_keys = on');
    db.exec('pragma temp_store = memory');
    // an answered write outlives a power cut, and a commit does not wait for that
    const log = openWriteAheadLog(db, file);
    return {
      exec: (sql) => db.exec(sql),
      prepare: (sql) => db.prepare(sql),
      disk: log,
      close() {
        log.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw unfit(file, error) ?? error;
  }
}

const NO_DATABASE = [11, 26];

/** A file that SQLite cannot make sense of, where the address is wrong or the disk has lost it. */
function unfit(file: string, error: unknown): DatabaseUnfit | undefined {
  const { rawCode, errcode } = error as { rawCode?: number; errcode?: number };
  if (!NO_DATABASE.includes(Number(rawCode ?? errcode) & 255)) return undefined;
  return new DatabaseUnfit(
    `${file} is damaged or no database. Check --database and the config; if that is the right file, ` +
      'put a back-up in its place with: front-desk-server restore FILE',
    { cause: error },
  );
}

/**
 * Without the lock, beside who holds it: SQLite itself keeps a reader and a writer apart. For
 * reading alone, in another process than the holder's, or the two would lose each other's locks.
 */
export const openSqliteBeside = (file: string): SyncDb => (nodeSqlite() ?? openLibsql)(file);

/**
 * The lock is itself a SQLite file, held in an exclusive transaction. The operating system frees
 * it however the process ends, so a killed server leaves nothing to clean up.
 */
export function holdSqliteFile(file: string): Pick<SyncDb, 'close'> {
  const lock = openSqliteBeside(`${file}.lock`);
  try {
    lock.exec('pragma busy_timeout = 0');
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (failureOf(error) === 'busy') throw new DatabaseInUse(file);
    throw error;
  }
}
