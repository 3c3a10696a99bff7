import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Storage } from '../backend/ports.ts';
import { openStorage } from '../backend/storage/storage.ts';
import { pepperFileOf, readSecretFile } from './config/secret-file.ts';
import { openSqliteFile } from './drivers/sqlite.ts';

export interface OpenDatabase {
  storage: Storage;
  pepper: string;
}

/** The database for this process alone, its tables up to date, and the pepper beside it. */
export async function openDatabase(file: string, pepper?: string): Promise<OpenDatabase> {
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
