// node --import tsx bench/orders/run.ts [ORDERS] [SECONDS]
// A shop of 100,000 orders in a file: how long the import takes, how long a reader waits for it
// at worst, and how many lists of 20 orders a second one process answers to 32 signed-in clients,
// with the clients on the same machine. Prints a table in Markdown.
import { execFile } from 'node:child_process';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createBackend } from '../../src/backend/app.ts';
import type { Mail, Storage } from '../../src/backend/ports.ts';
import { createCookieTransport } from '../../src/backend/services/cookie-transport.ts';
import { importRows } from '../../src/backend/services/import.ts';
import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { listen } from '../../src/server/http/listen.ts';
import { shopsOf } from '../../test/builders/backend.ts';
import { aShop } from '../../test/builders/shop.ts';
import { createVisitor } from '../../test/builders/visitor.ts';
import { emailOf, largeShop } from './shop.ts';

const orders = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 8);
const CLIENTS = 32;
const shop = aShop();
const clock = () => new Date();
const folder = mkdtempSync(join(tmpdir(), 'front-desk-bench-'));

const storage = await openStorage(openSqliteFile(join(folder, 'desk.db')));
try {
  console.log(
    `Node ${process.versions.node}, ${nodeSqlite() ? 'node:sqlite' : 'libsql'}, ${orders} orders\n`,
  );
  console.log('| what | seen |\n|---|---|');
  const { took, own, waits } = await timedImport(storage);
  const counted = orders.toLocaleString('en');
  console.log(
    `| import of ${counted} orders | ${took.toFixed(1)} s, ${own.toFixed(1)} s of a core |`,
  );
  console.log(`| a reader's wait while it writes, worst | ${waits.toFixed(0)} ms |`);
  const { perSecond, p50, p99, failed, cpu } = await load(storage);
  console.log(`| lists of 20 orders, ${CLIENTS} clients | ${perSecond} a second |`);
  console.log(`| … half of them, 99 of 100 within | ${p50} ms, ${p99} ms |`);
  console.log(`| the server's own time for a list | ${cpu.toFixed(0)} µs |`);
  if (failed) throw new Error(`${failed} answers were no success`);
} finally {
  await storage.close();
  rmSync(folder, { recursive: true });
}

async function timedImport(into: Storage): Promise<{ took: number; own: number; waits: number }> {
  const began = performance.now();
  const before = process.cpuUsage();
  let waits = 0;
  let reading = true;
  let writing = false;
  const reader = (async () => {
    while (reading) {
      const asked = performance.now();
      await into.catalogue.orders(shop.id, 'c1', { filter: 'all', limit: 20 });
      if (writing) waits = Math.max(waits, performance.now() - asked);
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  const report = await importRows({ storage: into, clock }, shop, largeShop(orders), {
    tell: (news) => {
      writing ||= 'writing' in news;
    },
  });
  const took = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  reading = false;
  await reader;
  if (report.bad > 0) throw new Error(`${report.bad} rows were bad`);
  return { took, own: (user + system) / 1e6, waits };
}

async function load(over: Storage) {
  const mails: Mail[] = [];
  const backend = createBackend({
    shops: shopsOf([shop]),
    storage: over,
    mailer: { send: async (mail) => void mails.push(mail) },
    bus: createLocalBus(),
    transport: createCookieTransport(),
    clock,
    clientAddress: (request) => request.headers.get('x-test-address') ?? '127.0.0.1',
    log: { info: () => {}, error: (event, error) => console.error(event, error) },
    // counted as always, and never reached by 32 clients of one machine
    requestLimits: { perAddress: 1e9, perSession: 1e9 },
    pepper: 'a pepper of at least thirty-two bytes for benches',
  });
  const tokens: string[] = [];
  for (let customer = 0; customer < CLIENTS; customer += 1) {
    const email = emailOf(customer);
    const visitor = createVisitor(async (request) => backend.fetch(request), {
      address: `192.0.2.${customer}`,
    });
    const { body: challenge } = await visitor.post('/identity/challenges', { email });
    await backend.settled();
    const code = /^\d{6}$/m.exec(mails.findLast(({ to }) => to === email)?.text ?? '')?.[0];
    const answer = `/identity/challenges/${challenge.id}/answer`;
    const { status, body } = await visitor.post(answer, { code });
    if (status !== 200) throw new Error(`${email} could not sign in: ${body.code}`);
    tokens.push(body.token);
  }
  const listener = await listen({ port: 0, host: 'loopback', answer: backend.fetch });
  const script = join(import.meta.dirname, 'clients.mjs');
  const ask = async (time: number) => {
    const args = [script, String(listener.port), String(time), ...tokens];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
    if (stderr) console.error(stderr);
    return JSON.parse(stdout) as Record<'asked' | 'perSecond' | 'p50' | 'p99' | 'failed', number>;
  };
  await ask(2);
  const before = process.cpuUsage();
  const figures = await ask(seconds);
  const { user, system } = process.cpuUsage(before);
  await listener.stop();
  await backend.close();
  return { ...figures, cpu: (user + system) / figures.asked };
}
