import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { leftToOthersFor, mostAttempts } from '../../src/domain/news/outbox.ts';
import { webhookEventSchema } from '../../src/contract/webhook-events.ts';
import { createSignatures } from '../../src/backend/services/signatures.ts';
import { PrivateAddress } from '../../src/backend/services/posted-webhooks.ts';
import {
  createWebhookSender,
  type WebhookSender,
} from '../../src/backend/services/webhook-sender.ts';
import type { WebhookEndpoint, WebhookFetch } from '../../src/backend/ports.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../builders/backend.ts';
import { aReceiver, type Receiver } from '../builders/receiver.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import { anEndpoint, aShop } from '../builders/shop.ts';

const DAY = 24 * 60 * 60;

describe('webhooks to the shop’s own systems', () => {
  let receiver: Receiver;
  let desk: BackendUnderTest;
  let endpoint: WebhookEndpoint;
  let told: string[];
  let sender: WebhookSender;

  const senderWith = (
    wanted: { fetch?: WebhookFetch; answerWithinMs?: number } = {},
    webhooks = desk.shop.webhooks,
  ) =>
    createWebhookSender({
      outbox: desk.storage.outbox,
      shops: shopsOf([{ ...desk.shop, ...(webhooks && { webhooks }) }]),
      fetchFor: () => wanted.fetch ?? fetch,
      clock: () => desk.clock.now,
      log: {
        info: (event, fields) => void told.push(JSON.stringify({ event, ...fields })),
        error: (event, error) => void told.push(`${event} ${String(error)}`),
      },
      chance: () => 0.5,
      ...(wanted.answerWithinMs !== undefined && { answerWithinMs: wanted.answerWithinMs }),
    });
  /** Sends what is due now, to the end. */
  const send = async (by = senderWith()) => {
    for (;;) {
      await by.run(desk.clock.now);
      const { sending } = await counts();
      const due = await desk.storage.outbox.due(desk.clock.now.toISOString(), 1);
      if (sending === 0 && due.length === 0) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await by.stop();
  };
  const put = (...rows: Parameters<BackendUnderTest['load']>[0]) =>
    desk.storage.catalogue.put(desk.shop, rows, desk.clock.now);
  const counts = () => desk.storage.outbox.counts();

  before(async () => {
    receiver = await aReceiver();
  });
  after(() => receiver.close());
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answers((response) => response.writeHead(204).end());
    told = [];
    endpoint = anEndpoint({ url: receiver.url });
    desk = await aBackend({ shop: { webhooks: [endpoint] } });
    sender = senderWith();
  });
  afterEach(async () => {
    await sender.stop();
    await desk.close();
  });

  test('carry what the contract says, and are signed as our own are', async () => {
    await put(aCustomer({ id: 'mara', email: 'mara@kern.example' }), anOrder({ customer: 'mara' }));
    await send();
    assert.equal(receiver.received.length, 2);
    const signatures = createSignatures(() => desk.clock.now);
    for (const { headers, body, event } of receiver.received) {
      assert.deepEqual(webhookEventSchema(event.type).strict().parse(event), event);
      assert.equal(headers['x-front-desk-event'], event.type);
      assert.equal(headers['content-type'], 'application/json');
      const request = new Request('https://shop.example/', {
        headers: { 'X-Front-Desk-Signature': String(headers['x-front-desk-signature']) },
      });
      const bytes = new TextEncoder().encode(body);
      const shop = aShop({ webhookSecret: endpoint.secret });
      assert.equal(await signatures.check(shop, request, bytes, 'own'), undefined);
      assert.ok(await signatures.check(aShop(), request, bytes, 'own'), 'any secret would do');
    }
    assert.equal((await counts()).delivered, 2);
    assert.doesNotMatch(told.join(), /mara|kern|127\.0\.0\.1/);
  });

  for (const [what, status, headers] of [
    ['a failure', 500, {}],
    ['a redirect, which is not followed', 302, { Location: '/elsewhere' }],
    ['a refusal', 404, {}],
  ] as const)
    test(`${what} is tried again under the same id, until it is taken`, async () => {
      await put(anOrder());
      receiver.answers((response) => response.writeHead(status, headers).end());
      await send();
      await send();
      assert.equal(receiver.received.length, 1);
      desk.clock.pass(10);
      await send();
      receiver.answers((response) => response.writeHead(200).end('thank you'));
      desk.clock.pass(60);
      await send();
      assert.equal(new Set(receiver.received.map(({ delivery }) => delivery)).size, 1);
      assert.equal(receiver.received.length, 3);
      assert.equal((await counts()).delivered, 1);
      assert.match(told.join(), new RegExp(`"attempts":1,"result":"http_${status}"`));
    });

  test('one that asks for patience is left alone so long', async () => {
    await put(anOrder());
    receiver.answers((response) => response.writeHead(429, { 'Retry-After': '3600' }).end());
    await send();
    receiver.answers((response) => response.writeHead(204).end());
    desk.clock.pass(3599);
    await send();
    assert.equal(receiver.received.length, 1);
    desk.clock.pass(1);
    await send();
    assert.equal((await counts()).delivered, 1);
  });

  test('one that is gone is not tried again', async () => {
    await put(anOrder());
    receiver.answers((response) => response.writeHead(410).end());
    await send();
    desk.clock.pass(DAY);
    await send();
    assert.equal(receiver.received.length, 1);
    assert.equal((await counts()).dead, 1);
  });

  test('one that never takes it ends as a dead letter after about three days; a replay revives it', async () => {
    await put(anOrder());
    receiver.answers((response) => response.writeHead(503).end());
    const begun = desk.clock.now.getTime();
    await send();
    for (;;) {
      const [waiting] = await desk.storage.outbox.list({ state: 'pending', most: 1 });
      if (!waiting) break;
      desk.clock.now = new Date(waiting.dueAt!);
      await send();
    }
    assert.equal(receiver.received.length, mostAttempts);
    const days = (desk.clock.now.getTime() - begun) / 1000 / DAY;
    assert.ok(days > 2.5 && days < 3.5, `${days} days`);
    const [dead] = await desk.storage.outbox.list({ state: 'dead', most: 10 });
    assert.equal(dead?.result, 'http_503');
    await desk.storage.outbox.replay('dead', desk.clock.now.toISOString());
    receiver.answers((response) => response.writeHead(204).end());
    await send();
    assert.equal(receiver.received.at(-1)?.delivery, dead.id);
    assert.equal((await counts()).delivered, 1);
  });

  test('one that hangs is given up, and holds up no other endpoint', async () => {
    const other = await aReceiver();
    desk.shop.webhooks = [endpoint, anEndpoint({ url: other.url })];
    await put(anOrder());
    receiver.answers(() => undefined);
    const impatient = senderWith({ answerWithinMs: 200 });
    await send(impatient);
    assert.equal(other.received.length, 1);
    const [hung] = await desk.storage.outbox.list({ state: 'pending', most: 10 });
    assert.deepEqual([hung?.url, hung?.result], [receiver.url, 'timeout']);
    await other.close();
  });

  test('more that hang than are sent to at a time hold up no other endpoint', async () => {
    const good = anEndpoint({ url: 'https://good.example/', events: ['customer.created'] });
    const hanging = Array.from({ length: 70 }, (_, nth) =>
      anEndpoint({ url: `https://hangs-${nth}.example/`, events: ['order.*'] }),
    );
    const webhooks = [...hanging, good];
    await desk.storage.catalogue.put(
      { ...desk.shop, webhooks },
      Array.from({ length: 20 }, (_, nth) => anOrder({ id: `o-${nth}`, number: `#${nth}` })),
      desk.clock.now,
    );
    desk.clock.pass(1);
    await desk.storage.catalogue.put({ ...desk.shop, webhooks }, [aCustomer()], desk.clock.now);
    const asked = new Map<string, number>();
    const by = createWebhookSender({
      ...{ outbox: desk.storage.outbox, shops: shopsOf([{ ...desk.shop, webhooks }]) },
      ...{ clock: () => desk.clock.now, answerWithinMs: 50 },
      log: { info: () => undefined, error: (_event, error) => assert.fail(String(error)) },
      fetchFor:
        () =>
        (url, { signal }) => {
          asked.set(url, (asked.get(url) ?? 0) + 1);
          if (url === good.url) return Promise.resolve(new Response());
          return new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          );
        },
    });
    while (!asked.has(good.url)) {
      await by.run(desk.clock.now);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await by.stop();
    // four a turn: each of them has had one, some had their second beside it
    const most = Math.max(...hanging.map(({ url }) => asked.get(url) ?? 0));
    assert.ok(most <= 8, String(most));
  });

  test('one whose answer never ends is cut off and taken by its status', async () => {
    await put(anOrder());
    receiver.answers((response) => {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(65_536), (error) => error ?? more());
      more();
    });
    await send();
    assert.equal((await counts()).delivered, 1);
  });

  test('one that cannot be reached, or must not be, is tried again', async () => {
    await put(anOrder());
    const closed = await aReceiver();
    await closed.close();
    await send(senderWith({ fetch: (_, init) => fetch(closed.url, init) }));
    const [entry] = await desk.storage.outbox.list({ most: 1 });
    assert.deepEqual([entry?.state, entry?.result], ['pending', 'unreachable']);
    desk.clock.pass(10);
    await send(senderWith({ fetch: () => Promise.reject(new PrivateAddress()) }));
    const [again] = await desk.storage.outbox.list({ most: 1 });
    assert.deepEqual([again?.state, again?.result], ['pending', 'private_address']);
  });

  describe('to an endpoint that this process does not know', () => {
    /** One look of it, and what comes of that. */
    const look = async (by = senderWith({}, [])) => {
      await by.run(desk.clock.now);
      await by.stop();
    };

    test('are left untouched to one that does', async () => {
      await put(anOrder());
      const [before] = await desk.storage.outbox.list({ most: 1 });
      desk.clock.pass(leftToOthersFor - 1);
      await look();
      assert.deepEqual(await desk.storage.outbox.list({ most: 1 }), [before]);
      await send();
      assert.equal((await counts()).delivered, 1);
      assert.equal(receiver.received.length, 1);
    });

    test('are dead letters once they have been due so long, and no sooner where they were tried', async () => {
      await put(anOrder());
      receiver.answers((response) => response.writeHead(503).end());
      await send();
      desk.clock.pass(10 + leftToOthersFor - 1);
      await look();
      assert.equal((await counts()).pending, 1);
      desk.clock.pass(1);
      await look();
      const [entry] = await desk.storage.outbox.list({ most: 1 });
      assert.deepEqual([entry?.state, entry?.result], ['dead', 'not_configured']);
      assert.equal(receiver.received.length, 1);
    });
  });

  test('of one order arrive in order, by however many senders', async () => {
    const orders = Array.from({ length: 6 }, (_, nth) => `o-${nth}`);
    for (let total = 1; total <= 5; total += 1)
      await put(...orders.map((id) => anOrder({ id, shipping: total })));
    await Promise.all([send(), send(), send()]);
    assert.equal(receiver.received.length, 30);
    for (const id of orders) {
      const totals = receiver.received.flatMap(({ event: { data } }) =>
        'order' in data && data.order.id === id ? [data.order.total.amount] : [],
      );
      assert.deepEqual(
        totals,
        totals.toSorted((one, next) => one - next),
      );
    }
  });

  test('a stop waits for what is under way, and starts nothing else', async () => {
    await put(anOrder());
    await put(anOrder({ status: 'shipped' }));
    let finish: () => void = () => undefined;
    receiver.answers((response) => (finish = () => response.writeHead(204).end()));
    await sender.run(desk.clock.now);
    await receiver.hasReceived(1);
    let stopped = false;
    const stop = sender.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(stopped, false);
    finish();
    await stop;
    await sender.run(desk.clock.now);
    assert.equal(receiver.received.length, 1);
    assert.deepEqual(await counts(), { pending: 1, sending: 0, delivered: 1, dead: 0 });
  });
});
