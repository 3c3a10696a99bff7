// The one place that knows where Postgres is and how a private one is started.
// `node scripts/postgres.mjs` runs one until stdin ends: a temporary folder, a unix socket, fsync
// on. It prints its address; on stdin it takes `kill` (SIGKILL) and `start`, and prints when done.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { aptInstall } from './apt.mjs';

const debian = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres` in it, the newest if there are several; or undefined. */
export function findPostgres() {
  const { PATH = '' } = process.env;
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((each) => join(debian, each, 'bin')),
    ...PATH.split(delimiter),
  ];
  return folders.find((dir) => ['initdb', 'postgres'].every((it) => existsSync(join(dir, it))));
}

/** As `findPostgres`; where there is none and we are root on Debian, one is installed first. */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  aptInstall('Postgres', 'postgresql');
  return findPostgres();
}

/** A private Postgres that goes when we go; undefined where there is none. */
export async function startPostgres() {
  if (!findPostgres()) return undefined;
  const child = spawn(process.execPath, [import.meta.filename], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('Postgres did not start');
    return value;
  };
  const ask = async (wish) => {
    // who waits for this must not end meanwhile
    child.stdout.ref();
    child.stdin.write(`${wish}\n`);
    await told();
    child.stdout.unref();
  };
  const url = await told();
  // who has done his work may end without a word to us
  for (const each of [child, child.stdin, child.stdout]) each.unref();
  return {
    url,
    kill: () => ask('kill'),
    start: () => ask('start'),
    stop() {
      child.ref();
      return ended(child, () => child.stdin.end());
    },
  };
}

async function run() {
  // Ctrl-C reaches all of a terminal; we go when our parent has gone, and tidy up.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  const bin = findPostgres();
  if (!bin) throw new Error('There is no Postgres here');
  const owner = ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'fd-pg-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  let server;
  const clean = () => rmSync(folder, { recursive: true, force: true });
  const ask = (program, ...args) => {
    const { status, stderr } = spawnSync(join(bin, program), args, { ...owner, cwd: folder });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  try {
    // a locale that sorts as people do, so that what leans on byte order shows
    const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
    ask('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '-N', ...locale);
    await start();
  } catch (error) {
    server?.kill('SIGKILL');
    clean();
    throw error;
  }
  console.log(`postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`);

  for await (const wish of createInterface({ input: process.stdin })) {
    if (wish === 'kill') await ended(server, () => server.kill('SIGKILL'));
    if (wish === 'start') await start();
    console.log(wish);
  }
  await ended(server, () => server.kill('SIGINT'));
  clean();

  /** Children of a killed server may live for a moment longer: then the next one will not start. */
  async function start() {
    for (let tries = 0; tries < 100; tries += 1) {
      server = spawn(join(bin, 'postgres'), settings(), {
        ...owner,
        cwd: folder,
        // a group of its own: a Ctrl-C is not for it
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let told = '';
      server.stderr.on('data', (part) => (told = (told + part).slice(-2000)));
      while (server.exitCode === null && server.signalCode === null) {
        if (await answers(join(folder, '.s.PGSQL.5432'))) return;
        await new Promise((next) => setTimeout(next, 20));
      }
      if (!/shared memory block|postmaster\.pid/.test(told)) throw new Error(told);
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error('Postgres does not start again');
  }

  function settings() {
    const wanted = {
      listen_addresses: '',
      unix_socket_directories: folder,
      fsync: 'on',
      synchronous_commit: 'on',
      shared_buffers: '64MB',
      max_connections: '200',
    };
    return [
      '-D',
      data,
      ...Object.entries(wanted).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ];
  }
}

/** Postgres refuses root: then it runs as somebody who owns nothing else. */
function ownerOf() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name]).stdout);
    if (String(uid).trim()) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('Postgres refuses to run as root, and there is no user nobody here');
}

// protocol 3.0, then names and values, each ended by NUL
const greeting = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0\0', 'latin1');
greeting.writeInt32BE(greeting.length);

/** True once it lets clients in: before that it answers a greeting with an error. */
const answers = (socket) =>
  new Promise((done) => {
    const connection = createConnection(socket);
    const end = (result) => {
      connection.destroy();
      done(result);
    };
    connection.on('error', () => end(false));
    connection.on('connect', () => connection.write(greeting));
    connection.on('data', (answer) => end(answer.toString('latin1', 0, 1) === 'R'));
    connection.on('close', () => done(false));
  });

const ended = (child, end) =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on('exit', done);
    end();
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
