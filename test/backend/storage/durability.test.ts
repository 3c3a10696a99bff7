import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import { databaseOver, type Disk } from '../../../src/backend/storage/dialect.ts';
import { migrate } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { sqliteEngines } from '../../builders/engines.ts';

for (const { name, open, skip } of sqliteEngines())
  describe(
    `a database whose commits do not wait for the disk: ${name}`,
    { skip: skip ?? false },
    () => {
      const opened = async () => {
        const disk = aDisk();
        const db = databaseOver<Database>({ ...(await open()), disk });
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
        // the first went alone, the others came while it was under way
        assert.deepEqual(disk.done, ['flush', 'flush']);
        await db.destroy();
      });

      test('lets a transaction fail alone', async () => {
        const { db, disk } = await opened();
        const failing = db.transaction().execute(async (tx) => {
          await add(tx, 'lost');
          throw new Error('changed its mind');
        });
        const writes = [told(add(db, 'one')), told(failing), told(add(db, 'two'))];
        disk.open();
        await Promise.all(writes.map(({ over }) => over));
        assert.deepEqual(
          writes.map(({ state }) => state),
          ['done', 'failed', 'done'],
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
