import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noPostgres } from '../builders/postgres.ts';
import { runHistory } from './history.ts';

const skip = noPostgres() ?? (process.env.FD_ENGINE && 'tried by the other Node');
for (const engine of ['SQLite', 'Postgres'] as const)
  test(
    `every message is there once, in order, for every reader, whatever fails on the way: ${engine}`,
    {
      skip: (engine === 'Postgres' && skip) || false,
    },
    async () => {
      let faults = 0;
      for (let seed = 1; faults < 50; seed += 1) faults += (await runHistory(seed, engine)).faults;
      assert.ok(faults >= 50);
    },
  );
