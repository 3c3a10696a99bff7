import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrations } from '../../backend/storage/migrate.ts';
import { stateOf } from '../../backend/storage/schema-state.ts';
import { holdSqliteFile, openSqliteBeside } from '../drivers/sqlite.ts';
import { checkCopy } from './check.ts';
import { endSessions } from './end-sessions.ts';
import { putInPlace, remove } from '../drivers/durable.ts';
import { CopyUnfit } from './unfit.ts';

/**
 * Puts a back-up in the database's place, under its lock: never over a live file. Up to one rename
 * the old database is there, from then on the new one; killed anywhere, one of them is whole.
 * Nobody is signed in to it. Answers where the old one was kept.
 */
export function restore(source: string, database: string, now: Date): string | undefined {
  if (!existsSync(source)) throw new CopyUnfit(`There is no file ${source}.`);
  if (sizeOf(`${source}-wal`) > 0)
    throw new CopyUnfit(`${source} has a journal beside it: it is no copy. Make one with backup.`);
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  const lock = holdSqliteFile(database);
  const incoming = `${database}.incoming`;
  // of a restore that was cut short, a journal as well: it would be read into this copy
  const clear = () => ['', '-journal', '-wal', '-shm'].forEach((end) => remove(incoming + end));
  try {
    clear();
    copyFileSync(source, incoming);
    refuseNewer(checkCopy(incoming, source), source);
    endSessions(incoming);
    const kept = existsSync(database) ? keepAside(database, now) : undefined;
    putInPlace(incoming, database);
    return kept;
  } finally {
    clear();
    lock.close();
  }
}

function refuseNewer(applied: readonly string[], name: string): void {
  const { unknown } = stateOf(applied, Object.keys(migrations));
  if (unknown.length)
    throw new CopyUnfit(
      `${name} is of a newer Front Desk: it has ${unknown.join(', ')}. Install that version, then restore.`,
    );
}

/** Another name for the old database, its journal worked into it. */
function keepAside(database: string, now: Date): string {
  const kept = `${database}.before-${now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}`;
  if (existsSync(kept)) throw new CopyUnfit(`${kept} is there already. Wait a second.`);
  const isWhole = foldJournal(database);
  if (isWhole && sizeOf(`${database}-wal`) > 0)
    throw new CopyUnfit(
      'Somebody else reads the database now, a back-up perhaps. Wait for its end.',
    );
  for (const ending of isWhole ? [''] : ['', '-wal']) {
    if (!existsSync(database + ending)) continue;
    copyFileSync(database + ending, `${kept}${ending}.part`);
    putInPlace(`${kept}${ending}.part`, kept + ending);
  }
  // A journal of the old file must not be read into the new one.
  for (const ending of ['-wal', '-shm']) remove(database + ending);
  return kept;
}

/** Works the journal into the file, all of it. False where the file cannot be read at all. */
function foldJournal(database: string): boolean {
  try {
    const db = openSqliteBeside(database);
    try {
      db.exec('pragma busy_timeout = 5000');
      // not prepared: a statement that waits for the collector would keep the file open
      db.exec('pragma wal_checkpoint(truncate)');
    } finally {
      db.close();
    }
    return true;
  } catch {
    return false;
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
