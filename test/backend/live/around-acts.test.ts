import { describe, test } from 'node:test';
import { engines } from '../../builders/engines.ts';
import { checkAroundActs, checkNeverMore } from './around-acts.ts';

/** A database of its own for each end costs Postgres more than all else. */
const RUNS: Record<string, number> = { libsql: 12, Postgres: 2 };

describe('Orders that are told around what is done at the desk, late, twice and in any order', () => {
  for (const { name, skip = false, ...engine } of engines().filter((each) => each.name in RUNS)) {
    const runs = RUNS[name]!;
    test(`end as if they had come when they were told, on ${name}`, { skip }, () =>
      checkAroundActs({ name, ...engine }, runs),
    );
    test(
      `never give back more than was paid, whatever their shop knows, on ${name}`,
      { skip },
      () => checkNeverMore({ name, ...engine }, runs),
    );
  }
});
