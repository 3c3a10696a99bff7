import { describe, test } from 'node:test';
import { engines } from '../../builders/engines.ts';
import { checkAnyOrder } from './any-order.ts';

/** A database of its own for each end costs Postgres more than all else. */
const RUNS: Record<string, number> = { libsql: 25, Postgres: 4 };

describe('Webhooks that come late, twice and in any order', () => {
  for (const engine of engines().filter(({ name }) => name in RUNS))
    test(
      `end in what they would have ended in as they happened, on ${engine.name}`,
      {
        skip: engine.skip ?? false,
      },
      () => checkAnyOrder(engine, RUNS[engine.name]!),
    );
});
