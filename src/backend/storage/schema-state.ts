import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { SchemaState } from '../ports.ts';

/**
 * How the name of a migration ends that only adds what older versions need not know: they may go on
 * beside it. The database keeps names, so a version that has never seen the file can tell.
 */
export const BESIDE = '-beside';

/** Which of the wanted migrations a database lacks, and which it has that nobody here knows. */
export const schemaState = async <Tables>(
  db: Kysely<Tables>,
  wanted: readonly string[],
): Promise<SchemaState> => stateOf(await appliedTo(db), wanted);

export function stateOf(applied: readonly string[], wanted: readonly string[]): SchemaState {
  const missing = wanted.filter((name) => !applied.includes(name));
  const unknown = applied.filter((name) => !wanted.includes(name));
  // a newer version had all of ours: where some are missing it was another branch of us
  if (missing.length) return { missing, unknown, beside: [] };
  return {
    missing,
    unknown: unknown.filter((name) => !name.endsWith(BESIDE)),
    beside: unknown.filter((name) => name.endsWith(BESIDE)),
  };
}

async function appliedTo<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await (db as unknown as Kysely<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>)
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
