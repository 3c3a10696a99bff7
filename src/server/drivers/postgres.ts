import pg from 'pg';
import type { RawPool } from '../../backend/storage/named-statements.ts';
import { outageOf, withOutages } from './postgres-outages.ts';

/** Postgres cannot be reached, or does not let us in. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  /** Where it was looked for, without the password, and what was said there. */
  readonly what: string;
  /** Of Postgres (SQLSTATE), or of the network. */
  readonly code: string | undefined;
  constructor(what: string, code: string | undefined, options: ErrorOptions) {
    super(`${what} Check the address, or start it.`, options);
    this.what = what;
    this.code = code;
  }
}

/** Connections to one database. */
export interface Postgres {
  /** What the storage stands on; whoever ends it closes all. */
  pool: RawPool;
  /** Tells all of it, in this order, to whoever listens at the channel. */
  notify(channel: string, payloads: readonly string[]): Promise<void>;
  /** A connection outside the pool, not open yet: a listener keeps its own. */
  client(): pg.Client;
}

/** How long is waited, in ms; 0: as long as it takes. */
export interface PostgresPatience {
  /** For a connection: a new one, or one that somebody gives back. */
  connection: number;
  /** For a row or a name that somebody else holds. */
  lock: number;
  /** For a statement to be done. */
  statement: number;
  /** For an answer, whatever has become of the server and of the line to it. */
  answer: number;
}

/**
 * Whoever waits at a page has gone by then. Work in the background goes in pieces; what it does at
 * once, a delete of what is over, say, is done in a fraction of it.
 */
const patient: PostgresPatience = {
  ...{ connection: 10_000, lock: 10_000 },
  ...{ statement: 30_000, answer: 35_000 },
};
/** A migration may make an index over all there is, and waits for another process to have done it. */
export const unhurried: PostgresPatience = { ...patient, lock: 0, statement: 0, answer: 0 };

/** More wait their turn. Postgres itself lets 100 in, all processes together. */
const CONNECTIONS = 10;
/** Only of a listener's own line, which asks for next to nothing. */
const ANSWER_WITHIN = 5_000;
const INT8 = 20;
const NUMERIC = 1700;

/** Hints are lost with the server anyway: none waits until it lies on the disk. */
const NOTIFY = `
  with hurry as materialized (select set_config('synchronous_commit', 'off', true))
  select pg_notify($1, payload)
  from hurry, unnest($2::text[]) with ordinality as told(payload, nth)
  order by nth`;

/** Opens a database by its address and asks it something, so that a wrong one is told at once. */
export async function openPostgres(
  url: string,
  { connection, lock, statement, answer }: PostgresPatience = patient,
): Promise<Postgres> {
  const settings: pg.ClientConfig = {
    connectionString: url,
    application_name: 'front-desk',
    connectionTimeoutMillis: connection,
    keepAlive: true,
    // nobody's transaction outlives its process or its request
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool({
    ...settings,
    max: CONNECTIONS,
    ...{ lock_timeout: lock, statement_timeout: statement, query_timeout: answer },
  });
  // Without a listener a broken line would end the process. Who asks on it is told by his query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw unreachable(url, error);
  }
  return {
    pool: withOutages(pool),
    client: () => new pg.Client({ ...settings, query_timeout: ANSWER_WITHIN }),
    async notify(channel, payloads) {
      const told = { name: 'notify', text: NOTIFY, values: [channel, payloads] };
      await pool.query(told).catch((error: unknown) => {
        throw outageOf(error) ?? error;
      });
    },
  };
}

/** Integers and sums come as numbers; one that would lose digits is refused. */
function parserOf(type: number, format?: 'text' | 'binary'): unknown {
  return type === INT8 || type === NUMERIC ? safeInteger : pg.types.getTypeParser(type, format);
}

function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new RangeError('The database holds a number that is no safe integer');
  return number;
}

/** The address without its password; what Postgres said, or the code of the network's fault. */
function unreachable(url: string, error: unknown): DatabaseUnreachable {
  const { host, pathname } = new URL(url);
  const { code, message } = firstOf(error);
  const said = message || code || 'no answer';
  return new DatabaseUnreachable(
    `Postgres at ${host || 'this machine'}${pathname} cannot be opened: ${said}.`,
    code,
    { cause: error },
  );
}

/** A name with several addresses fails once for each. */
const firstOf = (error: unknown): { code?: string; message?: string } =>
  error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error);
