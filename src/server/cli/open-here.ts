import { DatabaseInUse } from '../drivers/sqlite.ts';
import { openDatabase, type OpenDatabase } from '../open-database.ts';
import type { Target } from './target.ts';
import { CommandFailure } from './terminal.ts';

/**
 * No server runs: the file is ours for as long as the command takes. Of a shared database the servers
 * that run may be of an older version: its tables are not ours to change.
 */
export const openHere = ({ settings }: Target): Promise<OpenDatabase> =>
  openDatabase(settings.database, settings.pepper, 'looking').catch(explain);

function explain(error: unknown): never {
  if (!(error instanceof DatabaseInUse)) throw error;
  throw new CommandFailure(
    `${error.file} is in use by another process that does not answer. Let it start or stop, then try again.`,
  );
}
