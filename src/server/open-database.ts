import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage } from '../backend/ports.ts';
import { refuseOlder } from '../backend/storage/database-older.ts';
import { databaseOver } from '../backend/storage/dialect.ts';
import { migrate } from '../backend/storage/migrate.ts';
import type { Database } from '../backend/storage/schema.ts';
import { createStorage, openStorage } from '../backend/storage/storage.ts';
import { isPostgres } from './config/database.ts';
import { pepperFileOf, readSecretFile, SecretUnfit } from './config/secret-file.ts';
import { openPostgres, unhurried, type Postgres } from './drivers/postgres.ts';
import { openSqliteFile } from './drivers/sqlite.ts';

export interface OpenDatabase {
  storage: Storage;
  pepper: string;
  /** Set where other processes may work on the same data; closed with the storage. */
  postgres?: Postgres;
}

/** `looking`: what others work on is not changed under them; an older database is refused instead. */
export type Opening = 'starting' | 'looking';

/** The database, its tables up to date, and the pepper. */
export const openDatabase = (
  database: string,
  pepper?: string,
  opening: Opening = 'starting',
): Promise<OpenDatabase> =>
  isPostgres(database) ? openShared(database, pepper, opening) : openFile(database, pepper);

async function openShared(
  url: string,
  pepper: string | undefined,
  opening: Opening,
): Promise<OpenDatabase> {
  // one made here would not be that of the others, and no code of theirs would match
  if (pepper === undefined)
    throw new SecretUnfit(
      'With Postgres "pepper" must stand in the config, the same for every process. ' +
        'Make one with: openssl rand -base64 32',
    );
  await bringUpToDate(url, opening);
  const postgres = await openPostgres(url);
  return { storage: createStorage(databaseOver(postgres.pool)), pepper, postgres };
}

/** On connections of its own: what may take long here must not take so long anywhere else. */
async function bringUpToDate(url: string, opening: Opening): Promise<void> {
  const { pool } = await openPostgres(url, unhurried);
  const db = databaseOver<Database>(pool);
  try {
    if (opening === 'looking') await refuseOlder(db);
    await migrate(db);
  } finally {
    await db.destroy();
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
