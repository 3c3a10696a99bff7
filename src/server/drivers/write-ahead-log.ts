import { closeSync, fdatasync, fstatSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Disk, SyncDb } from '../../backend/storage/dialect.ts';
import { sync } from './durable.ts';

const toDisk = promisify(fdatasync);

/** A checkpoint costs two flushes, however long the log is, and a millisecond for some hundred pages. */
const MOST_TURNS = 400;
/** SQLite's own measure, 1,000 pages. */
const MOST_GROWTH = 4 * 1024 * 1024;

export interface WriteAheadLog extends Disk {
  close(): void;
}

/**
 * The flushes that SQLite would make itself, in the order it makes them, but in Node's thread pool,
 * so that nobody else waits: the log after commits; and for a checkpoint the log, then the pages
 * moved out of it, then the database, and only then may the log be written anew from its beginning.
 * No locks are held on the log that a close() here would lose; the database's own are, so its file
 * stays open until SQLite has closed it.
 */
export function openWriteAheadLog(db: SyncDb, file: string): WriteAheadLog {
  db.exec('pragma synchronous = off');
  db.exec('pragma wal_autocheckpoint = 0');
  // SQLite makes it no later than for the first look at a table
  db.prepare('select count(*) from sqlite_master').all([]);
  const log = openSync(`${file}-wal`, 'r+');
  const database = openSync(file, 'r+');
  // the names are new as well; Windows keeps a folder's names unasked, and cannot be asked
  if (process.platform !== 'win32') sync(dirname(file));
  let turns = 0;
  let length = fstatSync(log).size;
  return {
    flush: () => toDisk(log),
    isDue: () => (turns += 1) >= MOST_TURNS || fstatSync(log).size - length >= MOST_GROWTH,
    async checkpoint() {
      turns = 0;
      length = fstatSync(log).size;
      db.exec('pragma wal_checkpoint(passive)');
      await toDisk(database);
    },
    close() {
      // who closes it may move the log's pages and take it away: SQLite itself sees to the disk then
      db.exec('pragma synchronous = full');
      db.close();
      closeSync(log);
      closeSync(database);
    },
  };
}
