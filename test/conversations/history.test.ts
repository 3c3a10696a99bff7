import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noPostgres } from '../builders/postgres.ts';
import { runHistory } from './history.ts';

const skip = noPostgres() ?? (process.env.FD_ENGINE && 'tried by the other Node');
for (const engine of ['SQLite', 'Postgres'] as const)
  test(
    `every message is there once, in order, with all its files, for every reader, whatever fails on the way: ${engine}`,
    {
      skip: (engine === 'Postgres' && skip) || false,
    },
    async () => {
      const seen = { faults: 0, files: 0, forgotten: 0 };
      for (let seed = 1; seen.faults < 50; seed += 1) {
        const { faults, files, forgotten } = await runHistory(seed, engine);
        seen.faults += faults;
        seen.files += files;
        seen.forgotten += forgotten;
      }
      assert.ok(seen.files > 0 && seen.forgotten > 0, 'All files, or none, were named');
    },
  );
