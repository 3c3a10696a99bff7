import assert from 'node:assert/strict';
import { join } from 'node:path';
import pg from 'pg';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import { dice } from '../data/dice.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import {
  aLookUp,
  answer,
  follow,
  numberOf,
  parcelOf,
  Refused,
  send,
  sendAgain,
  type Acknowledged,
  type Guest,
  type Server,
} from './kill-wishes.ts';
import { aDeskFolder } from './shared-desk.ts';

const WRITERS = 8;
/** Below the most events that a parcel may have. */
const NEWS_A_PARCEL = 150;
const MOST_WRITES = 40;
/** Many rounds outlive a token; one that is nearly over proves nothing. */
const SOON_MS = 10_000;

export interface KillFigures {
  rounds: number;
  acknowledged: number;
  /** Not answered when the kill came, and asked again after the start; and how many of them had been done. */
  again: number;
  done: number;
  lost: string[];
  /** What stands there more than once. */
  twice: string[];
}

export interface KillWanted {
  seed?: number;
  on?: 'file' | 'Postgres';
  /** Whom the kill hits: the server's process, or Postgres itself, which then starts again. */
  victim?: 'server' | 'database';
}

/**
 * Writes as fast as the server answers, kills in the middle of that, starts again on the same
 * data, asks again for what had not been answered, as every sender does, and looks for everything
 * that has been said yes to: after each start for what was said just before, at the end for all,
 * since what is lost once never comes back.
 */
export async function killRounds(
  rounds: number,
  { seed = 1, on = 'file', victim = 'server' }: KillWanted = {},
): Promise<KillFigures> {
  const orders = Math.ceil((rounds * (MOST_WRITES + WRITERS)) / NEWS_A_PARCEL) + WRITERS;
  const own = victim === 'database' ? await startPostgres() : undefined;
  const database = on === 'Postgres' ? await aPostgresDatabase(own?.url) : undefined;
  const desk = await aDeskFolder('kill', rowsOf(orders), database);
  const kept = nothing();
  const random = dice(seed, 'kill');
  const figures = { lost: new Set<string>(), twice: new Set<string>() };
  let [written, again, done] = [0, 0, 0];
  let server = await desk.serve();
  const keys = new Set<string>();
  const now = (): Server => ({ url: server.url, keys, isShared: database !== undefined });

  for (let round = 0; round < rounds; round += 1) {
    const told = nothing();
    const kill = random.between(1, MOST_WRITES);
    let acknowledged = 0;
    let killed: Promise<unknown> | undefined;
    const yes = () => {
      acknowledged += 1;
      if (acknowledged < kill || killed) return;
      if (own) killed = own.kill();
      else killed = (server.child.kill('SIGKILL'), server.ended);
    };
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      write(now(), told, { from: `${round}-${writer}`, orders, next: () => (written += 1), yes }),
    );
    await Promise.all(writers);
    const end = await killed;
    if (own) await own.start();
    else {
      assert.equal(end, 'SIGKILL');
      server = await desk.serve();
    }
    again += told.open.length;
    for (const wish of told.open) if (await sendAgain(now(), told, wish)) done += 1;
    for (const [number, guest] of told.guests) kept.guests.set(number, guest);
    for (const [number, texts] of told.news)
      kept.news.set(number, [...(kept.news.get(number) ?? []), ...texts]);
    await compare(now(), told, kept.guests, figures);
  }
  await compare(now(), kept, kept.guests, figures);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  const started = await sessionsIn(desk.cwd, database);
  if (started > keys.size) figures.twice.add(`${started} sessions of ${keys.size} look-ups`);
  await own?.stop();
  const news = [...kept.news.values()].flat().length;
  return {
    rounds,
    acknowledged: news + kept.guests.size,
    ...{ again, done },
    lost: [...figures.lost],
    twice: [...figures.twice],
  };
}

const nothing = (): Acknowledged => ({ news: new Map(), guests: new Map(), open: [] });
const rowsOf = (orders: number) =>
  Array.from({ length: orders }, (_, order) =>
    anOrder({
      id: `order-${order}`,
      number: numberOf(order),
      email: 'mara@kern.eu',
      status: 'shipped',
      shipments: [aShipment({ id: `parcel-${order}`, number: parcelOf(order) })],
    }),
  );

/** Writes until the server is gone, or its database is. */
async function write(
  server: Server,
  told: Acknowledged,
  { from, orders, next, yes }: { from: string; orders: number; next(): number; yes(): void },
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const order = next() % orders;
    const wish = turn === 0 ? aLookUp(order) : { ...aLookUp(order), text: `news ${from}-${turn}` };
    try {
      assert.equal(await send(server, told, wish), 'applied');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.open.push(wish);
      return;
    }
    yes();
  }
}

/** How many there are in the tables. */
async function sessionsIn(cwd: string, database: string | undefined): Promise<number> {
  const query = 'select count(*) as n from sessions';
  if (database === undefined) {
    const db = openSqliteFile(join(cwd, 'data/front-desk.db'));
    const [row] = db.prepare(query).all([]);
    db.close();
    return Number((row as { n: number }).n);
  }
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query<{ n: string }>(query);
  await client.end();
  return Number(rows[0]?.n);
}

/** Finds what had been said yes to and is not there, or is there twice. */
async function compare(
  server: Server,
  told: Acknowledged,
  guests: ReadonlyMap<string, Guest>,
  { lost, twice }: { lost: Set<string>; twice: Set<string> },
): Promise<void> {
  const { url } = server;
  const good = goodOf(guests);
  for (const [number, { token }] of goodOf(told.guests)) {
    const session = await fetch(`${url}/v1/session`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (session.status !== 200) lost.add(`session of ${number}`);
    await session.body?.cancel();
  }
  for (const [number, texts] of told.news) {
    const order = Number(number.slice(1));
    const { token } = good.get(number) ?? (await follow(server, aLookUp(order)));
    const tracking = await answer<{ parcels: { events: { text: string }[] }[] }>(
      fetch(`${url}/v1/orders/order-${order}/tracking`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    const there = tracking.parcels.flatMap(({ events }) => events.map(({ text }) => text));
    const once = new Set(there);
    for (const text of texts) if (!once.has(text)) lost.add(`${text} of ${number}`);
    for (const text of once)
      if (there.indexOf(text) !== there.lastIndexOf(text)) twice.add(`${text} of ${number}`);
  }
}

const goodOf = (guests: ReadonlyMap<string, Guest>): Map<string, Guest> =>
  new Map([...guests].filter(([, { expiresAt }]) => Date.parse(expiresAt) > Date.now() + SOON_MS));
