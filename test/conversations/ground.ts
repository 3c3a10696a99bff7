import pg from 'pg';
import { openPostgres, unhurried } from '../../src/server/drivers/postgres.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { CONSOLE } from '../builders/colleague.ts';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { aCustomer } from '../builders/rows.ts';
import type { Dice } from '../data/dice.ts';

export const MARA = 'mara@kern.example';
export const BO = 'bo@lund.example';
const rows = [aCustomer({ id: 'mara', email: MARA }), aCustomer({ id: 'bo', email: BO })];
const consoleAddress = () => CONSOLE;

/** What a talk is held on. */
export interface Ground {
  desk: BackendUnderTest;
  /** Asks one of the processes. */
  ask(request: Request): Promise<Response>;
  /** One of the processes dies in the middle of its work; another takes its place. */
  kill?(): Promise<void>;
  close(): Promise<void>;
}

export type Engine = 'SQLite' | 'Postgres';

/** One process on SQLite, or two on one Postgres. */
export async function aGround(engine: Engine, dice: Dice): Promise<Ground> {
  if (engine === 'Postgres') return two(dice);
  const desk = await aBackend({ rows, ports: { consoleAddress } });
  return { desk, ask: async (request) => desk.backend.fetch(request), close: () => desk.close() };
}

async function two({ between }: Dice): Promise<Ground> {
  const url = await aPostgresDatabase();
  const names = ['one', 'other'] as const;
  const engineOf = (name: string) => ({
    name,
    async open() {
      // the talk's clock passes while an answer is on its way
      const { pool } = await openPostgres(`${url}&application_name=${name}`, unhurried);
      // a timer from before it would close a line that is in use by then
      Object.assign(pool.options, { idleTimeoutMillis: 0 });
      return pool;
    },
  });
  // beside the two, who looks on; hints are told to all by one bus
  const desk = await aBackend({ rows, engine: engineOf('looks-on'), ports: { consoleAddress } });
  const { bus, clock } = desk;
  const ports = { consoleAddress, bus, clock: () => clock.now };
  const processes = await Promise.all(
    names.map((name) => aBackend({ engine: engineOf(name), ports })),
  );
  const database = new pg.Client(url);
  await database.connect();
  return {
    desk,
    ask: async (request) => processes[between(0, 1)]!.backend.fetch(request),
    // what Postgres sees of a kill -9: its lines are gone, and what they had not committed
    async kill() {
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = $1`,
        [names[between(0, 1)]],
      );
    },
    async close() {
      await database.end();
      for (const one of [...processes, desk]) await one.close();
    },
  };
}
