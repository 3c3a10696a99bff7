import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answering } from '../../../src/domain/conversations/hours.ts';

const timeZone = 'Europe/Brussels';
const workdays = { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' };
const saturday = { days: [6], opens: '10:00', closes: '13:00' };
const hours = [workdays, saturday];
const at = (instant: string, waits: number[] = []) =>
  answering(new Date(instant), { hours, timeZone, waits });

describe('When a person answers', () => {
  test('is told by the shop’s hours, where the shop is', () => {
    const cases: [now: string, opensAt: string | undefined][] = [
      ['2026-11-23T08:00:00.000Z', undefined],
      ['2026-11-23T16:59:59.000Z', undefined],
      ['2026-11-23T07:59:59.000Z', '2026-11-23T08:00:00.000Z'],
      ['2026-11-23T17:00:00.000Z', '2026-11-24T08:00:00.000Z'],
      ['2026-11-27T20:00:00.000Z', '2026-11-28T09:00:00.000Z'],
      ['2026-11-28T12:00:00.000Z', '2026-11-30T08:00:00.000Z'],
      // the night the clocks go back, and the one they go forward
      ['2026-10-24T20:00:00.000Z', '2026-10-26T08:00:00.000Z'],
      ['2026-03-28T20:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    ];
    for (const [now, opensAt] of cases)
      assert.deepEqual(
        at(now),
        opensAt === undefined ? { open: true } : { open: false, opensAt },
        now,
      );
  });

  test('is always, where a shop has told no hours', () => {
    assert.deepEqual(answering(new Date(), { timeZone, waits: [] }), { open: true });
  });

  test('is told by what three of four waited, and no finer than it is known', () => {
    const open = '2026-11-23T10:00:00.000Z';
    assert.deepEqual(at(open, [60, 60, 60, 60]), { open: true });
    const cases: [waits: number[], minutes: number][] = [
      [[1, 1, 1, 1, 1], 1],
      [[30, 60, 100, 200, 9000], 4],
      [[700, 700, 700, 700, 700], 15],
      [[4000, 4000, 4000, 4000, 4000], 120],
    ];
    for (const [waits, minutes] of cases)
      assert.deepEqual(at(open, waits), { open: true, minutes });
  });
});
