import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as catalogue from './migrations/001-catalogue.ts';
import * as identity from './migrations/002-identity.ts';
import * as imports from './migrations/003-imports.ts';
import * as ownLogin from './migrations/005-own-login.ts';
import type { Database } from './schema.ts';

/** In this order, each once, each whole. A released one is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '001-catalogue': catalogue,
  '002-identity': identity,
  '003-imports': imports,
  '005-own-login': ownLogin,
};

/** Brings the tables up to date; names what was applied. */
export async function migrate(
  db: Kysely<Database>,
  wanted: Record<string, Migration> = migrations,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => wanted } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error('A migration failed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
