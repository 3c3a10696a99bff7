import type { Change } from '../../../src/contract/stream.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import type { Send } from '../../../src/widget/client/request.ts';
import { createLive } from '../../../src/widget/stores/live.ts';
import { deepEqual, equal } from '../harness/expect.ts';

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

const looked = async (isSo: () => boolean, what: string): Promise<void> => {
  for (let look = 0; look < 600; look += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never came: ${what}`);
};

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
    await looked(() => lines.opened.length === 1, 'a line');
    const { write } = lines.opened[0]!;
    write(': hello\n\nevent: change\nda');
    write('ta: {"topic":"order","id":"o1"}\n');
    write('\ndata: {"topic":"session","id":"s"}\r\n\r\ndata: nonsense\n\n');
    write('data: {"topic":"order","id":"ö"}\n\n');
    await looked(() => heard.length === 3, 'three changes');
    deepEqual(heard, [
      { topic: 'order', id: 'o1' },
      { topic: 'session', id: 's' },
      { topic: 'order', id: 'ö' },
    ]);
    equal(gaps, 0);
  });

  it('go on over a new line after a break, and what was missed is read', async () => {
    start().listen(true);
    await looked(() => lines.opened.length === 1, 'a line');
    lines.opened[0]!.end();
    await looked(() => lines.opened.length === 2, 'a second line');
    await looked(() => gaps === 1, 'the gap');
    lines.opened[1]!.write('data: {"topic":"order","id":"o1"}\n\n');
    await looked(() => heard.length === 1, 'a change');
  });

  it('stop when nobody looks, and begin anew', async () => {
    const live = start();
    live.listen(true);
    live.listen(true);
    await looked(() => lines.opened.length === 1, 'a line');
    live.listen(false);
    equal(lines.opened[0]!.signal.aborted, true);
    live.listen(true);
    await looked(() => lines.opened.length === 2, 'another line');
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
    await looked(() => lines.opened.length === 1, 'a line');
    life.abort();
    equal(lines.opened[0]!.signal.aborted, true);
  });
});
