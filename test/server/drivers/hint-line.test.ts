import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createLog } from '../../../src/server/drivers/log.ts';
import { createHintLine, type HintLine } from '../../../src/server/drivers/hint-line.ts';

interface Carried {
  hints: readonly string[];
  arrive(): void;
  fail(): void;
}

describe('The way out for hints', () => {
  let line: HintLine;
  afterEach(() => line.close());

  /** A line of which each batch arrives, or fails, when the test says so. */
  function aLine(taken = 60_000) {
    const carried: Carried[] = [];
    const events: string[] = [];
    let tell: () => void = () => undefined;
    line = createHintLine({
      carry: (hints) =>
        new Promise((arrive, reject) => {
          carried.push({ hints, arrive, fail: () => reject(new Error('gone')) });
          tell();
        }),
      gap: 'gap',
      log: createLog((text) => void events.push((JSON.parse(text) as { event: string }).event)),
      patience: { taken, pause: 1, longestPause: 2 },
    });
    const nth = async (count: number): Promise<Carried> => {
      while (carried.length < count) await new Promise<void>((resolve) => (tell = resolve));
      return carried[count - 1]!;
    };
    return { nth, events, carried };
  }

  test('carries what has piled up as one, and lets its sender go once it has arrived', async () => {
    const { nth, carried } = aLine();
    const first = line.send('a');
    const others = [line.send('b')];
    const one = await nth(1);
    others.push(line.send('c'), line.send('d'));
    let isGone = false;
    void others[1]!.then(() => (isGone = true));
    one.arrive();
    await first;
    const two = await nth(2);
    assert.deepEqual([one.hints, two.hints, isGone], [['a', 'b'], ['c', 'd'], false]);
    two.arrive();
    await Promise.all(others);
    assert.equal(carried.length, 2);
  });

  test('lets go whoever has waited long, holds nobody up from then on, and loses nothing', async () => {
    const { nth, events } = aLine(5);
    await Promise.all([line.send('a'), nth(1).then(() => line.send('b'))]);
    assert.deepEqual(events, ['hints_held_up']);
    await line.send('c');
    (await nth(1)).arrive();
    const two = await nth(2);
    assert.deepEqual(two.hints, ['b', 'c']);
    two.arrive();
    assert.deepEqual(events, ['hints_held_up']);
  });

  test('that fails holds nobody up, and tells of the gap before anything else', async () => {
    const { nth, events } = aLine();
    const sent = [line.send('a')];
    const one = await nth(1);
    sent.push(line.send('b'));
    one.fail();
    await Promise.all(sent);
    assert.deepEqual(events, ['hints_lost']);
    // of this one as well the gap will tell
    await line.send('c');
    const two = await nth(2);
    assert.deepEqual(two.hints, ['gap']);
    // its readers may have read already: no part of the gap any more
    await line.send('d');
    two.arrive();
    const three = await nth(3);
    assert.deepEqual(three.hints, ['d']);
    three.arrive();
  });

  test('tells of the gap again and again until that has arrived', async () => {
    const { nth, events } = aLine();
    void line.send('a');
    for (const count of [1, 2, 3]) (await nth(count)).fail();
    const four = await nth(4);
    assert.deepEqual(four.hints, ['gap']);
    four.arrive();
    assert.deepEqual(events, ['hints_lost', 'hints_lost', 'hints_lost']);
    const last = line.send('z');
    (await nth(5)).arrive();
    await last;
  });
});
