import { resolve } from 'node:path';
import { isPostgres } from '../config/database.ts';
import { backUp } from '../copies/backup.ts';
import { restore } from '../copies/restore.ts';
import { CopyUnfit } from '../copies/unfit.ts';
import { DatabaseInUse } from '../drivers/sqlite.ts';
import { chooseTarget, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

/** Writes a copy of the embedded database, whether its server runs or not. */
export function backUpTo(file: string, flags: TargetFlags, terminal: Terminal): void {
  const database = embedded(flags, terminal, 'pg_dump --format=custom --file=FILE "$DATABASE_URL"');
  const target = resolve(terminal.cwd, file);
  const bytes = told(() => backUp(database, target));
  say(
    terminal,
    `${target} holds the database: ${megabytes(bytes)}, checked. Keep the pepper elsewhere.`,
  );
}

/** Puts a copy in the place of the embedded database, which nobody may have open. */
export function restoreFrom(file: string, flags: TargetFlags, terminal: Terminal): void {
  const database = embedded(
    flags,
    terminal,
    'pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" FILE',
  );
  const kept = told(() => restore(resolve(terminal.cwd, file), database, new Date()));
  say(
    terminal,
    `${database} is as in ${file}, and everybody signs in anew. Who was erased or removed since is ` +
      `there again: see docs/operations.md.${kept ? ` The old one is kept: ${kept}` : ''}`,
  );
}

/** The database's file. Postgres has tools of its own, and they know better. */
function embedded(flags: TargetFlags, terminal: Terminal, instead: string): string {
  const target = chooseTarget(flags, terminal);
  const { database } = target.settings;
  const shared = target.demo ? '' : (terminal.environment('DATABASE_URL') ?? '');
  if (isPostgres(flags.database ?? (shared || database)))
    throw new CommandFailure(
      `The database is on Postgres, which copies itself: ${instead}`,
      exits.usage,
    );
  return database;
}

function told<Value>(act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof CopyUnfit) throw new CommandFailure(error.message);
    if (error instanceof DatabaseInUse)
      throw new CommandFailure(
        `${error.file} is in use: nothing is restored over a live file. Stop the server, then try again.`,
      );
    throw error;
  }
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
