import assert from 'node:assert/strict';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import { dice } from '../data/dice.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import type { ServerProcess } from './server-process.ts';
import { aDeskFolder, tellNews } from './shared-desk.ts';

const WRITERS = 8;
/** Below the most events that a parcel may have. */
const NEWS_A_PARCEL = 150;
const MOST_WRITES = 40;
/** Many rounds outlive a token; one that is nearly over proves nothing. */
const SOON_MS = 10_000;

/** What the server has said yes to. */
interface Acknowledged {
  /** Texts of events, by order. */
  news: Map<string, string[]>;
  /** Sessions of guests, by order. */
  guests: Map<string, Guest>;
}

interface Guest {
  token: string;
  expiresAt: string;
}

export interface KillFigures {
  rounds: number;
  acknowledged: number;
  lost: string[];
  /** News told once that stand there more than once. */
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
 * data, and looks for everything that had been said yes to: after each start for what was said just
 * before, at the end for all, since what is lost once never comes back.
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
  let written = 0;
  let server = await desk.serve();

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
      write(server, told, { from: `${round}-${writer}`, orders, next: () => (written += 1), yes }),
    );
    await Promise.all(writers);
    const end = await killed;
    if (own) await own.start();
    else {
      assert.equal(end, 'SIGKILL');
      server = await desk.serve();
    }
    for (const [number, guest] of told.guests) kept.guests.set(number, guest);
    for (const [number, texts] of told.news)
      kept.news.set(number, [...(kept.news.get(number) ?? []), ...texts]);
    await compare(server, told, kept.guests, figures);
  }
  await compare(server, kept, kept.guests, figures);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  await own?.stop();
  const news = [...kept.news.values()].flat().length;
  return {
    rounds,
    acknowledged: news + kept.guests.size,
    lost: [...figures.lost],
    twice: [...figures.twice],
  };
}

const nothing = (): Acknowledged => ({ news: new Map(), guests: new Map() });
const numberOf = (order: number): string => `K${order}`;
const addressOf = (nth: number): string => `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`;
const parcelOf = (order: number): string => `KILL${String(order).padStart(8, '0')}`;

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

/** The server is gone, or its database is: what was asked has not been said yes to. */
class Refused extends Error {}

/** Writes until that is so. */
async function write(
  server: ServerProcess,
  kept: Acknowledged,
  { from, orders, next, yes }: { from: string; orders: number; next(): number; yes(): void },
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const order = next() % orders;
    const number = numberOf(order);
    const text = `news ${from}-${turn}`;
    try {
      if (turn === 0) kept.guests.set(number, await follow(server, order));
      else {
        const parcel = { number: parcelOf(order), order: number };
        const told = await answer<{ result: string }>(tellNews(server, parcel, text));
        assert.equal(told.result, 'applied');
        kept.news.set(number, [...(kept.news.get(number) ?? []), text]);
      }
    } catch (error) {
      if (error instanceof Refused) return;
      throw error;
    }
    yes();
  }
}

let looked = 0;
async function follow({ url }: ServerProcess, order: number): Promise<Guest> {
  return answer<Guest>(
    fetch(`${url}/v1/identity/lookups`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        Origin: 'https://alder.example',
        // a killed process gives back no look-up it had counted: each asks from a place of its own
        'X-Forwarded-For': addressOf((looked += 1)),
      },
      body: JSON.stringify({ number: numberOf(order), email: 'mara@kern.eu' }),
    }),
  );
}

/** Finds what had been said yes to and is not there, or is there twice. */
async function compare(
  server: ServerProcess,
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
    const { token } = good.get(number) ?? (await follow(server, order));
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

async function answer<Body>(asked: Promise<Response>): Promise<Body> {
  try {
    const told = await asked;
    if (told.status >= 500) throw new Refused();
    assert.equal(told.status, 200, `${told.url}: ${told.status} ${await told.clone().text()}`);
    return (await told.json()) as Body;
  } catch (error) {
    // fetch says no more than this when the other side is gone
    if (error instanceof TypeError) throw new Refused();
    throw error;
  }
}
