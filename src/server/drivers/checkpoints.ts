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
  /** Waits until the thread has let go of the file, whose last connection then puts its log away. */
  close(): void;
}

/** What many commits have changed meanwhile goes into the file once. */
const EVERY_MS = 500;
const LONGEST_MS = 5000;
/** SQLite's own: so many pages in the log, and the commit that comes then moves them, while all else stands still. */
const ITS_OWN = 1000;
/** Only what the thread could not keep up with; a log is begun anew when nothing is left in it. */
const BESIDE_THREAD = 16_000;

/** Moves what gathers in the log of a SQLite file into the file itself, in a thread, so that nobody waits for the disk meanwhile. */
export function createCheckpoints(db: SyncDb, file: string, script: URL): Checkpoints {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: CheckpointWork = { file, state: state.buffer };
  const thread = new Worker(script, { workerData });
  thread.unref();
  let runs = false;
  let isClosed = false;
  let due = 0;
  thread.once('online', () => {
    if (isClosed) return;
    runs = true;
    db.exec(`pragma wal_autocheckpoint = ${BESIDE_THREAD}`);
  });
  thread.once('exit', () => {
    runs = false;
    if (!isClosed) db.exec(`pragma wal_autocheckpoint = ${ITS_OWN}`);
  });
  // its end is what matters
  thread.once('error', () => undefined);
  return {
    wrote() {
      const now = performance.now();
      if (!runs || now < due || Atomics.load(state, 0) === AT_WORK) return;
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
