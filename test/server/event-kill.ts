import assert from 'node:assert/strict';
import { openDatabase } from '../../src/server/open-database.ts';
import { readConfig } from '../../src/server/config/load.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { dice } from '../data/dice.ts';
import { PEPPER } from './pepper.ts';
import type { ServerProcess } from './server-process.ts';
import { aDeskFolder, SHOP } from './shared-desk.ts';

const WRITERS = 8;
const BATCH = 10;
const MOST_BATCHES = 40;
const PAGE = 10_000;

export interface EventKillFigures {
  acknowledged: number;
  lost: number;
  twice: number;
}

/**
 * Sends batches as fast as the server answers, each twice, and kills it in the middle; looks in the end
 * for every event of a batch that was answered 202.
 */
export async function eventKillRounds(
  rounds: number,
  { seed = 1, on = 'file' }: { seed?: number; on?: 'file' | 'Postgres' } = {},
): Promise<EventKillFigures> {
  const database = on === 'Postgres' ? await aPostgresDatabase() : undefined;
  const desk = await aDeskFolder('event-kill', [], database);
  const random = dice(seed, 'event-kill');
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await desk.serve();
    let left = random.between(1, MOST_BATCHES);
    const told = (ids: readonly string[]) => {
      acknowledged.push(...ids);
      left -= 1;
      if (left === 0) server.child.kill('SIGKILL');
    };
    const writers = Array.from({ length: WRITERS }, () => write(server, told));
    await Promise.all(writers);
    assert.equal(await server.ended, 'SIGKILL');
  }
  const file = join(desk.cwd, 'front-desk.config.json');
  const settings = readConfig(readFileSync(file, 'utf8'), file, () => undefined);
  const { storage } = await openDatabase(database ?? settings.database, PEPPER);
  const kept: string[] = [];
  for (let after = 0; ;) {
    const page = await storage.events.since(SHOP, after, PAGE);
    kept.push(...page.map(({ id }) => id));
    if (page.length < PAGE) break;
    after = page.at(-1)!.sequence;
  }
  await storage.close();
  const once = new Set(kept);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !once.has(id)).length,
    twice: kept.length - once.size,
  };
}

/** Until the server is gone: what was not answered has not been said yes to. */
async function write(
  { url }: ServerProcess,
  told: (ids: readonly string[]) => void,
): Promise<void> {
  for (;;) {
    const ids = Array.from({ length: BATCH }, () => crypto.randomUUID());
    const body = JSON.stringify({
      ...{ visitor: crypto.randomUUID(), consent: 'analytics' },
      events: ids.map((id) => ({ type: 'searched', id, secondsAgo: 0 })),
    });
    const send = () =>
      fetch(`${url}/v1/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': anAddress() },
        body,
      });
    const answers = await Promise.allSettled([send(), send()]);
    for (const answer of answers)
      if (answer.status === 'fulfilled') assert.equal(answer.value.status, 202);
    if (answers.some(({ status }) => status === 'fulfilled')) told(ids);
    if (answers.some(({ status }) => status === 'rejected')) return;
  }
}

/** Each batch comes from a place of its own: what one address may send is not what is tried here. */
let places = 0;
const anAddress = (): string => {
  places += 1;
  return `10.${places >> 16}.${(places >> 8) & 255}.${places & 255}`;
};
