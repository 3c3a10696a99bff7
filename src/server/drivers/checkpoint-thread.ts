import { parentPort, workerData } from 'node:worker_threads';
import type { SyncDb } from '../../backend/storage/dialect.ts';
import { AT_WORK, IDLE, type CheckpointWork, type Moved } from './checkpoints.ts';
import { openSqliteBeside } from './sqlite.ts';

const { file, state, long } = workerData as CheckpointWork;
const isAtWork = new Int32Array(state);

parentPort?.on('message', () => {
  let moved: Moved = 'enough';
  try {
    const db = openSqliteBeside(file);
    try {
      moved = move(db);
    } finally {
      db.close();
    }
  } catch {
    // the log keeps it; where this goes on, SQLite itself tries when the log is very long
  } finally {
    Atomics.compareExchange(isAtWork, 0, AT_WORK, IDLE);
    Atomics.notify(isAtWork, 0);
    parentPort?.postMessage(moved);
  }
});

/**
 * Moves what is in the log; whoever reads or writes meanwhile is not held up, and what they add stays
 * there. SQLite counts only what was there before: of a long log all has to be moved but that.
 */
function move(db: SyncDb): Moved {
  const [row] = db.prepare('pragma wal_checkpoint(passive)').all([]);
  const { log, checkpointed } = row as { log: number; checkpointed: number };
  return log >= long && checkpointed === log ? 'few are left' : 'enough';
}
