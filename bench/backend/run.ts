// npm run bench:backend [-- ORDERS SECONDS]
// A shop of 100,000 orders, in the embedded file and in a private Postgres: imports, lists of 20
// orders asked by 32 signed-in clients, durable writes, events of visitors, live updates, messages.
// Every server is a process of its own, the clients share its machine. What asks as fast as it can is
// asked for SECONDS to warm up and then in ROUNDS of as long, of which the middle one is told; beside
// it what a bare Hono route answered just before, for machines differ, and one from minute to minute.
// Prints a table in Markdown.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '../../src/backend/ports.ts';
import { importRows } from '../../src/backend/services/import.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import { measure, startBeside, startDesk, type Server } from './processes.ts';
import { PEPPER, PRODUCTS, largeShop, products, shop } from './shop.ts';
import { signIn } from './sign-in.ts';

const orders = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 8);
const [CLIENTS, STREAMS, TOLD, STREAMS_A_READER] = [32, 500, 200, 10];
const VISITORS = 32;
const LIST = '/v1/orders?limit=20';
const ROUNDS = 3;
/** What quality asks of durable writes. */
const WRITES_A_SECOND = 2000;
const clock = () => new Date();
const folder = mkdtempSync(join(tmpdir(), 'front-desk-bench-'));
const postgres = await startPostgres();
const file = join(folder, 'desk.db');
const sqlite = nodeSqlite() ? 'node:sqlite' : 'libsql';

type Waits = Record<'p50' | 'p99', number>;
type Asked = Waits & { perSecond: number };

const COLUMNS = ['what', 'on', 'a second', 'p50, ms', 'p99, ms', 'bare answers a second beside it'];
const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
function row(...cells: (string | number)[]) {
  line([...cells, ...COLUMNS.slice(cells.length).map(() => '')]);
}

const bare = await startBeside('bare');
try {
  console.log(`Node ${process.versions.node}, ${sqlite}, ${orders.toLocaleString('en')} orders\n`);
  line(COLUMNS);
  line(['---', '---', '---:', '---:', '---:', '---:']);
  const { told } = await rounds(() => bareAnswers(seconds));
  row('an empty answer, 32 clients', 'bare Hono', told.perSecond, told.p50, told.p99);
  await desk(`embedded, ${sqlite}`, file, 1);
  if (postgres) {
    await desk('Postgres', postgres.url, 1);
    await desk('Postgres, 2 processes', postgres.url, 2);
  } else console.log('\nPostgres: not measured, there is none here');
} finally {
  await bare.stop();
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
  if (database === file) await plain(name);
  await withServers(Array<string>(processes).fill(database), async (ports) => {
    await timed('a list of 20 orders, 32 clients', name, () =>
      measure<Asked>('clients.mjs', ports.join(), seconds, LIST, ...customers.slice(0, CLIENTS)),
    );
    if (processes === 1) {
      const [port] = ports as [number];
      const writers = (...of: string[]) =>
        measure<Asked>('writers.mjs', port, seconds, CLIENTS, ...of);
      const visitors = (...of: number[]) =>
        measure<Asked>('events.mjs', port, seconds, VISITORS, ...of);
      const writes: Record<string, () => Promise<Asked>> = {
        'news written down, 32 senders': () => writers('news', `${orders}`, shop.webhookSecret),
        'wishes written down, 32 customers': () => writers('wishes', `${PRODUCTS}`, ...customers),
        'events written down, one a request, 32 visitors': () => visitors(1, PRODUCTS),
        'events kept, 20 a request, 32 visitors': () => visitors(20, PRODUCTS),
        [`events written down, ${WRITES_A_SECOND} requests a second`]: () =>
          visitors(1, PRODUCTS, WRITES_A_SECOND),
      };
      for (const [what, write] of Object.entries(writes)) await timed(what, name, write, port);
    }
    const live = await measure<Record<'p50' | 'p99' | 'lost' | 'twice', number>>(
      ...(['streams.mjs', ports.join(), STREAMS, TOLD, shop.webhookSecret] as const),
      ...guests,
    );
    row(`news told until one of ${STREAMS} pages has them`, name, '', live.p50, live.p99);
    row('… lost, twice', name, `${live.lost}, ${live.twice}`, '', '');
    const { kept, told, ...talk } = await measure<
      Record<'p50' | 'p99' | 'lost' | 'twice' | 'others', number> & Record<'kept' | 'told', Waits>
    >(...(['talk.mjs', ports.join(), STREAMS, TOLD] as const), ...customers);
    row(
      `a message sent until the writer’s pages have it, ${STREAMS} open`,
      name,
      '',
      talk.p50,
      talk.p99,
    );
    row('… until it is written down', name, '', kept.p50, kept.p99);
    row('… from then until they have it', name, '', told.p50, told.p99);
    row(
      '… lost, twice, told to others',
      name,
      `${talk.lost}, ${talk.twice}, ${talk.others}`,
      '',
      '',
    );
  });
}

/** The list beside ours; its file is its own meanwhile. */
async function plain(name: string): Promise<void> {
  const server = await startBeside('plain', file);
  try {
    await timed('the same by two plain queries, no session, no limits', name, () =>
      asNobody(server, seconds),
    );
  } finally {
    await server.stop();
  }
}

/** A row of what is asked as fast as it is answered; with a `reader` how long the desk takes meanwhile. */
async function timed(what: string, name: string, ask: () => Promise<Asked>, reader?: number) {
  const beside = await bareAnswers(1);
  const { told, meanwhile } = await rounds(
    ask,
    reader === undefined ? undefined : () => measure<Waits>('reader.mjs', reader, seconds),
  );
  row(what, name, told.perSecond, told.p50, told.p99, beside.perSecond);
  if (meanwhile) row('… the desk asked meanwhile', name, '', meanwhile.p50, meanwhile.p99);
}

/** The middle of some rounds, after one to warm up: of what was asked, and of how long others waited. */
async function rounds(ask: () => Promise<Asked>, read?: () => Promise<Waits>) {
  const all: Asked[] = [];
  const waits: Waits[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [told, meanwhile] = await Promise.all([ask(), read?.()]);
    if (round === 0) continue;
    all.push(told);
    if (meanwhile) waits.push(meanwhile);
  }
  const middle = (ROUNDS - 1) / 2;
  return {
    told: all.toSorted((a, b) => a.perSecond - b.perSecond)[middle]!,
    meanwhile: waits.toSorted((a, b) => a.p99 - b.p99)[middle],
  };
}

function bareAnswers(time: number): Promise<Asked> {
  return asNobody(bare, time);
}

function asNobody({ port }: Server, time: number): Promise<Asked> {
  const nobody = Array<string>(CLIENTS).fill('none');
  return measure('clients.mjs', port, time, LIST, ...nobody);
}

async function withServers(
  behind: readonly string[],
  work: (ports: readonly number[]) => Promise<void>,
): Promise<void> {
  const servers: Server[] = [];
  try {
    for (const each of behind) servers.push(await startDesk(each, folder));
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
