import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import { dice } from '../data/dice.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { aFolder } from './folder.ts';

const SHOP = 'alder';
const SECRET = 'a-webhook-secret-of-32-characters';
const WRITERS = 8;
/** Below the most events that a parcel may have. */
const NEWS_A_PARCEL = 150;
const MOST_WRITES = 40;

/** What the server has said yes to. */
interface Acknowledged {
  /** Texts of events, by order. */
  news: Map<string, string[]>;
  /** Access tokens of guests, by order. */
  guests: Map<string, string>;
}

export interface KillFigures {
  rounds: number;
  acknowledged: number;
  lost: string[];
}

/**
 * Writes as fast as the server answers, kills it in the middle of that, starts it again on the
 * same file, and looks for everything it had said yes to.
 */
export async function killRounds(rounds: number, { seed = 1 } = {}): Promise<KillFigures> {
  const folder = aFolder('kill');
  const orders = Math.ceil((rounds * (MOST_WRITES + WRITERS)) / NEWS_A_PARCEL) + WRITERS;
  await prepare(folder, orders);
  const kept: Acknowledged = { news: new Map(), guests: new Map() };
  const random = dice(seed, 'kill');
  const lost: string[] = [];
  let written = 0;
  const start = () => startServerProcess(['--dev'], { cwd: folder });

  for (let round = 0; round < rounds; round += 1) {
    const server = await start();
    lost.push(...(await missing(server, kept)));
    const kill = random.between(1, MOST_WRITES);
    let acknowledged = 0;
    const yes = () => {
      acknowledged += 1;
      if (acknowledged === kill) server.child.kill('SIGKILL');
    };
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      write(server, kept, { from: `${round}-${writer}`, orders, next: () => (written += 1), yes }),
    );
    await Promise.all(writers);
    assert.equal(await server.ended, 'SIGKILL');
  }
  const last = await start();
  lost.push(...(await missing(last, kept)));
  last.child.kill('SIGTERM');
  assert.equal(await last.ended, 0);
  const news = [...kept.news.values()].flat().length;
  return { rounds, acknowledged: news + kept.guests.size, lost };
}

const numberOf = (order: number): string => `K${order}`;
const parcelOf = (order: number): string => `KILL${String(order).padStart(8, '0')}`;

async function prepare(folder: string, orders: number): Promise<void> {
  const config = aConfig({ shop: aShopConfig({ id: SHOP, webhookSecret: SECRET }) });
  writeFileSync(join(folder, 'front-desk.config.json'), JSON.stringify(config));
  const { storage } = await openDatabase(join(folder, 'data/front-desk.db'));
  const rows = Array.from({ length: orders }, (_, order) =>
    anOrder({
      id: `order-${order}`,
      number: numberOf(order),
      email: 'mara@kern.eu',
      status: 'shipped',
      shipments: [aShipment({ id: `parcel-${order}`, number: parcelOf(order) })],
    }),
  );
  const shop = { id: SHOP, name: 'Alder', origins: [], timeZone: 'UTC', currency: 'EUR' };
  const rest = { contact: {}, links: {}, guestTracking: 'number', webhookSecret: SECRET } as const;
  await storage.catalogue.put({ ...shop, ...rest }, rows);
  await storage.close();
}

/** Writes until the server is gone. */
async function write(
  { url }: ServerProcess,
  kept: Acknowledged,
  { from, orders, next, yes }: { from: string; orders: number; next(): number; yes(): void },
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const order = next() % orders;
    const text = `news ${from}-${turn}`;
    try {
      if (turn === 0) {
        const token = await follow(url, order);
        kept.guests.set(numberOf(order), token);
      } else {
        await tellNews(url, order, text);
        kept.news.set(numberOf(order), [...(kept.news.get(numberOf(order)) ?? []), text]);
      }
    } catch (error) {
      // fetch says no more than this when the other side is gone
      if (error instanceof TypeError) return;
      throw error;
    }
    yes();
  }
}

async function tellNews(url: string, order: number, text: string): Promise<void> {
  const event = { at: new Date().toISOString(), status: 'in_transit', text };
  const body = JSON.stringify({ number: parcelOf(order), order: numberOf(order), events: [event] });
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
  const told = (await json(`${url}/v1/webhooks/tracking`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
    },
    body,
  })) as { result: string };
  assert.equal(told.result, 'applied');
}

async function follow(url: string, order: number): Promise<string> {
  const session = (await json(`${url}/v1/identity/lookups`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: url,
    },
    body: JSON.stringify({ number: numberOf(order), email: 'mara@kern.eu' }),
  })) as { token: string };
  return session.token;
}

/** What had been said yes to and is not there. */
async function missing({ url }: ServerProcess, kept: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const [number, token] of kept.guests) {
    const answer = await fetch(`${url}/v1/session`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (answer.status !== 200) lost.push(`session of ${number}`);
    await answer.body?.cancel();
  }
  for (const [number, texts] of kept.news) {
    const order = Number(number.slice(1));
    const token = kept.guests.get(number) ?? (await follow(url, order));
    const tracking = (await json(`${url}/v1/orders/order-${order}/tracking`, {
      headers: { Authorization: `Bearer ${token}` },
    })) as { parcels: { events: { text: string }[] }[] };
    const there = new Set(tracking.parcels.flatMap(({ events }) => events.map(({ text }) => text)));
    lost.push(...texts.filter((text) => !there.has(text)).map((text) => `${text} of ${number}`));
  }
  return lost;
}

async function json(url: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init);
  assert.equal(answer.status, 200, `${url}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}
