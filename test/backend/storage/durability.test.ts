import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import {
  databaseOver,
  type Alone,
  type Disk,
  type SyncDb,
} from '../../../src/backend/storage/dialect.ts';
import { migrate } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import type { SyncStatement } from '../../../src/backend/storage/sqlite-family.ts';
import { sqliteEngines } from '../../builders/engines.ts';

for (const { name, open, skip } of sqliteEngines())
  describe(
    `a database whose commits do not wait for the disk: ${name}`,
    { skip: skip ?? false },
    () => {
      const opened = async (around: Around = (_, run) => run()) => {
        const disk = aDisk();
        const db = databaseOver<Database>({ ...withAround(await open(), around), disk });
        disk.isOpen = true;
        await migrate(db);
        disk.isOpen = false;
        disk.done.length = 0;
        return { db, disk };
      };

      test('answers a write once it lies there, and many with one flush', async () => {
        const { db, disk } = await opened();
        const writes = ['a', 'b', 'c'].map((id) => told(add(db, id)));
        await disk.asked();
        assert.deepEqual(
          writes.map(({ state }) => state),
          ['waits', 'waits', 'waits'],
        );
        disk.open();
        await Promise.all(writes.map(({ over }) => over));
        assert.deepEqual(disk.done, ['flush']);
        await db.destroy();
      });

      test('commits as one what waits together', async () => {
        const ran: string[] = [];
        const { db, disk } = await opened((text, run) => (ran.push(text), run()));
        disk.open();
        ran.length = 0;
        const write = (id: string) => db.transaction().execute((tx) => add(tx, id));
        await Promise.all(['a', 'b', 'c'].map(write));
        const times = (text: string) => ran.filter((each) => each === text).length;
        assert.deepEqual(
          ['begin immediate', 'release turn', 'commit'].map(times),
          [1, 2, 1],
          'each further one has a savepoint',
        );
        assert.deepEqual(await names(db), ['a', 'b', 'c']);
        await db.destroy();
      });

      test('says yes to none whose common commit fails', async () => {
        let isFull = false;
        const { db, disk } = await opened((text, run) => {
          if (isFull && text === 'commit') throw new Error('the disk is full');
          return run();
        });
        disk.open();
        isFull = true;
        const writes = ['a', 'b', 'c'].map((id) => told(add(db, id)));
        await Promise.all(writes.map(({ over }) => over));
        assert.deepEqual(
          writes.map(({ state }) => state),
          ['failed', 'failed', 'failed'],
        );
        isFull = false;
        await Promise.all(['d', 'e'].map((id) => add(db, id)));
        assert.deepEqual(await names(db), ['d', 'e']);
        await db.destroy();
      });

      test('lets a transaction fail alone', async () => {
        const { db, disk } = await opened();
        const failing = db.transaction().execute(async (tx) => {
          await add(tx, 'lost');
          throw new Error('changed its mind');
        });
        const writes = [add(db, 'one'), failing, add(db, 'one'), add(db, 'two')].map(told);
        disk.open();
        await Promise.all(writes.map(({ over }) => over));
        assert.deepEqual(
          writes.map(({ state }) => state),
          ['done', 'failed', 'failed', 'done'],
        );
        assert.deepEqual(await names(db), ['one', 'two']);
        await db.destroy();
      });

      test('tells nobody of what does not lie there yet', async () => {
        const { db, disk } = await opened();
        const write = told(add(db, 'a'));
        await disk.asked();
        const read = told(names(db));
        const other = told(add(db, 'a'));
        await disk.asked();
        assert.deepEqual([write.state, read.state, other.state], ['waits', 'waits', 'waits']);
        disk.open();
        await Promise.all([write.over, read.over, other.over]);
        assert.deepEqual([read.state, other.state], ['done', 'failed']);
        await db.destroy();
      });

      test('lets nobody have a turn while it is lent, nor leaves anything to commit', async () => {
        const ran: string[] = [];
        const { db, disk } = await opened((text, run) => (ran.push(text), run()));
        disk.open();
        const write = (id: string) => db.transaction().execute((tx) => add(tx, id));
        const before = ['a', 'b'].map(write);
        let give = () => {};
        const lent = new Promise<void>((begun) => {
          void disk.alone(() => new Promise<void>((end) => ((give = end), begun())));
        });
        const after = told(write('c'));
        await lent;
        await Promise.all(before);
        assert.equal(ran.at(-1), 'commit');
        await new Promise(setImmediate);
        assert.equal(after.state, 'waits');
        give();
        await after.over;
        assert.deepEqual(await names(db), ['a', 'b', 'c']);
        await db.destroy();
      });

      test('does not answer at all any more after a flush has failed', async () => {
        const { db, disk } = await opened();
        const writes = ['a', 'b'].map((id) => told(add(db, id)));
        await disk.asked();
        disk.open(new Error('the disk is gone'));
        await Promise.all(writes.map(({ over }) => over));
        disk.open();
        const later = [told(add(db, 'c')), told(names(db))];
        await Promise.all(later.map(({ over }) => over));
        assert.deepEqual(
          [...writes, ...later].map(({ state }) => state),
          ['failed', 'failed', 'failed', 'failed'],
        );
        await assert.rejects(db.destroy(), /the disk is gone/);
      });
    },
  );

type Ran = ReturnType<SyncStatement['run']>;
type Around = (text: string, run: () => Ran) => Ran;

/** Whatever is run goes through `around` first. */
const withAround = (db: SyncDb, around: Around): SyncDb => ({
  ...db,
  prepare(text) {
    const statement = db.prepare(text);
    return { ...statement, run: (values) => around(text, () => statement.run(values)) };
  },
});

/** A disk that is done when it is told to be. */
function aDisk() {
  let waiting: { done(): void; fail(error: Error): void }[] = [];
  let askedFor: () => void = () => undefined;
  const disk = {
    done: [] as string[],
    isOpen: false,
    /** Resolves once it is asked for something, and everybody has gone as far as they can. */
    asked: () =>
      new Promise<void>((resolve) => {
        if (waiting.length) setImmediate(resolve);
        else askedFor = () => setImmediate(resolve);
      }),
    open(error?: Error): void {
      disk.isOpen = true;
      for (const { done, fail } of waiting)
        if (error) fail(error);
        else done();
      waiting = [];
    },
    flush: () => work('flush'),
    pause: () => undefined,
    alone: (async () => {}) as Alone,
    lend: (alone: Alone) => void (disk.alone = alone),
  };
  async function work(what: string): Promise<void> {
    if (!disk.isOpen) {
      await new Promise<void>((done, fail) => {
        waiting.push({ done, fail });
        askedFor();
      });
    }
    disk.done.push(what);
  }
  return disk satisfies Disk;
}

const add = async (db: Kysely<Database>, name: string): Promise<void> => {
  await db.insertInto('jobs').values({ name, next_at: 'then' }).execute();
};
const names = async (db: Kysely<Database>): Promise<string[]> =>
  (await db.selectFrom('jobs').select('name').orderBy('name').execute()).map(({ name }) => name);

/** How far something has come. */
function told(work: Promise<unknown>) {
  const news = { state: 'waits', over: Promise.resolve() };
  news.over = work.then(
    () => void (news.state = 'done'),
    () => void (news.state = 'failed'),
  );
  return news;
}
