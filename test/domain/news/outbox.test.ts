import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  jitter,
  longestRetryAfter,
  mostAttempts,
  resultOf,
  retryAfterOf,
  retryDelays,
  settle,
  type Outcome,
} from '../../../src/domain/news/outbox.ts';

const HOUR = 3600;
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const refusal: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    status: fc
      .integer({ min: 100, max: 599 })
      .filter((status) => status !== 410 && (status < 200 || status > 299)),
    retryAfter: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
  }),
  fc.record({ failure: fc.constantFrom('timeout', 'unreachable', 'private_address') }),
);

describe('what becomes of a delivery', () => {
  test('waits grow, and go on for about three days', () => {
    assert.deepEqual(
      retryDelays.toSorted((one, other) => one - other),
      retryDelays,
    );
    const all = retryDelays.reduce((sum, delay) => sum + delay, 0);
    assert.ok(all > 66 * HOUR && all < 76 * HOUR, `${all / HOUR} h`);
  });

  for (const [outcome, state] of [
    [{ status: 200 }, 'delivered'],
    [{ status: 204 }, 'delivered'],
    [{ status: 301 }, 'pending'],
    [{ status: 400 }, 'pending'],
    [{ status: 410 }, 'dead'],
    [{ status: 429 }, 'pending'],
    [{ status: 500 }, 'pending'],
    [{ failure: 'timeout' }, 'pending'],
    [{ failure: 'unreachable' }, 'pending'],
    [{ failure: 'not_configured' }, 'dead'],
  ] as [Outcome, string][])
    test(`${resultOf(outcome)} at first: ${state}`, () => {
      assert.equal(settle(1, outcome, 0.5).state, state);
    });

  test('whatever fails is tried again until the last attempt, then it is dead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 * mostAttempts }),
        refusal,
        chance,
        (nth, it, luck) => {
          assert.equal(settle(nth, it, luck).state, nth < mostAttempts ? 'pending' : 'dead');
        },
      ),
    );
  });

  test('a wait is its delay give or take the jitter, or what the receiver asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: mostAttempts - 1 }),
        refusal,
        chance,
        (nth, it, luck) => {
          const { seconds } = settle(nth, it, luck);
          const delay = retryDelays[nth - 1]!;
          const asked = 'status' in it ? (it.retryAfter ?? 0) : 0;
          assert.ok(seconds >= Math.min(asked, longestRetryAfter));
          assert.ok(seconds >= delay * (1 - jitter) - 1e-6);
          assert.ok(
            seconds <= Math.max(delay * (1 + jitter) + 1e-6, Math.min(asked, longestRetryAfter)),
          );
        },
      ),
    );
  });

  test('any run of answers ends: delivered at the first yes, dead after at most so many', () => {
    const answer = fc.oneof(refusal, fc.record({ status: fc.constantFrom(200, 202, 410) }));
    fc.assert(
      fc.property(fc.infiniteStream(answer), chance, (answers, luck) => {
        let attempts = 0;
        for (const outcome of answers) {
          attempts += 1;
          const { state } = settle(attempts, outcome, luck);
          if (state === 'pending') continue;
          const yes = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
          assert.equal(state, yes ? 'delivered' : 'dead');
          break;
        }
        assert.ok(attempts <= mostAttempts);
      }),
    );
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-23T09:00:00.000Z');
  for (const [header, seconds] of [
    ['120', 120],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 09:02:00 GMT', 120],
    ['Mon, 23 Nov 2026 08:00:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ] as const)
    test(`${header}: ${seconds}`, () => assert.equal(retryAfterOf(header, now), seconds));
});
