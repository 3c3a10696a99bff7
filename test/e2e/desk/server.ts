import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRows, type Rows } from '../../data/rows.ts';

const bin = fileURLToPath(new URL('../../../dist/server/bin.js', import.meta.url));

/** The built server, as a merchant runs it: its own process, its own database, its own port. */
export interface DeskServer {
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Runs a command of the CLI on what the server serves. */
  command(...words: string[]): Promise<void>;
  /** Eleven minutes later, by this server's clock; only where it was started so. */
  later(): Promise<void>;
  /** One more process on the same config and database. */
  another(): Promise<DeskServer>;
  close(): Promise<void>;
}

export interface DeskServerOptions {
  /** A shop's entry in the config, without what every test has alike. */
  shops: (Record<string, unknown> & { id: string; rows: Omit<Rows, 'skipped'> })[];
  origins: readonly string[];
  /** False: no --dev, and so no mail and no codes. */
  dev?: boolean;
  /** Address of a Postgres; left out, the server has a file of its own. */
  database?: string;
}

/** Processes on one database have one. */
const pepper = 'a-pepper-that-all-processes-of-this-test-share';
export const webhookSecret = 'a-secret-that-only-this-test-and-its-server-know';

export async function startDeskServer(options: DeskServerOptions): Promise<DeskServer> {
  const { shops, origins, dev = true, database } = options;
  const env = { ...process.env, ...(database !== undefined && { DATABASE_URL: database }) };
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-e2e-'));
  const config = join(folder, 'front-desk.config.json');
  const entries = shops.map(({ rows: _, ...shop }) => ({
    name: 'A shop',
    timeZone: 'America/New_York',
    currency: 'USD',
    contact: { email: 'help@shop.example', phone: '+1 555 010 0100' },
    origins,
    webhookSecret,
    ...shop,
  }));
  writeFileSync(
    config,
    JSON.stringify({
      ...(entries.length === 1 ? { shop: entries[0] } : { shops: entries }),
      ...(database !== undefined && { pepper }),
      host: '127.0.0.1',
      // each shopper has an address of their own, told by the proxy that the browser plays
      trustedProxies: ['127.0.0.1', '::1'],
    }),
  );
  for (const { id, rows } of shops) {
    const data = join(folder, id);
    await writeRows(data, { ...rows, skipped: {} });
    const files = ['products', 'customers', 'orders'].map((kind) => join(data, `${kind}.jsonl`));
    await run(['import', ...files, '--config', config, '--shop', id], { env });
  }
  return serving(['--config', config, ...(dev ? ['--dev'] : [])], { cwd: folder, env });
}

const movable = new URL('movable-clock.mjs', import.meta.url).href;

/** The sample shop with its pages, as it comes without a config; `movable`: its clock can be moved on. */
export const startSampleShop = (clock?: 'movable'): Promise<DeskServer> =>
  serving(['--demo', '--dev'], {
    cwd: mkdtempSync(join(tmpdir(), 'front-desk-e2e-')),
    ...(clock && { env: { ...process.env, NODE_OPTIONS: `--import ${movable}` } }),
  });

interface Place {
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

async function serving(options: string[], place: Place): Promise<DeskServer> {
  const args = [bin, 'serve', '--port', '0', ...options];
  const child = spawn(process.execPath, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = listen(child);
  const url = await ready(child, told);
  return {
    url,
    output: () => told.text,
    command: (...words) =>
      run([...words, ...options.filter((option) => option !== '--dev')], place),
    async later() {
      const moves = () => told.text.split('LATER').length;
      const before = moves();
      child.kill('SIGUSR2');
      while (moves() === before) await once(child, 'told');
    },
    another: () => serving(options, place),
    async close() {
      const over = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await over;
      rmSync(place.cwd, { recursive: true, force: true });
    },
  };
}

async function run(args: string[], place: Partial<Place>): Promise<void> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [bin, ...args], { ...place, stdio });
  const told = listen(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}:\n${told.text}`);
}

function listen(child: ChildProcess): { text: string } {
  const told = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      told.text += part.toString();
      child.emit('told');
    });
  return told;
}

/** The line that says where it is: `ready http://localhost:PORT/`. */
function ready(child: ChildProcess, told: { text: string }): Promise<string> {
  return new Promise((found, lost) => {
    child.on('told', () => {
      const url = /^ready (http:\S+?)\/?$/m.exec(told.text)?.[1];
      if (url) found(url);
    });
    child.once('exit', (code) => lost(new Error(`serve ended with ${code}:\n${told.text}`)));
  });
}
