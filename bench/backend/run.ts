// npm run bench:backend [-- ORDERS SECONDS [--write]]
// A shop of 100,000 orders, in the embedded file and in a private Postgres: imports, lists of 20
// orders asked by 32 signed-in clients, durable writes, events of visitors, live updates, messages.
// Every server is a process of its own, the clients share its machine. What asks as fast as it can is
// asked for SECONDS to warm up and then three times as long, of which the middle one is told; beside
// it what a bare Hono route answered just before, for machines differ, and one from minute to minute.
// Prints a table in Markdown; --write keeps it in docs/figures.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/server/open-database.ts';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { replaceBetween } from '../../scripts/markers.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { fill } from './filling.ts';
import { measure, startBeside, startDesk, type Server } from './processes.ts';
import { rounds, type Asked, type Waits } from './rounds.ts';
import { PEPPER, PRODUCTS, products, shop } from './shop.ts';
import { signIn } from './sign-in.ts';
import { createTable, type Figures } from './table.ts';
import { WANTED, WRITES_A_SECOND } from './wanted.ts';

const [orders = 100_000, seconds = 8] = process.argv.slice(2).filter(isNumber).map(Number);
const [CLIENTS, STREAMS, TOLD, STREAMS_A_READER] = [32, 500, 200, 10];
const VISITORS = 32;
/** A server that has just started first learns, beside its answers, what suits whom. */
const STARTING_SECONDS = 20;
const LIST = '/v1/orders?limit=20';
const folder = mkdtempSync(join(tmpdir(), 'front-desk-bench-'));
const postgres = await startPostgres();
const file = join(folder, 'desk.db');
const sqlite = nodeSqlite() ? 'node:sqlite' : 'libsql';

const ON = `Node ${process.versions.node} with ${sqlite}, ${orders.toLocaleString('en')} orders`;
console.log(`${ON}\n`);
const table = createTable(console.log);
const bare = await startBeside('bare');
try {
  const { told } = await rounds(() => bareAnswers(seconds));
  table.row('an empty answer, 32 clients', 'bare Hono', told);
  await desk('embedded', file, 1);
  if (postgres) {
    await desk('Postgres', postgres.url, 1);
    await desk('Postgres, 2 processes', postgres.url, 2);
  } else console.log('\nPostgres: not measured, there is none here');
  if (process.argv.includes('--write')) keep();
} finally {
  await bare.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true });
}

/** All that is measured over one database; it is filled the first time. */
async function desk(name: string, database: string, processes: number): Promise<void> {
  const { storage } = await openDatabase(database, PEPPER);
  if (!(await storage.catalogue.order(shop.id, 'o0'))) {
    const { perSecond, worst } = await fill(storage, orders);
    const wanted = database === file ? WANTED.import : undefined;
    table.row('orders imported', name, { perSecond }, { wanted });
    table.row(`… a reader’s wait meanwhile: ${worst.toFixed(0)} ms at worst`, name, {});
  }
  await storage.catalogue.put(shop, products());
  const { customers, guests } = await signIn(storage, {
    customers: STREAMS / STREAMS_A_READER,
    guests: STREAMS / STREAMS_A_READER,
    seed: processes,
  });
  await storage.close();
  if (database === file) await plain(name);
  await withServers(Array<string>(processes).fill(database), async (ports) => {
    const list = (time: number) =>
      measure<Asked>('clients.mjs', ports.join(), time, LIST, ...customers.slice(0, CLIENTS));
    await list(STARTING_SECONDS);
    await timed(`a list of 20 of ${orders.toLocaleString('en')} orders, 32 clients`, name, {
      wanted: WANTED.list,
      ask: () => list(seconds),
    });
    if (processes === 1) {
      const [port] = ports as [number];
      const writers = (...of: string[]) =>
        measure<Asked>('writers.mjs', port, seconds, CLIENTS, ...of);
      const visitors = (...of: number[]) =>
        measure<Asked>('events.mjs', port, seconds, VISITORS, ...of);
      // from the least to the most: what a flood leaves to be done is not counted as another's
      const writes: Record<string, Timed> = {
        [`events written down, ${WRITES_A_SECOND.toLocaleString('en')} requests a second`]: {
          ask: () => visitors(1, PRODUCTS, WRITES_A_SECOND),
          wantedMeanwhile: WANTED.deskMeanwhile,
        },
        'events written down, one a request, 32 visitors': {
          ask: () => visitors(1, PRODUCTS),
          wanted: WANTED.writes,
        },
        'news written down, 32 senders': {
          ask: () => writers('news', `${orders}`, shop.webhookSecret),
        },
        'wishes written down, 32 customers': {
          ask: () => writers('wishes', `${PRODUCTS}`, ...customers),
        },
        'events kept, 20 a request, 32 visitors': {
          ask: () => visitors(20, PRODUCTS),
          wanted: WANTED.batches,
        },
      };
      const alone = await measure<Waits>('reader.mjs', port, seconds);
      table.row('the desk asked, nothing else going on', name, alone);
      for (const [what, write] of Object.entries(writes))
        await timed(what, name, { ...write, reader: port });
    }
    const live = await measure<Record<'p50' | 'p99' | 'lost' | 'twice', number>>(
      ...(['streams.mjs', ports.join(), STREAMS, TOLD, shop.webhookSecret] as const),
      ...guests,
    );
    table.row(`news told until one of ${STREAMS} pages has them`, name, live);
    table.faults('… lost, told twice', name, [live.lost, live.twice]);
    const { kept, told, ...talk } = await measure<
      Record<'p50' | 'p99' | 'lost' | 'twice' | 'others', number> & Record<'kept' | 'told', Waits>
    >(...(['talk.mjs', ports.join(), STREAMS, TOLD] as const), ...customers);
    table.row(`a message sent until its pages have it, ${STREAMS} open`, name, talk, {
      wanted: WANTED.message,
    });
    table.row('… until it is written down', name, kept);
    table.row('… from then until they have it', name, told);
    table.faults('… lost, told twice, told to others', name, [talk.lost, talk.twice, talk.others]);
  });
}

/** The list beside ours; its file is its own meanwhile. */
async function plain(name: string): Promise<void> {
  const server = await startBeside('plain', file);
  try {
    await timed('the same by two plain queries, no session, no limits', name, {
      ask: () => asNobody(server, seconds),
    });
  } finally {
    await server.stop();
  }
}

interface Timed {
  ask(): Promise<Asked>;
  wanted?: Figures;
  /** Whose desk is asked meanwhile. */
  reader?: number;
  wantedMeanwhile?: Figures;
}

/** A row of what is asked as fast as it is answered; with a `reader` how long the desk takes meanwhile. */
async function timed(what: string, name: string, { ask, wanted, reader, wantedMeanwhile }: Timed) {
  const { perSecond: beside } = await bareAnswers(1);
  const { told, meanwhile } = await rounds(
    ask,
    reader === undefined ? undefined : () => measure<Waits>('reader.mjs', reader, seconds),
  );
  table.row(what, name, told, { beside, wanted });
  if (meanwhile)
    table.row('… the desk asked meanwhile', name, meanwhile, { wanted: wantedMeanwhile });
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

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

function keep(): void {
  const page = 'docs/figures.md';
  const made = `Made by \`npm run bench:backend -- ${orders} ${seconds} --write\` on ${ON}.`;
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    replaceBetween(text, 'backend', `${made}\n\n${table.text()}`, '## The backend'),
  );
}
