import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { Bus } from '../../../src/backend/ports.ts';
import { createLocalBus } from '../../../src/backend/services/local-bus.ts';
import { customerTopic } from '../../../src/backend/services/topics.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../../builders/rows.ts';
import { aCustomerVisitor, aGuestVisitor } from '../identity/flows.ts';
import { listen } from './events.ts';
import { signed } from './signed.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  aCustomer({ id: 'bo', email: BO }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', email: MARA },
    shipments: [aShipment({ number: '3SMARA1' })],
  }),
  anOrder({
    ...{ id: 'o-2', number: '4183', customer: 'mara', email: MARA },
    shipments: [aShipment({ number: '3SMARA2' })],
  }),
  anOrder({
    ...{ id: 'o-3', number: '4184', customer: 'bo', email: BO },
    shipments: [aShipment({ number: '3SBO1' })],
  }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  desk = await aBackend({ rows });
});
afterEach(async () => {
  await desk.close();
  mock.timers.reset();
});

let told = 0;
/** A carrier tells news of this parcel. */
async function tell(number: string): Promise<void> {
  const event = {
    at: desk.clock.now.toISOString(),
    status: 'in_transit',
    text: `News ${(told += 1)}`,
  };
  const carrier = desk.visitor({ origin: null });
  const { body } = await carrier.send(
    'POST',
    '/webhooks/tracking',
    signed(desk, { number, events: [event] }),
  );
  assert.deepEqual(body, { result: 'applied' } as never);
}

