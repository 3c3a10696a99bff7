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
  type CheckpointWork,
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

  test('leave the little that is left to the next commits, and no more than those', async () => {
    const says = folder.file('says.cjs');
    writeFileSync(
      says,
      `const { parentPort, workerData } = require('node:worker_threads');
      const state = new Int32Array(workerData.state);
      parentPort.on('message', () => (Atomics.store(state, 0, 0), Atomics.notify(state, 0)));
      parentPort.postMessage('few are left');`,
    );
    const checkpoints = createCheckpoints(db, file, pathToFileURL(says));
    await until(() => every() === 1);
    checkpoints.wrote();
    assert.equal(every(), 1);
    checkpoints.wrote();
    assert.equal(every(), 128_000);
    checkpoints.close();
    db.close();
  });

  test('hold nobody up who reads, and leave what a reader still sees', async () => {
    const reader = openSqliteBeside(file);
    reader.exec('begin');
    assert.equal(rows(reader), 0);
    db.exec("insert into notes values ('one')");
    const state = new Int32Array(new SharedArrayBuffer(4)).fill(AT_WORK);
    const workerData: CheckpointWork = { file, state: state.buffer };
    const thread = new Worker(await script(), { workerData });
    await once(thread, 'online');
    thread.postMessage('more');
    await until(() => Atomics.load(state, 0) === IDLE);
    assert.equal(rows(reader), 0);
    reader.exec('commit');
    assert.equal(rows(reader), 1);
    await thread.terminate();
    reader.close();
    db.close();
  });
});
