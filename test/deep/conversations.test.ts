import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHistory } from '../conversations/history.ts';
import { noPostgres } from '../builders/postgres.ts';

const FAULTS = 500;

for (const engine of ['SQLite', 'Postgres'] as const)
  test(
    `every message is there once, in order, with all its files, for every reader, through ${FAULTS} faults: ${engine}`,
    { skip: engine === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      const sum = { faults: 0, messages: 0, files: 0, forgotten: 0 };
      let runs = 0;
      for (; sum.faults < FAULTS; runs += 1) {
        const told = await runHistory(runs + 1_000, engine);
        for (const what of ['faults', 'messages', 'files', 'forgotten'] as const)
          sum[what] += told[what];
      }
      assert.ok(
        sum.files > 0 && sum.forgotten > 0,
        'No file was sent, or none was named by nothing',
      );
      t.diagnostic(
        `figure: faults in talks of three tabs and the console, ${engine}: ${sum.faults} in ${runs} talks, ` +
          `${sum.messages} messages with ${sum.files} files, 0 lost, 0 twice, 0 torn; ` +
          `${sum.forgotten} files that none of them names forgotten`,
      );
    },
  );
