import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHistory } from '../conversations/history.ts';
import { noPostgres } from '../builders/postgres.ts';

const FAULTS = 500;

for (const engine of ['SQLite', 'Postgres'] as const)
  test(
    `every message is there once, in order, for every reader, through ${FAULTS} faults: ${engine}`,
    { skip: engine === 'Postgres' && (noPostgres() ?? false) },
    async (t) => {
      let [faults, messages, runs] = [0, 0, 0];
      for (; faults < FAULTS; runs += 1) {
        const told = await runHistory(runs + 1_000, engine);
        faults += told.faults;
        messages += told.messages;
      }
      assert.ok(faults >= FAULTS);
      t.diagnostic(
        `figure: ${faults} faults in ${runs} talks of three tabs and the console on ${engine}: ` +
          `${messages} messages, 0 lost, 0 twice`,
      );
    },
  );
