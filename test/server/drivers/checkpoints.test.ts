import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { SyncDb } from '../../../src/backend/storage/dialect.ts';
import {
  AT_WORK,
  createCheckpoints,
  IDLE,
  type Checkpoints,
  type CheckpointWork,
  type Moved,
} from '../../../src/server/drivers/checkpoints.ts';
import { openSqliteBeside, openSqliteFile } from '../../../src/server/drivers/sqlite.ts';
import { aFolder } from '../../builders/engines.ts';
import { bundledCli } from '../bundle.ts';

describe('Checkpoints of a SQLite file', () => {
  let folder: ReturnType<typeof aFolder>;
  let file: string;
  let db: SyncDb;
  const script = async () => new URL('checkpoint-thread.js', pathToFileURL(await bundledCli()));
  const every = (of = db) => Object.values(of.prepare('pragma wal_autocheckpoint').all([])[0]!)[0];
  const rows = (of: SyncDb) => of.prepare('select text from notes').all([]).length;
  /** Looks again each time all else has had its turn. */
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await setImmediate();
  };
  /** What the file holds without its log. */
  function alone(): number {
    const copy = folder.file('alone.db');
    copyFileSync(file, copy);
    const opened = openSqliteBeside(copy);
    try {
      return rows(opened);
    } finally {
      opened.close();
    }
  }

  beforeEach(() => {
    folder = aFolder();
    file = folder.file('desk.db');
    db = openSqliteFile(file);
    db.exec('create table notes (text text)');
    db.exec('pragma wal_checkpoint(truncate)');
  });
  afterEach(() => folder.remove());

  test('are made in a thread, which is waited for at the end', async () => {
    const checkpoints = createCheckpoints(db, file, await script());
    await until(() => every() !== 1000);
    db.exec("insert into notes values ('one'), ('two')");
    assert.equal(alone(), 0);
    checkpoints.wrote();
    checkpoints.close();
    assert.equal(alone(), 2);
    db.close();
  });

  test('are SQLite’s own where there is no thread', async () => {
    db.exec('pragma wal_autocheckpoint = 5');
    const checkpoints = createCheckpoints(db, file, new URL('file:///nowhere.js'));
    await until(() => every() === 1000);
    checkpoints.wrote();
    checkpoints.close();
    db.close();
  });

  /** A thread that says these, one each time it is asked, and then ends. */
  function saying(...answers: Moved[]): URL {
    const says = folder.file('says.cjs');
    writeFileSync(
      says,
      `const { parentPort, workerData } = require('node:worker_threads');
      const state = new Int32Array(workerData.state);
      const answers = ${JSON.stringify(answers)};
      parentPort.on('message', () => {
        Atomics.store(state, 0, 0);
        Atomics.notify(state, 0);
        if (answers.length === 0) process.exit();
        parentPort.postMessage(answers.shift());
      });`,
    );
    return pathToFileURL(says);
  }
  /** What is done alone, one thing after the other. */
  async function turnsOf(checkpoints: Checkpoints) {
    const done: string[] = [];
    checkpoints.takeTurns(async (work) => {
      done.push('begins');
      await work();
      done.push('ends');
    });
    await until(() => every() === 128_000);
    checkpoints.wrote();
    return done;
  }

  test('move the little that is left while nobody has a turn, and only that', async () => {
    const checkpoints = createCheckpoints(db, file, saying('few are left', 'few are left'));
    const done = await turnsOf(checkpoints);
    await until(() => done.length === 2);
    assert.deepEqual(done, ['begins', 'ends']);
    checkpoints.close();
    db.close();
  });

  test('hold nobody up for ever when the thread ends before it has moved the rest', async () => {
    const checkpoints = createCheckpoints(db, file, saying('few are left'));
    const done = await turnsOf(checkpoints);
    await until(() => done.length === 2);
    assert.equal(every(), 1000);
    checkpoints.close();
    db.close();
  });

  /** A thread that is asked by the test itself. */
  async function aThread(long: number) {
    const state = new Int32Array(new SharedArrayBuffer(4));
    const workerData: CheckpointWork = { file, state: state.buffer, long };
    const thread = new Worker(await script(), { workerData });
    await once(thread, 'online');
    return {
      thread,
      async move(): Promise<Moved> {
        Atomics.store(state, 0, AT_WORK);
        thread.postMessage('more');
        const [moved] = await once(thread, 'message');
        assert.equal(Atomics.load(state, 0), IDLE);
        return moved;
      },
    };
  }

  test('hold nobody up who reads, and leave what a reader still sees', async () => {
    const reader = openSqliteBeside(file);
    reader.exec('begin');
    assert.equal(rows(reader), 0);
    db.exec("insert into notes values ('one')");
    const { thread, move } = await aThread(64_000);
    assert.equal(await move(), 'enough');
    assert.equal(rows(reader), 0);
    reader.exec('commit');
    assert.equal(rows(reader), 1);
    await thread.terminate();
    reader.close();
    db.close();
  });

  test('say that little is left of a long log, and let it begin anew once nothing is', async () => {
    const inLog = () =>
      (db.prepare('pragma wal_checkpoint(passive)').all([])[0] as { log: number }).log;
    const { thread, move } = await aThread(20);
    db.exec("insert into notes values ('one')");
    assert.equal(await move(), 'enough');
    db.exec("insert into notes values (printf('%.100000c', 'x'))");
    const reader = openSqliteBeside(file);
    reader.exec('begin');
    assert.equal(rows(reader), 2);
    db.exec("insert into notes values ('three')");
    assert.equal(await move(), 'enough', 'a reader still sees what it was');
    reader.exec('commit');
    assert.equal(await move(), 'few are left');
    assert.ok(inLog() > 20);
    db.exec("insert into notes values ('four')");
    assert.ok(inLog() < 20);
    await thread.terminate();
    reader.close();
    db.close();
  });
});
