import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { aConfig } from '../builders/config.ts';
import { runCli, startCli, startServerProcess, type ServerProcess } from './server-process.ts';
import { aFolder } from './folder.ts';

const shopOrigin = 'https://alder.example';
const folder = (): string => aFolder('serve');
const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

async function serve(words: string[], cwd = folder(), environment = {}): Promise<ServerProcess> {
  const server = await startServerProcess(words, { cwd, environment });
  running.push(server);
  return server;
}

function shopFolder(config = aConfig()): string {
  const cwd = folder();
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config));
  return cwd;
}

const post = (url: string, body: unknown, origin: string, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      Origin: origin,
      ...headers,
    },
    body: JSON.stringify(body),
  });

describe('serve --dev --demo, in an empty folder', () => {
  const cwd = folder();
  let server: ServerProcess;
  test('says the tag, sample customers, the mailbox and where it is', async () => {
    server = await serve(['--dev', '--demo'], cwd);
    const told = server.stdout();
    assert.match(
      told,
      new RegExp(
        `<script async fetchpriority="high" src="${server.url}/front-desk.js" data-api="${server.url}" data-shop="alder"></script>`,
      ),
    );
    assert.match(told, /Mara Kern +mara@kern\.eu +order \d+/);
    assert.ok(told.includes(`${server.url}/dev/mailbox`));
    assert.ok(told.includes(`${server.url}/console as ines@alder.example`));
    assert.ok(told.endsWith(`ready ${server.url}/\n`));
  });

  test('a link to the console is mailed to the sample colleague', async () => {
    const email = 'ines@alder.example';
    const headers = { 'X-Front-Desk': '1' };
    const asked = await post(`${server.url}/v1/staff/links`, { email }, server.url, headers);
    assert.equal(asked.status, 202);
    const kept = await fetch(`${server.url}/dev/mailbox.json?to=${email}`);
    const { mails } = (await kept.json()) as { mails: { text: string }[] };
    assert.match(mails[0]!.text, /\/console\S*#/);
  });

  test('a sample customer signs in with the code from the mailbox and sees the order', async () => {
    const mail = 'mara@kern.eu';
    const asked = await post(`${server.url}/v1/identity/challenges`, { email: mail }, server.url);
    const { id } = (await asked.json()) as { id: string };
    const { mails } = (await (await fetch(`${server.url}/dev/mailbox.json?to=${mail}`)).json()) as {
      mails: { text: string }[];
    };
    const code = /\b\d{6}\b/.exec(mails[0]!.text)![0];
    const answer = await post(
      `${server.url}/v1/identity/challenges/${id}/answer`,
      { code },
      server.url,
    );
    assert.equal(answer.status, 200);
    const { token } = (await answer.json()) as { token: string };
    const orders = await fetch(`${server.url}/v1/orders`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { items } = (await orders.json()) as { items: { number: string }[] };
    assert.ok(
      items.some(({ number }) => number === /Mara Kern.*order (\d+)/.exec(server.stdout())![1]),
    );
    // and has a question at the console
    const talks = await fetch(`${server.url}/v1/conversations`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { items: asks } = (await talks.json()) as { items: { preview: { text: string } }[] };
    assert.match(asks.map(({ preview }) => preview.text).join(), /second parcel/);
  });

  test('the demo’s pages come under a strict policy, the API does not', async () => {
    const page = await fetch(`${server.url}/`);
    assert.equal(page.status, 200);
    assert.match(
      page.headers.get('Content-Security-Policy')!,
      /require-trusted-types-for 'script'/,
    );
    assert.match(await page.text(), /front-desk\.js/);
    assert.equal(
      (await fetch(`${server.url}/v1/desk`)).headers.get('Content-Security-Policy'),
      null,
    );
  });

  test('what is nowhere is a problem in JSON', async () => {
    const answer = await fetch(`${server.url}/nowhere`);
    assert.equal(answer.status, 404);
    assert.equal(((await answer.json()) as { code: string }).code, 'not_found');
  });

  test('it listens on this machine only', async () => {
    const { port } = new URL(server.url);
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each && !each.internal && each.family === 'IPv4');
    if (!outside) return;
    await assert.rejects(fetch(`http://${outside.address}:${port}/`));
  });

  test('its files are for its user alone', () => {
    for (const name of ['', '/front-desk.db', '/front-desk.db.pepper', '/front-desk.db.webhook'])
      assert.equal(statSync(join(cwd, `data/demo${name}`)).mode & 0o077, 0, name);
  });

  test('a second server on the same database is refused with a sentence', async () => {
    const second = await runCli(['serve', '--demo', '--port', '0'], { cwd });
    assert.equal(second.exit, 1);
    assert.match(second.stderr, /front-desk\.db is in use by another process/);
    assert.doesNotMatch(second.stderr, /\n\s+at /);
  });

  test('SIGTERM ends an open stream, answers, closes the file and ends with 0', async () => {
    const session = await post(
      `${server.url}/v1/identity/lookups`,
      { number: '4182', email: 'mara@kern.eu' },
      server.url,
    );
    const { token } = (await session.json()) as { token: string };
    const stream = await fetch(`${server.url}/v1/stream`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const reader = stream.body!.getReader();
    await reader.read();
    server.child.kill('SIGTERM');
    let last = await reader.read();
    while (!last.done) last = await reader.read();
    assert.equal(await server.ended, 0);
    // A database that was closed in order has merged its journal.
    assert.equal(existsSync(join(cwd, 'data/demo/front-desk.db-wal')), false);
  });

  test('at the next start the shop is as its visitors left it', async () => {
    server = await serve(['--dev', '--demo'], cwd);
    assert.match(server.stdout(), /Mara Kern/);
    server.child.kill('SIGINT');
    assert.equal(await server.ended, 0);
  });

  test('the log is JSON lines without anybody’s data', () => {
    const lines = server
      .stderr()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    assert.deepEqual(
      [...lines.slice(0, 2), lines.at(-1)].map((line) => line?.event),
      ['listening', 'started', 'stopped'],
    );
    assert.doesNotMatch(server.stderr(), /mara|@|\b\d{6}\b/i);
  });
});

describe('the port', () => {
  test('PORT is respected', async () => {
    const { port } = new URL((await serve(['--dev', '--demo'])).url);
    const taken = await runCli(['serve', '--dev', '--demo'], {
      cwd: folder(),
      environment: { PORT: port },
    });
    assert.equal(taken.exit, 1);
    assert.match(taken.stderr, new RegExp(`Port ${port} is busy`));
  });

  test('--port wins over PORT', async () => {
    const server = await serve(['--dev', '--demo'], folder(), { PORT: 'nonsense' });
    assert.match(server.url, /:\d+$/);
  });

  test('a PORT that is no number is a wrong flag', async () => {
    const { exit, stderr } = await runCli(['serve', '--demo'], {
      cwd: folder(),
      environment: { PORT: 'http' },
    });
    assert.equal(exit, 2);
    assert.match(stderr, /PORT is "http"/);
  });

  test('when the usual one is busy and nobody named one, the demo takes the next and says so', async () => {
    const other = createServer();
    other.on('error', () => undefined);
    other.listen(4747, '127.0.0.1');
    await Promise.race([once(other, 'listening'), once(other, 'error')]);
    const cli = await startCli(['serve', '--dev', '--demo'], { cwd: folder() });
    const url = await cli.printed(/^ready (\S+)$/m);
    assert.notEqual(url, 'http://localhost:4747/');
    assert.match(cli.stdout(), /Port 4747 is busy; this is port \d+\./);
    cli.child.kill('SIGTERM');
    await cli.ended;
    other.close();
  });
});

describe('serve with a config', () => {
  test('without --dev there is no mailbox, no demo, and no code without a mail server', async () => {
    const server = await serve([], shopFolder());
    const desk = (await (await fetch(`${server.url}/v1/desk`)).json()) as { capabilities: object };
    assert.equal('emailCode' in desk.capabilities, false);
    for (const path of ['/', '/dev/mailbox', '/dev/mailbox.json'])
      assert.equal((await fetch(server.url + path)).status, 404, path);
    assert.doesNotMatch(server.stdout(), /mailbox|<script/);
  });

  test('X-Forwarded-For counts only from a trusted proxy', async () => {
    const tries = async (trustedProxies: string[]) => {
      const server = await serve([], shopFolder(aConfig({ trustedProxies })));
      const statuses: number[] = [];
      for (let caller = 1; caller <= 7; caller += 1) {
        const answer = await post(
          `${server.url}/v1/identity/lookups`,
          { number: `none-${caller}`, email: 'a@b.eu' },
          shopOrigin,
          { 'X-Forwarded-For': `203.0.113.${caller}` },
        );
        statuses.push(answer.status);
        await answer.body?.cancel();
      }
      return new Set(statuses);
    };
    assert.ok((await tries([])).has(429));
    assert.ok(!(await tries(['127.0.0.1', '::1'])).has(429));
  });

  test('as many requests and events a minute are taken as the config says', async () => {
    const { url } = await serve(
      [],
      shopFolder(
        aConfig({
          requests: { perNetwork: 30, perSession: 30 },
          events: { perNetwork: 30, perVisitor: 4 },
        }),
      ),
    );
    const visitor = crypto.randomUUID();
    const event = { type: 'product_viewed', secondsAgo: 0, product: 'boots' };
    const send = () => {
      const events = [{ ...event, id: crypto.randomUUID() }];
      return post(`${url}/v1/events`, { visitor, consent: 'analytics', events }, shopOrigin);
    };
    const look = () => fetch(`${url}/v1/desk`);
    // a minute may end in between, and then as many come through once more
    for (const [ask, most] of [
      [send, 4],
      [look, 30],
    ] as const) {
      const refused: Response[] = [];
      for (let turn = 0; turn <= 2 * most; turn += 1) {
        const answer = await ask();
        if (answer.status === 429) refused.push(answer);
      }
      assert.ok(refused.length > 0);
      for (const { headers } of refused) assert.match(headers.get('Retry-After')!, /^[1-9]\d?$/);
    }
  });

  test('a bad config is told fault by fault, without a stack', async () => {
    const { exit, stderr } = await runCli(['serve'], {
      cwd: shopFolder(aConfig({ port: 'x', extra: 1 })),
    });
    assert.equal(exit, 2);
    assert.match(stderr, /has 2 faults:\n {2}\/port: .*\n {2}\/extra: /);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  test('no config is told with the way to one', async () => {
    const { exit, stderr } = await runCli(['serve'], { cwd: folder() });
    assert.equal(exit, 2);
    assert.match(stderr, /front-desk-server init/);
  });

  test('a pepper that others can read is refused', async () => {
    const cwd = shopFolder();
    const server = await serve([], cwd);
    server.child.kill('SIGTERM');
    await server.ended;
    const { chmodSync } = await import('node:fs');
    chmodSync(join(cwd, 'data/front-desk.db.pepper'), 0o644);
    const { exit, stderr } = await runCli(['serve', '--port', '0'], { cwd });
    assert.equal(exit, 1);
    assert.match(stderr, /chmod 600/);
  });
});
