import { closeSync, fdatasync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Disk, SyncDb } from '../../backend/storage/dialect.ts';
import { threadScript } from './thread-script.ts';
import { createCheckpoints } from './checkpoints.ts';
import { sync } from './durable.ts';

const toDisk = promisify(fdatasync);

/** So long SQLite may be at work before all else in the process has its turn, in ms. */
const LONGEST = 2;

export interface WriteAheadLog extends Disk {
  close(): void;
}

/**
 * With `synchronous = normal` SQLite itself flushes all that a checkpoint needs, in its order, and
 * leaves one thing to be lost by a power cut: commits at the end of the log. We flush those before
 * anybody is answered, in Node's thread pool, so that nobody else waits, and one flush for many.
 * No locks are held on the log that a close() here would lose.
 */
export function openWriteAheadLog(db: SyncDb, file: string): WriteAheadLog {
  db.exec('pragma synchronous = normal');
  // SQLite makes it no later than for the first look at a table
  db.prepare('select count(*) from sqlite_master').all([]);
  const log = openSync(`${file}-wal`, 'r+');
  const script = threadScript('checkpoint-thread');
  const checkpoints = script && createCheckpoints(db, file, script);
  let paused = performance.now();
  // the names are new as well; Windows keeps a folder's names unasked, and cannot be asked
  if (process.platform !== 'win32') sync(dirname(file));
  return {
    flush() {
      checkpoints?.wrote();
      return toDisk(log);
    },
    pause() {
      if (performance.now() - paused < LONGEST) return undefined;
      return setImmediate().then(() => void (paused = performance.now()));
    },
    lend: (alone) => checkpoints?.takeTurns(alone),
    close() {
      checkpoints?.close();
      // the log goes away with it: SQLite moves its pages and sees to the disk first
      db.close();
      closeSync(log);
    },
  };
}
