import type { Kysely } from 'kysely';
import { migrations } from './migrate.ts';
import { BESIDE, schemaState } from './schema-state.ts';

const MOST_NAMES = 3;

/** The tables are of an older version, whose processes may be at work on them. */
export class DatabaseOlder extends Error {
  override readonly name = 'DatabaseOlder';
  constructor(missing: readonly string[]) {
    const more = missing.length - MOST_NAMES;
    super(
      `The database is of an older Front Desk: it lacks ${missing.slice(0, MOST_NAMES).join(', ')}` +
        `${more > 0 ? ` and ${more} more` : ''}. Stop all its servers, then start one of this version, ` +
        'which adds them; or use the command line of that version until then.',
    );
  }
}

/**
 * For who only looks in: to change what older versions read is the act of a start, or the servers that
 * run now would answer nothing any more. An empty database is nobody's yet, and what goes beside older
 * versions holds up none.
 */
export async function refuseOlder<Tables>(
  db: Kysely<Tables>,
  wanted: readonly string[] = Object.keys(migrations),
): Promise<void> {
  const { missing } = await schemaState(db, wanted);
  const changing = missing.filter((name) => !name.endsWith(BESIDE));
  if (changing.length > 0 && missing.length < wanted.length) throw new DatabaseOlder(changing);
}
