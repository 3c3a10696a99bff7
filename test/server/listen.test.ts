import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { listen, PortBusy, type Answer, type Listener } from '../../src/server/http/listen.ts';

const open: Listener[] = [];
after(() => Promise.all(open.map((each) => each.stop())));

async function start(
  answer: Answer,
  more: { port?: number; spare?: number; patience?: number } = {},
) {
  const listener = await listen({ answer, port: 0, host: 'loopback', ...more });
  open.push(listener);
  return { listener, url: `http://localhost:${listener.port}` };
}

async function busyPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  other.unref();
  return (other.address() as AddressInfo).port;
}

describe('listening', () => {
  test('a loopback server is there by each name of this machine, and knows its peer', async () => {
    const { listener } = await start((_, peer) => new Response(peer));
    for (const [host, peer] of [
      ['127.0.0.1', '127.0.0.1'],
      ['[::1]', '::1'],
    ])
      assert.equal(await (await fetch(`http://${host}:${listener.port}`)).text(), peer);
  });

  test('a busy port is refused by its number', async () => {
    const port = await busyPort();
    await assert.rejects(
      start(() => new Response(), { port }),
      (error: Error) => {
        assert.ok(error instanceof PortBusy);
        assert.match(error.message, new RegExp(`Port ${port} is busy`));
        return true;
      },
    );
  });

  test('with spare ports the next free one is taken', async () => {
    const port = await busyPort();
    const { listener } = await start(() => new Response(), { port, spare: 20 });
    assert.ok(listener.port > port && listener.port <= port + 20);
  });
});

describe('stopping', () => {
  test('answers what is under way, and takes nothing new', async () => {
    let arrived!: () => void;
    let release!: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const { listener, url } = await start(async () => {
      arrived();
      await held;
      return new Response('answered');
    });
    const answer = fetch(url);
    await arrival;
    const stopped = listener.stop();
    await assert.rejects(fetch(url));
    release();
    assert.equal(await (await answer).text(), 'answered');
    await stopped;
  });

  test('an idle connection does not hold it up', async () => {
    const { listener } = await start(() => new Response('ok'));
    const socket = connect(listener.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await listener.stop();
    await closed;
  });

  test('a request that never ends is cut off when patience runs out', async () => {
    let arrived!: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const { listener, url } = await start(
      () => {
        arrived();
        return new Promise<Response>(() => undefined);
      },
      { patience: 20 },
    );
    const cut = assert.rejects(fetch(url));
    await arrival;
    await listener.stop();
    await cut;
  });
});
