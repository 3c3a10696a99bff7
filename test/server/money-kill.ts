import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RefundAsked } from '../../src/backend/ports.ts';
import { decideCancellation } from '../../src/domain/changes/cancellation.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aPolicy } from '../builders/cases.ts';
import { anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import { dice } from '../data/dice.ts';
import { aFolder } from './folder.ts';

const WORKER = fileURLToPath(new URL('./money-worker.ts', import.meta.url));
const ORDERS = 60;
const PAID = 8_900;

export interface MoneyKillFigures {
  kills: number;
  /** Refunds that the provider was asked for; more than there are, as some were asked for again. */
  asked: number;
  /** Orders whose money did not go back, or not once. */
  wrong: string[];
  /** Moves that are not done in our own books. */
  open: number;
}

/**
 * Cancels orders, and kills who gives the money back: when the provider is asked, or has moved it and
 * not yet said so. Then lets one process come to its end.
 */
export async function moneyKillRounds(rounds: number, seed = 1): Promise<MoneyKillFigures> {
  const file = join(aFolder('money-kill'), 'front-desk.db');
  await cancelAll(file);
  const random = dice(seed, 'money-kill');
  const moved = new Map<string, RefundAsked>();
  const figures: MoneyKillFigures = { kills: 0, asked: 0, wrong: [], open: 0 };
  let victim: { child: ChildProcess; after: number; isMovedFirst: boolean } | undefined;

  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const asked = JSON.parse(body) as RefundAsked;
      figures.asked += 1;
      const isLast = victim && (victim.after -= 1) < 0;
      if (!isLast || victim?.isMovedFirst) moved.set(asked.key, asked);
      if (isLast) victim?.child.kill('SIGKILL');
      else
        response.end(
          JSON.stringify({
            state: 'succeeded',
            reference: `re_${asked.key}`,
            amount: asked.amount,
          }),
        );
    });
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const { port } = provider.address() as AddressInfo;
  const start = () =>
    spawn(process.execPath, ['--import', 'tsx', WORKER, file, `http://127.0.0.1:${port}/`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  for (let round = 0; round < rounds; round += 1) {
    const child = start();
    victim = { child, after: random.between(0, 5), isMovedFirst: random.between(0, 1) === 1 };
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal === 'SIGKILL') figures.kills += 1;
  }
  victim = undefined;
  await once(start(), 'close');
  provider.close();

  for (let order = 0; order < ORDERS; order += 1) {
    const back = [...moved.values()].filter(({ payment }) => payment === `pi_${order}`);
    if (back.length !== 1 || back[0]?.amount !== PAID) figures.wrong.push(`order-${order}`);
  }
  figures.open = await openMoves(file);
  return figures;
}

async function cancelAll(file: string): Promise<void> {
  const { storage } = await openDatabase(file);
  const shop = aShop({ policy: aPolicy() });
  const now = new Date();
  const request = { reason: 'other' as const, refundTo: 'original' as const };
  for (let order = 0; order < ORDERS; order += 1) {
    const id = `order-${order}`;
    const card = { kind: 'card' as const, label: 'Visa', amount: PAID, reference: `pi_${order}` };
    await storage.catalogue.put(shop, [anOrder({ id, status: 'placed', payments: [card] })]);
    await storage.changes.write(shop, id, { at: now, by: 'customer', request }, (held) =>
      decideCancellation({ ...held, policy: shop.policy!, now, request }),
    );
  }
  await storage.close();
}

async function openMoves(file: string): Promise<number> {
  const { storage } = await openDatabase(file);
  let open = 0;
  for (let order = 0; order < ORDERS; order += 1) {
    const [receipt] = await storage.changes.receipts('alder', `order-${order}`);
    open += receipt?.moves.filter(({ state }) => state !== 'done').length ?? 1;
  }
  await storage.close();
  return open;
}
