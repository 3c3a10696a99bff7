import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import { dice } from '../data/dice.ts';
import { aFolder } from './folder.ts';
import { PEPPER } from './pepper.ts';
import { startServerProcess } from './server-process.ts';

/** Asked before anything is measured, until the code is compiled and the pages are in memory. */
const WARM_UP = 400;

export interface LookUpTimes {
  /** Milliseconds of each look-up. */
  one: number[];
  other: number[];
}

/**
 * Look-ups of two kinds at a real server, one after the other in an order thrown by dice. In a
 * strict shop: hits, and misses. In an open one: misses of the number, and misses of the contact.
 */
export async function lookUpTimes(
  count: number,
  guestTracking: 'code' | 'number',
  on: 'file' | 'Postgres' = 'file',
): Promise<LookUpTimes> {
  const folder = aFolder('timing');
  const all = count + WARM_UP;
  writeFileSync(
    join(folder, 'front-desk.config.json'),
    JSON.stringify(
      aConfig({
        shop: aShopConfig({ guestTracking }),
        pepper: PEPPER,
        // every look-up comes from a network of its own: none is refused for the others
        trustedProxies: ['127.0.0.1', '::1'],
      }),
    ),
  );
  const shared = on === 'Postgres' ? await aPostgresDatabase() : undefined;
  const { storage } = await openDatabase(shared ?? join(folder, 'data/front-desk.db'), PEPPER);
  await storage.catalogue.put(
    aShop({ id: 'alder' }),
    Array.from({ length: all }, (_, n) => [
      aCustomer({ id: `c-${n}`, email: `known-${n}@mail.example` }),
      anOrder({ id: `o-${n}`, number: `T${n}`, email: `known-${n}@mail.example` }),
    ]).flat(),
  );
  await storage.close();
  const environment = shared === undefined ? {} : { DATABASE_URL: shared };
  const server = await startServerProcess(['--dev'], { cwd: folder, environment });
  const roll = dice(1, 'look-ups');
  const times: LookUpTimes = { one: [], other: [] };
  for (let n = 0; n < all; n += 1) {
    const isOne = roll.between(0, 1) === 1;
    const body = wanted(guestTracking, isOne, n);
    const took = await ask(server.url, n, body, guestTracking === 'code' ? 202 : 404);
    if (n >= WARM_UP) times[isOne ? 'one' : 'other'].push(took);
  }
  server.child.kill('SIGTERM');
  await server.ended;
  return times;
}

/** A hit or a miss; or, in an open shop, a miss of the number or of the contact. */
const wanted = (guestTracking: 'code' | 'number', isOne: boolean, n: number) =>
  guestTracking === 'code'
    ? {
        number: `${isOne ? 'T' : 'U'}${n}`,
        email: `${isOne ? 'known' : 'other'}-${n}@mail.example`,
      }
    : { number: `${isOne ? 'U' : 'T'}${n}`, email: `other-${n}@mail.example` };

async function ask(url: string, n: number, body: object, status: number): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/v1/identity/lookups`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `timing-${String(n).padStart(8, '0')}`,
      Origin: 'https://alder.example',
      'X-Forwarded-For': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
    },
  });
  const took = performance.now() - began;
  await answer.arrayBuffer();
  if (answer.status !== status) throw new Error(`Answered ${answer.status}, not ${status}`);
  return took;
}

/** How well one can be told from the other by its time: 0.5 is not at all, 0 and 1 are always. */
export function areaUnderCurve({ one, other }: LookUpTimes): number {
  const all = [
    ...one.map((ms) => ({ ms, isOne: true })),
    ...other.map((ms) => ({ ms, isOne: false })),
  ].sort((a, b) => a.ms - b.ms);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.ms === all[from]!.ms) to += 1;
    // those that took as long share the mean of their ranks
    const rank = (from + 1 + to) / 2;
    ranks += rank * all.slice(from, to).filter(({ isOne }) => isOne).length;
    from = to;
  }
  return (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
}
