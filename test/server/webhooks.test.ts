import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { OutboxEntry } from '../../src/backend/ports.ts';
import { run } from '../../src/server/cli/program.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { loadConfig } from '../../src/server/config/load.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { aReceiver, type Receiver } from '../builders/receiver.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import { aFolder } from './folder.ts';
import { runCli, startServerProcess, type ServerProcess } from './server-process.ts';
import { aTerminal } from './terminal.ts';

const SECRET = 'a-webhook-secret-of-32-characters';
const PEPPER = 'a pepper of at least thirty-two bytes for tests';
const FILE = 'front-desk.config.json';
const parcels = ['3SONE', '3STWO', '3STHREE'];

/** A shop with an order for each parcel, told to a system of its own. */
async function shopFolder(url: string, database = 'data/front-desk.db'): Promise<string> {
  const cwd = aFolder('webhooks');
  const webhooks = [{ url, events: ['order.*'], secret: 's'.repeat(32) }];
  const shop = aShopConfig({ webhookSecret: SECRET, webhooks });
  writeFileSync(join(cwd, FILE), JSON.stringify(aConfig({ shop, database, pepper: PEPPER })));
  const orders = parcels.map((number) =>
    anOrder({ id: number, number, status: 'shipped', shipments: [aShipment({ number })] }),
  );
  await inDatabase(cwd, (storage, [shopOf]) => storage.catalogue.put(shopOf!, orders));
  return cwd;
}

async function inDatabase<Found>(
  cwd: string,
  look: (
    storage: Awaited<ReturnType<typeof openDatabase>>['storage'],
    shops: ReturnType<ReturnType<typeof createShops>['all']>,
  ) => Promise<Found>,
): Promise<Found> {
  const { shops, database, pepper } = loadConfig(join(cwd, FILE), () => undefined);
  const { storage } = await openDatabase(database, pepper);
  try {
    return await look(storage, createShops(shops).all());
  } finally {
    await storage.close();
  }
}

async function tellNews({ url }: ServerProcess, number: string, text: string): Promise<void> {
  const event = { at: new Date().toISOString(), status: 'in_transit', text };
  const body = JSON.stringify({ number, events: [event] });
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
  const answer = await fetch(`${url}/v1/webhooks/tracking`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
    },
    body,
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), { result: 'applied' });
}

/** Until the server has logged this. */
const logged = ({ child, stderr }: ServerProcess, event: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (stderr().includes(event)) resolve();
    };
    child.on('told', look);
    look();
  });

describe('webhooks of a server', () => {
  let receiver: Receiver;
  before(async () => {
    receiver = await aReceiver();
  });
  after(() => receiver.close());

  test('are sent, listed and sent again; a stop waits for the one under way', async () => {
    const cwd = await shopFolder(receiver.url);
    receiver.received.length = 0;
    const server = await startServerProcess(['--dev'], { cwd });
    await tellNews(server, '3SONE', 'On its way');
    await receiver.hasReceived(1);
    const [first] = receiver.received;
    assert.equal(first?.event.type, 'order.parcel_updated');

    await logged(server, 'webhook_delivered');
    const again = await runCli(['webhooks', 'replay', first.delivery], { cwd });
    assert.equal(again.exit, 0, again.stderr);
    await receiver.hasReceived(2);
    const list = async () => {
      const { stdout } = await runCli(['webhooks', 'list', '--json'], { cwd });
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as OutboxEntry);
    };
    assert.deepEqual(
      (await list()).map(({ id, object }) => [id, object]),
      [[first.delivery, '3SONE']],
    );
    const kept = await runCli(['webhooks', 'drop', first.delivery], { cwd });
    assert.deepEqual([kept.exit, kept.stdout], [1, '0 dropped.\n']);
    assert.equal(new Set(receiver.received.map(({ delivery }) => delivery)).size, 1);

    let answer: () => void = () => undefined;
    receiver.answers((response) => (answer = () => response.writeHead(204).end()));
    const { length } = receiver.received;
    await tellNews(server, '3STWO', 'On its way');
    await receiver.hasReceived(length + 1);
    server.child.kill('SIGTERM');
    answer();
    assert.equal(await server.ended, 0);
    receiver.answers((response) => response.writeHead(204).end());
    assert.doesNotMatch(server.stderr(), /On its way/);
    const entries = await inDatabase(cwd, ({ outbox }) => outbox.list({ most: 10 }));
    assert.deepEqual(
      entries.map(({ state }) => state),
      ['delivered', 'delivered'],
    );
  });

  test('outlive kill -9 between the change and the sending, and in the midst of it', async () => {
    const cwd = await shopFolder(receiver.url);
    receiver.received.length = 0;
    receiver.answers(() => undefined);
    const server = await startServerProcess(['--dev'], { cwd });
    for (let nth = 0; nth < 4; nth += 1)
      for (const number of parcels) await tellNews(server, number, `news ${nth}`);
    await receiver.hasReceived(1);
    server.child.kill('SIGKILL');
    assert.equal(await server.ended, 'SIGKILL');

    receiver.received.length = 0;
    receiver.answers((response) => response.writeHead(204).end());
    const next = await startServerProcess(['--dev'], { cwd });
    await receiver.hasReceived(12);
    next.child.kill('SIGTERM');
    assert.equal(await next.ended, 0);
    assert.equal(new Set(receiver.received.map(({ event }) => event.id)).size, 12);
    for (const number of parcels) {
      const times = receiver.received.flatMap(({ event: { at, data } }) =>
        'order' in data && data.order.id === number ? [at] : [],
      );
      assert.equal(times.length, 4);
      assert.deepEqual(times, times.toSorted());
    }
  });
});

