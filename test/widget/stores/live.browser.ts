import type { Change } from '../../../src/contract/stream.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import type { Send } from '../../../src/widget/client/request.ts';
import { createLive } from '../../../src/widget/stores/live.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { nextLook, until } from '../harness/until.ts';

/** A server whose lines the test writes. */
class Lines {
  readonly opened: { write(text: string): void; end(): void; signal: AbortSignal }[] = [];
  refusal: Problem | undefined;
  send: Send = async (_path, { signal } = {}) => {
    if (this.refusal) throw this.refusal;
    let line!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (one) => void (line = one) });
    signal!.addEventListener('abort', () => line.error(signal!.reason));
    this.opened.push({
      write: (text) => line.enqueue(new TextEncoder().encode(text)),
      end: () => line.close(),
      signal: signal!,
    });
    return new Response(body);
  };
}

describe('Live news', () => {
  let lines: Lines;
  let heard: Change[];
  let gaps: number;
  let life: AbortController;
  const { random } = Math;
  const start = () => {
    lines = new Lines();
    heard = [];
    gaps = 0;
    life = new AbortController();
    return createLive({
      send: lines.send,
      heard: (change) => heard.push(change),
      gap: () => (gaps += 1),
      life: life.signal,
    });
  };
  // waits are as short as they come
  before(() => (Math.random = () => -0.98));
  after(() => (Math.random = random));
  afterEach(() => life.abort());

  it('come line by line, however they are cut on the way', async () => {
    start().listen(true);
    await until('a line', () => lines.opened.length === 1);
    const { write } = lines.opened[0]!;
    write(': hello\n\nevent: change\nda');
    write('ta: {"topic":"order","id":"o1"}\n');
    write('\ndata: {"topic":"session","id":"s"}\r\n\r\ndata: nonsense\n\n');
    write('data: {"topic":"order","id":"ö"}\n\n');
    await until('three changes', () => heard.length === 3);
    deepEqual(heard, [
      { topic: 'order', id: 'o1' },
      { topic: 'session', id: 's' },
      { topic: 'order', id: 'ö' },
    ]);
    equal(gaps, 0);
  });

  it('go on over a new line after a break, and what was missed is read', async () => {
    start().listen(true);
    await until('a line', () => lines.opened.length === 1);
    lines.opened[0]!.end();
    await until('a second line', () => lines.opened.length === 2);
    await until('the gap', () => gaps === 1);
    lines.opened[1]!.write('data: {"topic":"order","id":"o1"}\n\n');
    await until('a change', () => heard.length === 1);
  });

  it('stop when nobody looks, and begin anew', async () => {
    const live = start();
    live.listen(true);
    live.listen(true);
    await until('a line', () => lines.opened.length === 1);
    live.listen(false);
    equal(lines.opened[0]!.signal.aborted, true);
    live.listen(true);
    await until('another line', () => lines.opened.length === 2);
  });

  it('are not asked for again where they are refused for good', async () => {
    lines = new Lines();
    const live = start();
    let asked = 0;
    lines.send = async () => {
      asked += 1;
      throw new Problem('unauthenticated', 401);
    };
    createLive({
      send: lines.send,
      heard: () => undefined,
      gap: () => undefined,
      life: life.signal,
    }).listen(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(asked, 1);
    live.listen(false);
  });

  it('end with the desk', async () => {
    start().listen(true);
    await until('a line', () => lines.opened.length === 1);
    life.abort();
    equal(lines.opened[0]!.signal.aborted, true);
  });

  it('come to all tabs over the line of one, in order, and go on when that one goes', async () => {
    const name = crypto.randomUUID();
    const server = new Lines();
    const tabs = Array.from({ length: 3 }, () => {
      const tab = { heard: [] as string[], gaps: 0, life: new AbortController() };
      createLive({
        send: server.send,
        heard: ({ id }) => tab.heard.push(id),
        gap: () => (tab.gaps += 1),
        life: tab.life.signal,
        line: () => name,
      }).listen(true);
      return tab;
    });
    const [first, second, third] = tabs as [(typeof tabs)[0], (typeof tabs)[0], (typeof tabs)[0]];
    const queued = async () =>
      (await navigator.locks.query()).pending?.filter((lock) => lock.name === name).length;
    const waiting = async (count: number) => {
      while ((await queued()) !== count) await nextLook();
    };
    const say = (nth: number, ...ids: string[]) => {
      for (const id of ids)
        server.opened[nth]!.write(`data: {"topic":"conversation","id":"${id}"}\n\n`);
    };
    const all = (ids: string, some = tabs) =>
      until(ids, () => some.every(({ heard: here }) => here.join('') === ids));
    await until('a line', () => server.opened.length === 1);
    await waiting(2);
    say(0, 'a', 'b', 'c');
    await all('abc');
    // it closes, and what comes before the next has a line is read
    first.life.abort();
    await until('the line of another', () => server.opened.length === 2);
    await until('a gap each', () => second.gaps === 1 && third.gaps === 1);
    say(1, 'd', 'e');
    await all('abcde', [second, third]);
    deepEqual([server.opened.length, first.heard.join(''), first.gaps], [2, 'abc', 0]);
    // one that closes without a word, as a crash would have it
    second.life.abort();
    await until('the last one', () => server.opened.length === 3 && third.gaps === 2);
    say(2, 'f');
    await all('abcdef', [third]);
    third.life.abort();
  });
});
