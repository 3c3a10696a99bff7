import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later as secondsLater } from '../../src/domain/identity/identity.ts';
import { mailInTurn, RETRY } from '../../src/backend/services/mails-in-turn.ts';

const START = Date.parse('2026-11-23T08:00:00Z');

/** Mails that wait, and a server that takes some seconds for each. */
function aQueue(
  count: number,
  { seconds = 0, fails, full }: { seconds?: number; fails?: string; full?: string } = {},
) {
  let isReady = true;
  let now = START;
  const clock = () => new Date(now);
  const due = Array.from({ length: count }, (_, nth) => nth);
  const done: number[] = [];
  const later: [mail: number, seconds: number][] = [];
  const stopping = new AbortController();
  let onSend = (_: number) => undefined as void;
  const run = () =>
    mailInTurn<number>(
      {
        take: async () => due.shift(),
        async send(mail) {
          now += seconds * 1000;
          onSend(mail);
          if (mail === 3 && full !== undefined) return full;
          if (fails) throw Object.assign(new Error('no'), { code: fails });
          return undefined;
        },
        done: async (mail) => done.push(mail),
        again: (mail, at) => (mail === 7 ? undefined : secondsLater(at, RETRY)),
        putOff: async (mail, until) => later.push([mail, (Date.parse(until) - START) / 1000]),
        failed: () => undefined,
      },
      { mailer: { ready: async () => isReady }, now: clock(), clock, signal: stopping.signal },
    );
  const during = (act: typeof onSend) => void (onSend = act);
  const hold = () => void (isReady = false);
  return { run, during, hold, stop: () => stopping.abort(), due, done, later };
}

describe('mails in turn', () => {
  test('go one after another, a hundred at a time', async () => {
    const queue = aQueue(103);
    await queue.run();
    assert.deepEqual([queue.done.length, queue.due.length], [100, 3]);
  });

  test('leave the rest untouched when told to stop, and finish the one under way', async () => {
    const queue = aQueue(5);
    queue.during((mail) => mail === 1 && queue.stop());
    await queue.run();
    assert.deepEqual(
      [queue.done, queue.due],
      [
        [0, 1],
        [2, 3, 4],
      ],
    );
  });

  test('are given back at once by whoever stops and could not send', async () => {
    const queue = aQueue(5, { seconds: 4, fails: 'unreachable' });
    queue.during(() => queue.stop());
    await queue.run();
    assert.deepEqual([queue.done, queue.later, queue.due.length], [[], [[0, 0]], 4]);
  });

  test('wait until there is room for them, and nobody after them does', async () => {
    const queue = aQueue(5, { full: secondsLater(new Date(START), 90) });
    await queue.run();
    assert.deepEqual([queue.done, queue.later], [[0, 1, 2, 4], [[3, 90]]]);
  });

  // each try counts among the mails that an address may be sent, and some are too old to be put off
  test('are left as they are while the mailer holds mails back', async () => {
    const queue = aQueue(3);
    queue.hold();
    await queue.run();
    assert.deepEqual([queue.done, queue.later, queue.due.length], [[], [], 3]);
  });

  test('stay due, however old, when the mailer begins to hold them back', async () => {
    const queue = aQueue(9, { fails: 'unfit' });
    queue.during((mail) => mail === 7 && queue.hold());
    await queue.run();
    assert.deepEqual([queue.done, queue.later.at(-1), queue.due], [[], [7, 0], [8]]);
  });

  for (const [fails, why] of [
    ['unreachable', 'an outage of the mail server'],
    ['unfit', 'a sign-in or a sender that it does not want'],
    ['55P03', 'one of the database'],
  ] as const)
    test(`are tried again in ten minutes after ${why}`, async () => {
      const out = aQueue(2, { fails });
      await out.run();
      const later = [0, 1].map((mail) => [mail, 600]);
      assert.deepEqual([out.done, out.later], [[], later]);
    });

  test('are not tried again when they are too old, nor after a refusal', async () => {
    const old = aQueue(8, { fails: 'unreachable' });
    await old.run();
    assert.deepEqual([old.done, old.later.length], [[7], 7]);
    const refused = aQueue(2, { fails: 'refused' });
    await refused.run();
    assert.deepEqual([refused.done, refused.later], [[0, 1], []]);
  });

  test('do not hold up other work: a slow server gets half a minute', async () => {
    const queue = aQueue(9, { seconds: 10, fails: 'unreachable' });
    await queue.run();
    assert.equal(queue.due.length, 6);
  });
});
