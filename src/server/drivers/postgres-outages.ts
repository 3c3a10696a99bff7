import pg from 'pg';
import { Unavailable } from '../../backend/services/unavailable.ts';
import type { RawClient, RawPool } from '../../backend/storage/named-statements.ts';

/** Of Postgres (SQLSTATE): its connections, and its room, for more of them or on its disk. */
const CLASSES = ['08', '53'];
/**
 * A statement and a lock that took too long, a write to a standby that is not the primary yet, and two
 * that wait for each other: one of them is taken back whole, and comes through when it comes again.
 */
const STATES = ['57014', '55P03', '25006', '40001', '40P01'];

/**
 * What it ends a line with: 57P is its own end, or somebody's who may end it, 08 a line that cannot go
 * on; a transaction that was idle, or took, too long. Not told by the severity: that is translated.
 */
const ENDS = ['57P', '08', '25P03', '25P04'];

/**
 * A pool that makes Unavailable of a database that is away, full or held up: whoever asked is told to
 * come back. A line on which nothing comes any more is not given to the next one.
 */
export function withOutages(pool: pg.Pool): RawPool {
  const clients = new WeakMap<pg.PoolClient, RawClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw new Unavailable(undefined, withCode(error, 'no_connection'));
      });
      // the same for the same: Kysely remembers connections by it
      const known = clients.get(client) ?? watched(client);
      clients.set(client, known);
      return known;
    },
  };
}

function watched(client: pg.PoolClient): RawClient {
  let broken: Unavailable | undefined;
  return {
    async query(query) {
      // an answer may be out still: what is asked after it would wait behind it
      if (broken) throw broken;
      try {
        return (await client.query(query)) as never;
      } catch (error) {
        const outage = outageOf(error);
        if (outage && isOver(error)) broken = outage;
        throw outage ?? error;
      }
    },
    get processID() {
      return (client as unknown as RawClient).processID ?? null;
    },
    release: (destroy) => client.release(destroy || broken !== undefined),
  };
}

/** The same as Unavailable; undefined where another try would come to no other end. */
export function outageOf(error: unknown): Unavailable | undefined {
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error;
    const passes = STATES.includes(code) || CLASSES.includes(code.slice(0, 2));
    return passes || isOver(error) ? new Unavailable(undefined, error) : undefined;
  }
  // of a value that we refuse to read
  if (error instanceof RangeError || error instanceof TypeError) return undefined;
  return new Unavailable(undefined, withCode(error, 'no_answer'));
}

/** Postgres ends the line itself, or nobody knows what comes on it next. */
const isOver = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || ENDS.some((end) => error.code?.startsWith(end));

/** What pg says in words alone, with a code for the log. */
function withCode(error: unknown, code: string): unknown {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error && !('code' in first) ? Object.assign(first, { code }) : first;
}