/** Lets what was awaited in a timer's turn go on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('GET /v1/stream', () => {
  test('opens at once, and asks proxies to pass it on', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const { headers, response } = await mara.get('/stream');
    assert.equal(headers.get('content-type'), 'text/event-stream');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-accel-buffering'), 'no');
    const { value } = await response.body!.getReader().read();
    assert.equal(new TextDecoder().decode(value), 'retry: 2000\n: welcome\n\n');
  });

  test('tells a customer of each of their orders, and of nobody else’s', async () => {
    const mara = await listen(await aCustomerVisitor(desk, MARA));
    await tell('3SBO1');
    await tell('3SMARA1');
    await tell('3SMARA2');
    assert.deepEqual(await mara.change(), { topic: 'order', id: 'o-1' });
    assert.deepEqual(await mara.change(), { topic: 'order', id: 'o-2' });
  });

  test('tells a guest of the one order they follow', async () => {
    const guest = await listen(await aGuestVisitor(desk, '4183', MARA));
    await tell('3SMARA1');
    await tell('3SMARA2');
    assert.deepEqual(await guest.change(), { topic: 'order', id: 'o-2' });
  });

  test('tells every tab', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    const tabs = await Promise.all([listen(visitor), listen(visitor), listen(visitor)]);
    await tell('3SMARA1');
    for (const tab of tabs) assert.equal((await tab.change())?.id, 'o-1');
  });

  test('sends a comment every 20 seconds, so that no proxy takes it for dead', async () => {
    const mara = await listen(await aCustomerVisitor(desk, MARA));
    await mara.next();
    mock.timers.tick(20_000);
    assert.equal(await mara.next(), ': still here\n\n');
    mock.timers.tick(20_000);
    assert.equal(await mara.next(), ': still here\n\n');
  });

  test('ends with a last word when the shopper signs out in another tab', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    const tab = await listen(visitor);
    await visitor.signOut();
    assert.equal((await tab.change())?.topic, 'session');
    assert.equal(await tab.next(), undefined);
  });

  test('ends when the session is revoked for a stolen token', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    const thief = desk.visitor();
    for (const [name, value] of visitor.cookies) thief.cookies.set(name, value);
    const tab = await listen(visitor);
    await visitor.refresh();
    desk.clock.pass(11);
    await thief.refresh();
    assert.equal((await tab.change())?.topic, 'session');
    assert.equal(await tab.change(), undefined);
  });

  test('ends with its session even when nobody was told', async () => {
    const guest = await listen(await aGuestVisitor(desk, '4183', MARA));
    desk.clock.pass(30 * 60);
    mock.timers.tick(20_000);
    assert.equal((await guest.change())?.topic, 'session');
    assert.equal(await guest.next(), undefined);
  });

  test('ends when messages may have been lost, so that the reader reads anew', async () => {
    const gaps = new Set<() => void>();
    const bus: Bus = {
      ...createLocalBus(),
      onGap: (listener) => {
        gaps.add(listener);
        return () => gaps.delete(listener);
      },
    };
    const other = await aBackend({ rows, ports: { bus } });
    const tab = await listen(await aCustomerVisitor(other, MARA));
    for (const gap of gaps) gap();
    assert.equal(await tab.change(), undefined);
    assert.equal(gaps.size, 0);
    await other.close();
  });

  test('is ten times open a session at most; whoever leaves makes room', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    const tabs = [];
    for (let tab = 0; tab < 10; tab++) tabs.push(await listen(visitor));
    const { status, body } = await visitor.get('/stream');
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_requests', 20]);
    await tabs[0]!.leave();
    await listen(visitor);
  });

  test('is open so often from one network, and in all, as the server was told', async () => {
    const small = await aBackend({ rows, ports: { streamLimits: { perNetwork: 2, total: 3 } } });
    const at = (address: string) => aGuestVisitor(small, '4183', MARA, { address });
    const refusal = async (address: string) => {
      const { status, body, headers } = await (await at(address)).get('/stream');
      return [status, body.code, headers.get('Retry-After')];
    };
    const first = await listen(await at('2001:db8::1'));
    await listen(await at('2001:db8::2'));
    assert.deepEqual(await refusal('2001:db8::3'), [429, 'too_many_requests', '20']);
    const other = await listen(await at('192.0.2.1'));
    assert.deepEqual(await refusal('192.0.2.9'), [503, 'unavailable', '20']);
    await first.leave();
    await listen(await at('2001:db8::3'));
    assert.deepEqual(await refusal('2001:db8::4'), [429, 'too_many_requests', '20']);
    await other.leave();
    await listen(await at('192.0.2.9'));
    await small.close();
  });

  test('lets go of the bus and its clockwork when the reader leaves', async () => {
    let subscribed = 0;
    const local = createLocalBus();
    const bus: Bus = {
      ...local,
      subscribe: (topic, listener) => {
        subscribed += 1;
        const unsubscribe = local.subscribe(topic, listener);
        return () => {
          subscribed -= 1;
          unsubscribe();
        };
      },
    };
    const other = await aBackend({ rows, ports: { bus } });
    const tab = await listen(await aCustomerVisitor(other, MARA));
    assert.equal(subscribed, 2);
    await tab.leave();
    assert.equal(subscribed, 0);
    await other.close();
  });

  test('ends for a reader that takes nothing any more', async () => {
    const { response } = await (await aCustomerVisitor(desk, MARA)).get('/stream');
    const topic = customerTopic('alder', 'mara');
    for (let change = 0; change < 150; change++)
      await desk.bus.publish(topic, { topic: 'order', id: `o-${change}` });
    let chunks = 0;
    const reader = response.body!.getReader();
    while (!(await reader.read()).done) chunks += 1;
    assert.equal(chunks, 100);
  });

  test('passes on nothing that is not a change', async () => {
    const mara = await listen(await aCustomerVisitor(desk, MARA));
    const topic = customerTopic('alder', 'mara');
    await desk.bus.publish(topic, { topic: 'order', id: 'o-1\n\nevent: x', name: 'Mara' });
    assert.deepEqual(await mara.change(), { topic: 'order', id: 'o-1\n\nevent: x' });
    await desk.bus.publish(topic, { surprise: true });
    await desk.bus.publish(topic, { topic: 'order', id: 'o-2' });
    assert.deepEqual(await mara.change(), { topic: 'order', id: 'o-2' });
    assert.match(desk.logged(), /bus_message_unknown/);
  });

  test('asked for by HEAD leaves nothing open', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    for (let ask = 0; ask < 20; ask++)
      assert.equal((await visitor.send('HEAD', '/stream')).status, 200);
    await listen(visitor);
  });

  test('ends when the backend stops, and none is opened after', async () => {
    const visitor = await aCustomerVisitor(desk, MARA);
    const tab = await listen(visitor);
    await desk.backend.close();
    assert.equal(await tab.change(), undefined);
    assert.equal((await visitor.get('/stream')).body.code, 'unavailable');
  });

  test('ends and is logged when the storage fails under it', async () => {
    const byId = () => Promise.reject(new Error('the disk is gone'));
    const storage = { ...desk.storage, sessions: { ...desk.storage.sessions, byId } };
    const other = await aBackend({ ports: { storage } });
    const tab = await listen(await aCustomerVisitor(other, MARA));
    mock.timers.tick(20_000);
    await turn();
    assert.equal(await tab.change(), undefined);
    assert.match(other.logged(), /stream_failed/);
    await other.backend.close();
  });
});
