import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { createClosing } from '../../src/server/closing.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import { createEnding } from '../../src/server/ending.ts';
import { startJobs, turnsIn } from '../../src/server/jobs.ts';
import { engines } from '../builders/engines.ts';

const silent = createLog(() => undefined);
const clock = () => new Date('2026-11-23T08:12:00Z');
/** Lets promises that are ready go on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('jobs', () => {
  test('run at once and then in their rhythm', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const seen: Date[] = [];
      const job = { name: 'purge', everyMs: 1000, run: async (now: Date) => seen.push(now) };
      const jobs = startJobs([job], clock, silent);
      await turn();
      assert.deepEqual(seen, [clock()]);
      for (let second = 0; second < 2; second += 1) {
        mock.timers.tick(1000);
        await turn();
      }
      assert.equal(seen.length, 3);
      await jobs.stop();
      mock.timers.tick(5000);
      await turn();
      assert.equal(seen.length, 3);
    } finally {
      mock.timers.reset();
    }
  });

  test('one that fails is told, and the others run', async () => {
    const lines: string[] = [];
    let ran = false;
    const jobs = startJobs(
      [
        { name: 'bad', everyMs: 1e6, run: () => Promise.reject(new Error('no')) },
        { name: 'good', everyMs: 1e6, run: async () => (ran = true) },
      ],
      clock,
      createLog((line) => lines.push(line), clock),
    );
    await turn();
    await jobs.stop();
    assert.equal(ran, true);
    assert.match(lines[0]!, /"event":"job_failed","job":"bad"/);
  });

  test('one that takes its time holds up no other, and never runs beside itself', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const held: (() => void)[] = [];
      const slow = () => new Promise<void>((resolve) => held.push(resolve));
      let quick = 0;
      const jobs = startJobs(
        [
          { name: 'answers', everyMs: 1000, run: slow },
          { name: 'money', everyMs: 1000, run: async () => (quick += 1) },
        ],
        clock,
        silent,
      );
      for (let second = 0; second < 5; second += 1) {
        await turn();
        mock.timers.tick(1000);
      }
      await turn();
      assert.deepEqual([held.length, quick], [1, 6]);
      held[0]!();
      await turn();
      assert.equal(held.length, 1, 'what was passed over is not made up for');
      mock.timers.tick(1000);
      await turn();
      assert.equal(held.length, 2);
      held[1]!();
      await jobs.stop();
    } finally {
      mock.timers.reset();
    }
  });

  test('a stop tells all that run, waits for each of them, and starts none', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const finish: (() => void)[] = [];
      const told: AbortSignal[] = [];
      const run = (_: Date, signal: AbortSignal) =>
        new Promise<void>((resolve) => {
          told.push(signal);
          finish.push(resolve);
        });
      const jobs = startJobs(
        [
          { name: 'long', everyMs: 1000, run },
          { name: 'other', everyMs: 1000, run },
        ],
        clock,
        silent,
      );
      await turn();
      const aborted = () => told.map((signal) => signal.aborted);
      assert.deepEqual(aborted(), [false, false]);
      let stopped = false;
      const stop = jobs.stop().then(() => (stopped = true));
      assert.deepEqual(aborted(), [true, true]);
      finish[0]!();
      await turn();
      assert.equal(stopped, false);
      finish[1]!();
      await stop;
      mock.timers.tick(5000);
      await turn();
      assert.equal(told.length, 2);
    } finally {
      mock.timers.reset();
    }
  });

  test('one whose turn comes only when all has stopped does not begin', async () => {
    let tell!: (isOurs: boolean) => void;
    const asked = new Promise<boolean>((resolve) => (tell = resolve));
    let ran = false;
    const job = {
      name: 'purge',
      everyMs: 1e6,
      alone: true,
      run: async () => (ran = true),
    } as const;
    const jobs = startJobs([job], clock, silent, () => asked);
    const stop = jobs.stop();
    tell(true);
    await stop;
    assert.equal(ran, false);
  });
});

describe('jobs of several processes', () => {
  const aMinute = { name: 'purge', everyMs: 60_000, alone: true, run: async () => 'done' } as const;
  const at = (second: number) => new Date(clock().getTime() + second * 1000);

  for (const { name, open, skip } of engines())
    test(`are done by one of them each time: ${name}`, { skip: skip ?? false }, async () => {
      const storage = await openStorage(await open());
      const isOurs = turnsIn(storage.jobs);
      const asked = (second: number) =>
        Promise.all(Array.from({ length: 8 }, () => isOurs(aMinute, at(second))));
      const yes = async (second: number) => (await asked(second)).filter(Boolean).length;
      assert.equal(await yes(0), 1);
      assert.equal(await yes(53), 0);
      assert.equal(await yes(59), 1);
      assert.equal(await isOurs({ ...aMinute, name: 'other' }, at(59)), true);
      await storage.close();
    });

  test('begin where it is their turn, and those that all may do begin anyway', async () => {
    const done: string[] = [];
    const run = (name: string) => ({ name, everyMs: 1e6, run: async () => done.push(name) });
    const all = [run('all'), { ...run('not ours'), alone: true as const }];
    const jobs = startJobs(all, clock, silent, async () => false);
    await turn();
    await jobs.stop();
    assert.deepEqual(done, ['all']);
  });
});

describe('ending', () => {
  test('begins everywhere at once, and is over when all is done, whatever fails', async () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), clock);
    const ending = createEnding({ log, cut: () => assert.fail('cut') });
    const order: string[] = [];
    let finish!: () => void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    ending.add('slow', async () => {
      order.push('slow begins');
      await held;
      order.push('slow ends');
    });
    ending.add('bad', () => Promise.reject(new Error('no')));
    ending.add('quick', async () => order.push('quick'));
    const ended = ending.run();
    assert.deepEqual(order, ['slow begins', 'quick']);
    finish();
    await Promise.all([ended, ending.run()]);
    assert.deepEqual(order, ['slow begins', 'quick', 'slow ends']);
    assert.match(lines.join(), /"event":"stop_failed","what":"bad"/);
  });

  for (const heeds of [true, false])
    test(`cuts what takes ten seconds, and ${heeds ? 'hears it out' : 'goes on where that helps nothing'}`, async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        const lines: string[] = [];
        let finish!: () => void;
        const held = new Promise<void>((resolve) => (finish = resolve));
        let cut = false;
        const ending = createEnding({
          log: createLog((line) => lines.push(line), clock),
          cut() {
            cut = true;
            if (heeds) finish();
          },
        });
        ending.add('mails', () => held);
        ending.add('quick', async () => undefined);
        let over = false;
        const ended = ending.run().then(() => (over = true));
        await turn();
        mock.timers.tick(9_999);
        await turn();
        assert.equal(cut, false);
        mock.timers.tick(1);
        await turn();
        assert.deepEqual([cut, over], [true, heeds]);
        assert.match(lines[0]!, /"event":"stop_cut","what":"mails"/);
        if (!heeds) mock.timers.tick(2_000);
        await ended;
      } finally {
        mock.timers.reset();
      }
    });
});

describe('closing', () => {
  test('goes backwards, and all the way, whatever fails', async () => {
    const order: string[] = [];
    const closing = createClosing();
    closing.add(() => order.push('database'));
    closing.add(() => {
      order.push('mail');
      throw new Error('mail');
    });
    closing.add(async () => order.push('listener'));
    await assert.rejects(closing.run(), /mail/);
    assert.deepEqual(order, ['listener', 'mail', 'database']);
    await closing.run();
    assert.equal(order.length, 3);
  });
});
