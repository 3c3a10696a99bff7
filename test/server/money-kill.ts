import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RefundAsked } from '../../src/backend/ports.ts';
import { leaseLife } from '../../src/domain/news/outbox.ts';
import { bundleScript } from '../../scripts/test/cli.mjs';
import { aPostgresDatabase } from '../builders/postgres.ts';
import { dice } from '../data/dice.ts';
import { aFolder } from './folder.ts';
import { cancelOrders, openMoves, PAID } from './money-orders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Refunds that a process may ask for before it is killed. */
const MOST_ASKED = 4;
/** When a process is killed: it has asked; the money has moved as well; it has been told so too. */
const moments = ['asked', 'moved', 'told'] as const;

export interface MoneyKillFigures {
  kills: number;
  orders: number;
  /** Refunds that the provider was asked for; more than there are orders, as some were asked for again. */
  asked: number;
  /** Orders whose money did not go back, or not all of it. */
  lost: string[];
  twice: string[];
  /** Moves that are not done in our own books. */
  open: number;
}

/**
 * Cancels orders, and kills who gives the money back, again and again: when the provider is asked, has
 * moved it and not yet said so, or has said so. Then lets one process come to its end.
 */
export async function moneyKillRounds(
  rounds: number,
  { seed = 1, on = 'file' }: { seed?: number; on?: 'file' | 'Postgres' } = {},
): Promise<MoneyKillFigures> {
  const database =
    on === 'Postgres' ? await aPostgresDatabase() : join(aFolder('money-kill'), 'front-desk.db');
  // enough that nobody runs out of work before he is killed
  const orders = rounds * MOST_ASKED;
  await cancelOrders(database, orders);
  const script = await bundleScript(root, 'test/server/money-worker.ts');
  const random = dice(seed, 'money-kill');
  const moved = new Map<string, RefundAsked>();
  const figures: MoneyKillFigures = { kills: 0, orders, asked: 0, lost: [], twice: [], open: 0 };
  let victim: { child: ChildProcess; left: number; at: (typeof moments)[number] } | undefined;

  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const asked = JSON.parse(body) as RefundAsked;
      figures.asked += 1;
      const last = victim && (victim.left -= 1) <= 0 ? victim : undefined;
      if (last?.at !== 'asked') moved.set(asked.key, asked);
      if (last && last.at !== 'told') last.child.kill('SIGKILL');
      else {
        const told = { state: 'succeeded', reference: `re_${asked.key}`, amount: asked.amount };
        response.end(JSON.stringify(told), () => last?.child.kill('SIGKILL'));
      }
    });
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const { port } = provider.address() as AddressInfo;
  // beside others who work on it, a dead one's lease has to run out first
  const start = (round: number) =>
    spawn(
      process.execPath,
      [script, database, `http://127.0.0.1:${port}/`, String(round * (leaseLife + 1))],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );

  for (let round = 0; round < rounds; round += 1) {
    const child = start(round);
    victim = {
      child,
      left: random.between(1, MOST_ASKED),
      at: moments[random.between(0, moments.length - 1)]!,
    };
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal === 'SIGKILL') figures.kills += 1;
  }
  victim = undefined;
  await once(start(rounds), 'close');
  provider.close();

  const back = new Map<string, number[]>();
  for (const { payment, amount } of moved.values())
    back.set(payment, [...(back.get(payment) ?? []), amount]);
  for (let order = 0; order < orders; order += 1) {
    const [first, ...more] = back.get(`pi_${order}`) ?? [];
    if (first !== PAID) figures.lost.push(`order-${order}`);
    if (more.length > 0) figures.twice.push(`order-${order}`);
  }
  figures.open = await openMoves(database, orders);
  return figures;
}