const databases = [
  { engine: 'the embedded file', aDatabase: async () => undefined },
  { engine: 'Postgres', aDatabase: () => aPostgresDatabase(), skip: noPostgres() ?? false },
];
for (const { engine, aDatabase, skip = false } of databases)
  describe(`the webhooks command without a server, on ${engine}`, { skip }, () => {
    const withDead = async () => {
      const cwd = await shopFolder(
        'http://127.0.0.1:9/hook?key=of-the-receiver',
        await aDatabase(),
      );
      const ids = await inDatabase(cwd, async ({ catalogue, outbox }, [shop]) => {
        const now = '2026-11-23T09:00:00.000Z';
        await catalogue.put(shop!, [anOrder({ id: 'a' }), anOrder({ id: 'b' })], new Date(now));
        const until = '2026-11-23T09:01:00.000Z';
        const endpoint = { shop: shop!.id, url: shop!.webhooks![0]!.url };
        const claimed = await outbox.claim(endpoint, { now, until, most: 1 });
        const dead = { state: 'dead' as const, now, until: '2027-01-01T00:00:00.000Z' };
        await outbox.settle(claimed[0]!.id, until, { ...dead, result: 'http_410' });
        return claimed.map(({ id }) => id);
      });
      return { cwd, dead: ids[0]! };
    };

    test('lists what waits and what is dead, without the receiver’s keys', async () => {
      const { cwd, dead } = await withDead();
      const all = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'list'], all), 0, all.complained());
      assert.equal(all.told().trim().split('\n').length, 2);
      assert.match(all.complained(), /^1 to be delivered, 0 delivered, 1 dead\.$/m);
      const terminal = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'list', '--dead', '--json'], terminal), 0);
      assert.deepEqual(JSON.parse(terminal.told()).id, dead);
      assert.doesNotMatch(all.told() + terminal.told(), /of-the-receiver/);
      const one = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'list', '--limit', '1'], one), 0);
      assert.equal(one.told().trim().split('\n').length, 1);
    });

    test('of dead ones the doctor tells, too', async () => {
      const { cwd } = await withDead();
      const terminal = aTerminal({ cwd });
      await run(['doctor'], terminal);
      assert.match(
        terminal.told(),
        /^warning webhooks {3}1 webhook was given up: .* webhooks replay --dead/m,
      );
    });

    test('sends dead ones again, and says which ids it does not know', async () => {
      const { cwd, dead } = await withDead();
      const one = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'replay', dead, 'whd_nobody'], one), 1);
      assert.match(one.told(), /^1 to be sent again\.$/m);
      assert.match(one.complained(), /Not there, or being sent just now: whd_nobody\./);
      const all = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'replay', '--dead'], all), 0);
      assert.match(all.told(), /^0 to be sent again\.$/m);
    });

    test('drops dead ones, and says which ids are none', async () => {
      const { cwd, dead } = await withDead();
      const waiting = (await inDatabase(cwd, ({ outbox }) => outbox.list({ most: 10 }))).find(
        ({ id }) => id !== dead,
      )!;
      const one = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'drop', dead, waiting.id], one), 1);
      assert.match(one.told(), /^1 dropped\.$/m);
      assert.ok(one.complained().includes(`Not there, or not given up: ${waiting.id}.`));
      const all = aTerminal({ cwd });
      assert.equal(await run(['webhooks', 'drop', '--dead'], all), 0);
      assert.match(all.told(), /^0 dropped\.$/m);
      const looked = aTerminal({ cwd });
      await run(['doctor'], looked);
      assert.doesNotMatch(looked.told(), /given up/);
    });

    for (const words of [
      ...[['replay'], ['replay', '--dead', 'whd_1']],
      ...[['drop'], ['drop', '--dead', 'whd_1']],
    ])
      test(`${words.join(' ')} is a wrong use`, async () => {
        const { cwd } = await withDead();
        const terminal = aTerminal({ cwd });
        assert.equal(await run(['webhooks', ...words], terminal), 2);
        assert.match(terminal.complained(), /--dead for all dead ones/);
      });
  });

test('a server in earnest refuses to send over plain http', async () => {
  const cwd = await shopFolder('http://localhost:9/hook');
  const terminal = aTerminal({ cwd });
  assert.equal(await run(['serve', '--port', '0'], terminal), 2);
  assert.match(terminal.complained(), /goes to http:\/\/localhost:9\. Use https there/);
});
