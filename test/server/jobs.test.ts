import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { createClosing } from '../../src/server/closing.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
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
      mock.timers.tick(2000);
      await turn();
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

  test('a stop waits for the one that runs, and starts no other', async () => {
    let finish!: () => void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let others = 0;
    const jobs = startJobs(
      [
        { name: 'long', everyMs: 1e6, run: () => held },
        { name: 'other', everyMs: 1e6, run: async () => (others += 1) },
      ],
      clock,
      silent,
    );
    await turn();
    let stopped = false;
    const stop = jobs.stop().then(() => (stopped = true));
    await turn();
    assert.equal(stopped, false);
    finish();
    await stop;
    assert.equal(others, 0);
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
