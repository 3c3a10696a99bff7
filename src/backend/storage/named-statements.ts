import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { bindable } from './bindable.ts';

/** A pool of Postgres connections, as a driver made it. */
export interface RawPool {
  connect(): Promise<RawClient>;
  end(): Promise<void>;
  options: object;
}
export interface RawClient {
  readonly processID?: number | null;
  query(query: Query): Promise<PostgresQueryResult<never>>;
  release(destroy?: boolean): void;
}
interface Query {
  /** A named one is planned once in each connection. */
  name?: string;
  text: string;
  values?: unknown[];
}

const CATALOGUE = ' from "pg_catalog".';
const MOST_NAMES = 200;
/** A text that long is an insert of many rows: it is seldom asked twice. */
const LONGEST = 4_000;
const MOST_SEEN = 1_000;
/** `select *` means other columns since a newer version's migration, which may run before we stop. */
const PLAN_OUTDATED = '0A000';
const TURNS = /^(?:begin|start transaction|commit|rollback)\b(?! to)/;

/** Gives the statements that come again a name, and looks at values before they are bound. */
export function withNamedStatements(pool: RawPool): PostgresPool {
  const clients = new WeakMap<RawClient, PostgresPoolClient>();
  const name = createNames();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      // the same for the same: Kysely remembers connections by it
      const known = clients.get(client) ?? named(client, name);
      clients.set(client, known);
      return known;
    },
  };
}

function named(client: RawClient, names: ReturnType<typeof createNames>): PostgresPoolClient {
  let isInTransaction = false;
  const query = async (text: string, parameters: readonly unknown[] = []) => {
    // Kysely itself asks for the tables there are, and binds a boolean
    const values = [...(text.includes(CATALOGUE) ? parameters : bindable(parameters))];
    const name = values.length > 0 ? names.of(text) : undefined;
    if (TURNS.test(text)) isInTransaction = /^(?:begin|start)/.test(text);
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values });
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (name !== undefined && code === PLAN_OUTDATED) {
        names.forgetAll();
        // a transaction is lost with it; anything else is asked once more
        if (!isInTransaction) return client.query({ text, values });
      }
      throw error;
    }
  };
  return {
    // with a cursor it would stream, which nothing here asks for
    query: query as unknown as PostgresPoolClient['query'],
    get processID() {
      return client.processID ?? 0;
    },
    release: (destroy) => client.release(destroy),
  };
}

/** A text has a name from the second time on: lists of any length would use them all up. */
function createNames() {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let given = 0;
  return {
    of(text: string): string | undefined {
      const known = names.get(text);
      if (known !== undefined || names.size >= MOST_NAMES || text.length > LONGEST) return known;
      if (!seen.has(text)) {
        if (seen.size >= MOST_SEEN) seen.clear();
        seen.add(text);
        return undefined;
      }
      const name = `fd${(given += 1)}`;
      names.set(text, name);
      return name;
    },
    /** They get others from now on: what was planned under these is outdated. */
    forgetAll: () => names.clear(),
  };
}
