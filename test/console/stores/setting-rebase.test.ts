import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rebased } from '../../../src/console/stores/setting-rebase.ts';

describe('A draft that somebody has saved before', () => {
  const was = { cancel: { allowed: true, lines: true }, lines: [1], storeCredit: false };
  const cases: [what: string, mine: unknown, now: unknown, after: unknown][] = [
    [
      'keeps both where they touch other fields',
      { ...was, storeCredit: true },
      { ...was, cancel: { allowed: true, lines: false } },
      { ...was, cancel: { allowed: true, lines: false }, storeCredit: true },
    ],
    [
      'wins in a field both have changed',
      { ...was, lines: [1, 2] },
      { ...was, lines: [] },
      { ...was, lines: [1, 2] },
    ],
    [
      'takes away what it has taken away',
      { lines: [1], storeCredit: false },
      { ...was, lines: [3] },
      { lines: [3], storeCredit: false },
    ],
    ['brings what it has added', { ...was, gift: true }, { ...was }, { ...was, gift: true }],
    ['lets go what they have taken away', { ...was, lines: [2] }, { lines: [1] }, { lines: [2] }],
    ['wins where theirs is nothing', { ...was, lines: [2] }, null, { ...was, lines: [2] }],
    ['is theirs where it changes nothing', was, { storeCredit: true }, { storeCredit: true }],
  ];
  for (const [what, mine, now, after] of cases)
    test(what, () => assert.deepEqual(rebased(was, mine, now), after));
});
