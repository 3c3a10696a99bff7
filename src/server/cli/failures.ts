import { ServerFailed } from '../admin/ask.ts';
import { SocketUnfit } from '../admin/socket-path.ts';
import { DatabaseOlder } from '../../backend/storage/database-older.ts';
import { DatabaseNewer } from '../../backend/storage/migrate.ts';
import { ConfigInvalid, ConfigMissing } from '../config/faults.ts';
import { SecretUnfit } from '../config/secret-file.ts';
import { DatabaseUnreachable } from '../drivers/postgres.ts';
import { DatabaseInUse, DatabaseUnfit } from '../drivers/sqlite.ts';
import { PortBusy } from '../http/listen.ts';
import { broken } from './broken.ts';
import { CommandFailure, exits, type Exit } from './terminal.ts';

/** What the user reads of a failure. One we did not foresee is told by its place: it is our fault. */
export function explain(error: unknown): [string, Exit] {
  if (error instanceof CommandFailure) return [error.message, error.exit];
  if (error instanceof ConfigInvalid || error instanceof ConfigMissing)
    return [error.message, exits.usage];
  const foreseen = [
    DatabaseInUse,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseUnfit,
    DatabaseUnreachable,
    PortBusy,
    SecretUnfit,
    ServerFailed,
    SocketUnfit,
  ];
  if (
    error instanceof Error &&
    ('syscall' in error || foreseen.some((kind) => error instanceof kind))
  )
    return [error.message, exits.failed];
  return [broken(error), exits.failed];
}
