import { existsSync } from 'node:fs';
import { isPostgres } from '../config/database.ts';
import { DatabaseInUse } from '../drivers/sqlite.ts';
import { openDatabase, type OpenDatabase } from '../open-database.ts';
import type { Target } from './target.ts';
import { CommandFailure } from './terminal.ts';

/**
 * No server runs: the file is ours for as long as the command takes. Of a shared database the servers
 * that run may be of an older version: its tables are not ours to change.
 *
 * @param isFirst whether the command may come before any server: it makes the file. Another one has the
 *   wrong file where there is none, and what it made, a server under another user could not open.
 */
export async function openHere({ settings }: Target, isFirst = false): Promise<OpenDatabase> {
  const { database, pepper } = settings;
  if (!isFirst && !isPostgres(database) && !existsSync(database))
    throw new CommandFailure(
      `There is no database ${database}. Check --config and --database; the first start makes it.`,
    );
  return openDatabase(database, pepper, 'looking').catch(explain);
}

function explain(error: unknown): never {
  if (!(error instanceof DatabaseInUse)) throw error;
  throw new CommandFailure(
    `${error.file} is in use by another process that does not answer. Let it start or stop, then try again.`,
  );
}
