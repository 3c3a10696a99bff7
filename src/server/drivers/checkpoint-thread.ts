import { parentPort, workerData } from 'node:worker_threads';
import { AT_WORK, IDLE, type CheckpointWork } from './checkpoints.ts';
import { openSqliteBeside } from './sqlite.ts';

const { file, state } = workerData as CheckpointWork;
const isAtWork = new Int32Array(state);

parentPort?.on('message', () => {
  try {
    const db = openSqliteBeside(file);
    try {
      // whoever reads or writes meanwhile is not held up; what they are at stays for the next time
      db.prepare('pragma wal_checkpoint(passive)').all([]);
    } finally {
      db.close();
    }
  } catch {
    // the log keeps it; where this goes on, SQLite itself tries when the log is long
  } finally {
    Atomics.compareExchange(isAtWork, 0, AT_WORK, IDLE);
    Atomics.notify(isAtWork, 0);
  }
});
