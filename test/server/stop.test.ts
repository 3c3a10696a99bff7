import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig } from '../builders/config.ts';
import { aShop } from '../builders/shop.ts';
import { anyNews, tellNews } from './copies/news.ts';
import { aFolder } from './folder.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

const ORDERS = 64;
const WRITERS = 4;

const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

/** A server with orders to write to, which goes on for three seconds after it was asked to stop. */
async function aServer(): Promise<{ server: ServerProcess; database: string }> {
  const cwd = aFolder('stop');
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig({ drainSeconds: 3 })));
  const database = join(cwd, 'data/front-desk.db');
  const { storage } = await openDatabase(database);
  await storage.catalogue.put(
    aShop(),
    Array.from({ length: ORDERS }, (_, n) => anyNews.order(n)),
  );
  await storage.close();
  const server = await startServerProcess([], { cwd });
  running.push(server);
  return { server, database };
}

/** Writes until the server is gone; answers how often it said yes. */
async function write({ url }: ServerProcess, writer: number): Promise<number> {
  for (let turn = 0; ; turn += 1)
    try {
      await tellNews(url, (turn * WRITERS + writer) % ORDERS, `news ${writer}-${turn}`);
    } catch (error) {
      // fetch says no more than this when the other side is gone
      if (error instanceof TypeError) return turn;
      throw error;
    }
}

async function openStream(url: string): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const session = await fetch(`${url}/v1/identity/lookups`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: 'https://alder.example',
    },
    body: JSON.stringify({ number: 'C0', email: 'mara@kern.example' }),
  });
  const { token } = (await session.json()) as { token: string };
  const stream = await fetch(`${url}/v1/stream`, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(stream.status, 200);
  return stream.body!.getReader();
}

test('SIGTERM under load: not ready at once, no answer lost, streams end in order, exit 0', async () => {
  const { server, database } = await aServer();
  const reader = await openStream(server.url);
  let told = new TextDecoder().decode((await reader.read()).value);
  assert.match(told, /^retry: \d+$/m);
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(server, writer));
  const health = async (path: string) => {
    const answer = await fetch(server.url + path);
    return { status: answer.status, body: (await answer.json()) as { missing?: string[] } };
  };
  assert.equal((await health('/readyz')).status, 200);

  server.child.kill('SIGTERM');
  let ready = await health('/readyz');
  while (ready.status === 200) ready = await health('/readyz');
  assert.deepEqual([ready.status, ready.body.missing], [503, ['stopping']]);
  const others = await Promise.all([health('/v1/desk'), health('/healthz')]);
  assert.deepEqual(
    others.map(({ status }) => status),
    [200, 200],
  );

  // to the end: a stream that is cut would throw
  for (let part = await reader.read(); !part.done; part = await reader.read())
    told += new TextDecoder().decode(part.value);
  const acknowledged = (await Promise.all(writers)).reduce((sum, each) => sum + each, 0);
  assert.equal(await server.ended, 0);
  assert.match(server.stderr(), /"event":"stopped"/);

  const db = openSqliteFile(database);
  const [row] = db.prepare('select count(*) as n from tracking_events').all([]);
  db.close();
  assert.ok(acknowledged > WRITERS);
  assert.equal(Number((row as { n: number }).n), acknowledged, 'written = answered');
});
