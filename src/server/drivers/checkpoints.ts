import { Worker } from 'node:worker_threads';
import type { SyncDb } from '../../backend/storage/dialect.ts';

/** What a thread is told at its start. */
export interface CheckpointWork {
  file: string;
  /** One number: whether the thread is at the file. */
  state: SharedArrayBuffer;
}

export const IDLE = 0;
export const AT_WORK = 1;

export interface Checkpoints {
  /** More has been written. */
  wrote(): void;
  /** Waits until the thread has let go of the file. */
  close(): void;
}

/** What many commits have changed meanwhile goes into the file once. */
const EVERY_MS = 500;
const LONGEST_MS = 5000;
/** SQLite's own: so many pages in the log, and the commit that comes then moves them, while all else stands still. */
const ITS_OWN = 1000;
/** Only where the thread cannot keep up: a log does not grow for ever. */
const BESIDE_THREAD = 128_000;
/** The next commit moves the little that the thread has left. */
const AT_ONCE = 1;
/** A flush may be of commits before that one. */
const FLUSHES = 2;

/**
 * Moves what gathers in the log of a SQLite file into the file itself, in a thread, so that nobody
 * waits for the disk meanwhile.
 */
export function createCheckpoints(db: SyncDb, file: string, script: URL): Checkpoints {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: CheckpointWork = { file, state: state.buffer };
  const thread = new Worker(script, { workerData });
  let runs = false;
  let isClosed = false;
  let due = 0;
  let flushes = 0;
  const after = (pages: number) => {
    if (!isClosed) db.exec(`pragma wal_autocheckpoint = ${pages}`);
  };
  thread.unref();
  thread.once('online', () => {
    runs = true;
    after(BESIDE_THREAD);
  });
  thread.on('message', () => {
    flushes = FLUSHES;
    after(AT_ONCE);
  });
  thread.once('exit', () => {
    runs = false;
    after(ITS_OWN);
  });
  // its end is what matters
  thread.once('error', () => undefined);
  return {
    wrote() {
      if (!runs) return;
      if (flushes > 0) {
        flushes -= 1;
        if (flushes === 0) after(BESIDE_THREAD);
      }
      const now = performance.now();
      if (now < due || Atomics.load(state, 0) === AT_WORK) return;
      due = now + EVERY_MS;
      Atomics.store(state, 0, AT_WORK);
      thread.postMessage('more');
    },
    close() {
      isClosed = true;
      if (runs) Atomics.wait(state, 0, AT_WORK, LONGEST_MS);
      void thread.terminate();
    },
  };
}
