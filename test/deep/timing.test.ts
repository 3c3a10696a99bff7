import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noPostgres } from '../builders/postgres.ts';
import { areaUnderCurve, lookUpTimes } from '../server/look-up-times.ts';

for (const on of ['file', 'Postgres'] as const)
  for (const [mode, kinds] of [
    ['code', 'hits and misses in a strict shop'],
    ['number', 'misses of the number and of the contact in an open shop'],
  ] as const)
    test(
      `2,000 look-ups: ${kinds} cannot be told apart by their time: ${on}`,
      { skip: on === 'Postgres' && (noPostgres() ?? false) },
      async (t) => {
        const times = await lookUpTimes(2000, mode, on);
        const area = areaUnderCurve(times);
        t.diagnostic(
          `figure: ${times.one.length + times.other.length} look-ups, ${kinds} (${on}): ` +
            `ROC AUC ${area.toFixed(3)}`,
        );
        assert.ok(area > 0.45 && area < 0.55, `ROC AUC ${area}`);
      },
    );
