// npm run bench:backend [-- ORDERS SECONDS]
// A shop of 100,000 orders, in the embedded file and in a private Postgres: imports, lists of 20
// orders asked by 32 signed-in clients, durable writes, events of visitors, live updates, messages. Every server is a process of
// its own, the clients share its machine, a bare Hono route is measured beside them. Prints a table
// in Markdown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '../../src/backend/ports.ts';
import { importRows } from '../../src/backend/services/import.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import { measure, startServer, type Server } from './processes.ts';
import { PEPPER, PRODUCTS, largeShop, products, shop } from './shop.ts';
import { signIn } from './sign-in.ts';

const orders = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 8);
const [CLIENTS, STREAMS, ROUNDS, STREAMS_A_READER] = [32, 500, 200, 10];
const VISITORS = 32;
const EVENTS_A_BATCH = [1, 20];
const clock = () => new Date();
const folder = mkdtempSync(join(tmpdir(), 'front-desk-bench-'));
const postgres = await startPostgres();
const file = join(folder, 'desk.db');
const sqlite = nodeSqlite() ? 'node:sqlite' : 'libsql';

type Lists = Record<'asked' | 'perSecond' | 'p50' | 'p99' | 'failed', number>;
type Waits = Record<'p50' | 'p99', number>;
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

try {
  console.log(`Node ${process.versions.node}, ${sqlite}, ${orders.toLocaleString('en')} orders\n`);
  row('what', 'on', 'a second', 'p50, ms', 'p99, ms');
  row('---', '---', '---:', '---:', '---:');
  await withServers(['bare'], async (ports) => {
    await lists('an empty answer', 'bare Hono', ports, Array(CLIENTS).fill('none'));
  });
  await desk(`embedded, ${sqlite}`, file, 1);
  if (postgres) {
    await desk('Postgres', postgres.url, 1);
    await desk('Postgres, 2 processes', postgres.url, 2);
  } else console.log('\nPostgres: not measured, there is none here');
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
}

/** All that is measured over one database; it is filled the first time. */
async function desk(name: string, database: string, processes: number): Promise<void> {
  const { storage } = await openDatabase(database, PEPPER);
  if (!(await storage.catalogue.order(shop.id, 'o0'))) await timedImport(name, storage);
  await storage.catalogue.put(shop, products());
  const { customers, guests } = await signIn(storage, {
    customers: STREAMS / STREAMS_A_READER,
    guests: STREAMS / STREAMS_A_READER,
    seed: processes,
  });
  await storage.close();
  await withServers(Array<string>(processes).fill(database), async (ports) => {
    await lists('a list of 20 orders, 32 clients', name, ports, customers.slice(0, CLIENTS));
    if (processes === 1) {
      const writes = {
        'news written down, 32 senders': ['news', orders, shop.webhookSecret],
        'wishes written down, 32 customers': ['wishes', PRODUCTS, ...customers],
      };
      for (const [what, of] of Object.entries(writes)) {
        const [written, read] = await Promise.all([
          measure<Lists>('writers.mjs', ports[0], seconds, CLIENTS, ...of),
          readMeanwhile(ports),
        ]);
        row(what, name, written.perSecond, '', '');
        row('… the desk asked meanwhile', name, '', read.p50, read.p99);
      }
      for (const batch of EVENTS_A_BATCH) {
        const [{ sent, ...kept }, read] = await Promise.all([
          measure<{ sent: Waits; perSecond: number }>(
            ...(['events.mjs', ports[0], seconds, VISITORS, batch, PRODUCTS] as const),
          ),
          readMeanwhile(ports),
        ]);
        const from = `${VISITORS} visitors, ${batch} a batch`;
        row(`events kept, ${from}`, name, kept.perSecond, sent.p50, sent.p99);
        row('… the desk asked meanwhile', name, '', read.p50, read.p99);
      }
    }
    const live = await measure<Record<'p50' | 'p99' | 'lost' | 'twice', number>>(
      ...(['streams.mjs', ports.join(), STREAMS, ROUNDS, shop.webhookSecret] as const),
      ...guests,
    );
    row(`news told until one of ${STREAMS} pages has them`, name, '', live.p50, live.p99);
    row('… lost, twice', name, `${live.lost}, ${live.twice}`, '', '');
    const { kept, told, ...talk } = await measure<
      Record<'p50' | 'p99' | 'lost' | 'others', number> & Record<'kept' | 'told', Waits>
    >(...(['talk.mjs', ports.join(), STREAMS, ROUNDS] as const), ...customers);
    row(
      `a message sent until the writer’s pages have it, ${STREAMS} open`,
      name,
      '',
      talk.p50,
      talk.p99,
    );
    row('… until it is written down', name, '', kept.p50, kept.p99);
    row('… from then until they have it', name, '', told.p50, told.p99);
    row('… lost, told to others', name, `${talk.lost}, ${talk.others}`, '', '');
  });
}

function readMeanwhile(ports: readonly number[]): Promise<Waits> {
  return measure('reader.mjs', ports[0], seconds);
}

async function lists(what: string, name: string, ports: readonly number[], tokens: string[]) {
  const ask = (time: number) =>
    measure<Lists>('clients.mjs', ports.join(), time, '/v1/orders?limit=20', ...tokens);
  await ask(2);
  const { perSecond, p50, p99, failed } = await ask(seconds);
  if (failed) throw new Error(`${failed} answers were no success`);
  row(what, name, perSecond, p50, p99);
}

async function withServers(
  behind: readonly string[],
  work: (ports: readonly number[]) => Promise<void>,
): Promise<void> {
  const servers: Server[] = [];
  try {
    for (const each of behind) servers.push(await startServer(each));
    await work(servers.map(({ port }) => port));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** How many orders a second, and how long a reader waits for it at worst. */
async function timedImport(name: string, into: Storage): Promise<void> {
  const began = performance.now();
  let [worst, reading, writing] = [0, true, false];
  const reader = (async () => {
    while (reading) {
      const asked = performance.now();
      await into.catalogue.orders(shop.id, 'c1', { filter: 'all', limit: 20 });
      if (writing) worst = Math.max(worst, performance.now() - asked);
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  const report = await importRows({ storage: into, clock }, shop, largeShop(orders), {
    tell: (news) => {
      writing ||= 'writing' in news;
    },
  });
  const took = (performance.now() - began) / 1000;
  reading = false;
  await reader;
  if (report.bad > 0) throw new Error(`${report.bad} rows were bad`);
  row('orders imported', name, Math.round(orders / took), '', '');
  row('… a reader’s wait meanwhile, worst', name, '', '', worst.toFixed(0));
}
