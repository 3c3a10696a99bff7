import { Worker } from 'node:worker_threads';
import type { Alone, SyncDb } from '../../backend/storage/dialect.ts';

/** What the thread answers: whether it is worth while to stand still for what is left in the log. */
export type Moved = 'few are left' | 'enough';

/** What a thread is told at its start. */
export interface CheckpointWork {
  file: string;
  /** One number: whether the thread is at the file. */
  state: SharedArrayBuffer;
  /** So many pages in the log, and it is time to begin it anew. */
  long: number;
}

export const IDLE = 0;
export const AT_WORK = 1;

export interface Checkpoints {
  /** More has been written. */
  wrote(): void;
  /** How the thread can have the file for itself. */
  takeTurns(alone: Alone): void;
  /** Waits until the thread has let go of the file. */
  close(): void;
}

/** What many commits have changed meanwhile goes into the file once. */
const EVERY_MS = 500;
const LONGEST_MS = 5000;
/** SQLite's own: so many pages in the log, and the commit that comes then moves them, while all else stands still. */
const ITS_OWN = 1000;
const LONG = 64_000;
/** Only where the thread cannot keep up: a log does not grow for ever. */
const BESIDE_THREAD = 128_000;

/**
 * Moves what gathers in the log of a SQLite file into the file itself, in a thread, so that nobody
 * waits for the disk meanwhile.
 */
export function createCheckpoints(db: SyncDb, file: string, script: URL): Checkpoints {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: CheckpointWork = { file, state: state.buffer, long: LONG };
  const thread = new Worker(script, { workerData });
  let runs = false;
  let isClosed = false;
  let due = 0;
  let isAsked = false;
  let told = (_: Moved) => {};
  let alone: Alone | undefined;
  const after = (pages: number) => {
    if (!isClosed) db.exec(`pragma wal_autocheckpoint = ${pages}`);
  };
  thread.unref();
  thread.once('online', () => {
    runs = true;
    after(BESIDE_THREAD);
  });
  thread.on('message', (moved: Moved) => told(moved));
  thread.once('exit', () => {
    runs = false;
    after(ITS_OWN);
    told('enough');
  });
  // its end is what matters
  thread.once('error', () => undefined);
  const move = () =>
    new Promise<Moved>((done) => {
      isAsked = true;
      told = (moved) => {
        isAsked = false;
        done(moved);
      };
      Atomics.store(state, 0, AT_WORK);
      thread.postMessage('more');
    });
  /** While nobody adds anything the thread moves the rest, and the next commit begins the log anew. */
  async function moveRest(): Promise<void> {
    if (!runs || isClosed || isAsked) return;
    // all wait for it: the process must not end meanwhile
    thread.ref();
    await move();
    thread.unref();
  }
  return {
    takeTurns: (own) => void (alone = own),
    wrote() {
      const now = performance.now();
      if (!runs || isAsked || now < due) return;
      due = now + EVERY_MS;
      move()
        .then((moved) => (moved === 'few are left' ? alone?.(moveRest) : undefined))
        // those who wait for the disk hear of it
        .catch(() => undefined);
    },
    close() {
      isClosed = true;
      if (runs) Atomics.wait(state, 0, AT_WORK, LONGEST_MS);
      void thread.terminate();
    },
  };
}
