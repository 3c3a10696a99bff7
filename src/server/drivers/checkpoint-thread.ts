import { parentPort, workerData } from 'node:worker_threads';
import type { SyncDb } from '../../backend/storage/dialect.ts';
import { AT_WORK, IDLE, type CheckpointWork } from './checkpoints.ts';
import { openSqliteBeside } from './sqlite.ts';

const { file, state } = workerData as CheckpointWork;
const isAtWork = new Int32Array(state);

/** So many pages in the log, and it is time to begin it anew. */
const LONG = 64_000;
/** What its writer moves in a moment. */
const FEW = 100;
const MOST_PASSES = 5;

parentPort?.on('message', () => {
  try {
    const db = openSqliteBeside(file);
    try {
      if (moves(db)) parentPort?.postMessage('few are left');
    } finally {
      db.close();
    }
  } catch {
    // the log keeps it; where this goes on, SQLite itself tries when the log is very long
  } finally {
    Atomics.compareExchange(isAtWork, 0, AT_WORK, IDLE);
    Atomics.notify(isAtWork, 0);
  }
});

/**
 * Moves what is in the log; whoever reads or writes meanwhile is not held up, and what they add stays
 * there. After a long log the same for that, so that little is left: then, true, its writer, beside
 * whom nobody adds anything, can move the rest, and the log begins anew.
 */
function moves(db: SyncDb): boolean {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const [row] = db.prepare('pragma wal_checkpoint(passive)').all([]);
    const { log, checkpointed } = row as { log: number; checkpointed: number };
    if (log < LONG) return false;
    if (log - checkpointed <= FEW) return true;
  }
  return false;
}
