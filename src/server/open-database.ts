import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage } from '../backend/ports.ts';
import { openStorage } from '../backend/storage/storage.ts';
import { isPostgres } from './config/database.ts';
import { pepperFileOf, readSecretFile, SecretUnfit } from './config/secret-file.ts';
import { openPostgres, type Postgres } from './drivers/postgres.ts';
import { openSqliteFile } from './drivers/sqlite.ts';

export interface OpenDatabase {
  storage: Storage;
  pepper: string;
  /** Set where other processes may work on the same data; closed with the storage. */
  postgres?: Postgres;
}

/** The database, its tables up to date, and the pepper. */
export const openDatabase = (database: string, pepper?: string): Promise<OpenDatabase> =>
  isPostgres(database) ? openShared(database, pepper) : openFile(database, pepper);

async function openShared(url: string, pepper?: string): Promise<OpenDatabase> {
  // one made here would not be that of the others, and no code of theirs would match
  if (pepper === undefined)
    throw new SecretUnfit(
      'With Postgres "pepper" must stand in the config, the same for every process. ' +
        'Make one with: openssl rand -base64 32',
    );
  const postgres = await openPostgres(url);
  try {
    return { storage: await openStorage(postgres.pool), pepper, postgres };
  } catch (error) {
    await postgres.pool.end();
    throw error;
  }
}

/** For this process alone; a pepper that is not in the config lies beside the file. */
async function openFile(file: string, pepper?: string): Promise<OpenDatabase> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const raw = openSqliteFile(file);
  try {
    const secret = pepper ?? readSecretFile(pepperFileOf(file));
    return { storage: await openStorage(raw), pepper: secret };
  } catch (error) {
    raw.close();
    throw error;
  }
}
