import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as catalogue from './migrations/001-catalogue.ts';
import * as identity from './migrations/002-identity.ts';
import * as imports from './migrations/003-imports.ts';
import * as jobs from './migrations/004-jobs.ts';
import { alone } from './dialect.ts';
import type { Database } from './schema.ts';

/** In this order, each once, each whole. A released one is never changed: add another. */
export const migrations: Record<string, Migration> = {
  '001-catalogue': catalogue,
  '002-identity': identity,
  '003-imports': imports,
  '004-jobs': jobs,
};

/** Brings the tables up to date; names what was applied. Of several processes one does it. */
export async function migrate(
  db: Kysely<Database>,
  wanted: Record<string, Migration> = migrations,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => wanted } });
  const { error, results = [] } = await alone(db, 'migrations', () => migrator.migrateToLatest());
  if (error)
    throw error instanceof Error ? error : new Error('A migration failed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
