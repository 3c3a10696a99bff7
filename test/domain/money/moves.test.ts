import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failedMove } from '../../../src/domain/money/move-failures.ts';
import { tried, type MoveAnswer, type Tried, type Try } from '../../../src/domain/money/moves.ts';
import { mostAttempts, retryDelays } from '../../../src/domain/news/outbox.ts';
import { movedAs } from '../../../src/domain/money/paid.ts';
import { offered } from '../../../src/domain/policy/offered.ts';
import { presets } from '../../../src/domain/policy/presets/presets.ts';

const once: Try = { attempts: 1, isNamed: false, isOverdue: false, chance: 0.5 };
const pending: MoveAnswer = { state: 'pending', reference: 're_1' };
const DAY = 86_400;

describe('A move after a try', () => {
  const cases: [string, MoveAnswer, Partial<Try>, Tried][] = [
    [
      'is done with what has moved',
      { state: 'succeeded', reference: 're_1', amount: 5 },
      {},
      { state: 'done', reference: 're_1', amount: 5 },
    ],
    [
      'of which nothing has moved has failed',
      { state: 'succeeded', reference: 're_1', amount: 0 },
      {},
      { state: 'failed', result: 'refused' },
    ],
    [
      'that is pending is looked at soon',
      pending,
      {},
      { state: 'moving', seconds: 10, result: 'pending', reference: 're_1' },
    ],
    [
      'that is pending is looked at for ever',
      pending,
      { attempts: 99, isNamed: true },
      { state: 'moving', seconds: DAY, result: 'pending', reference: 're_1' },
    ],
    [
      'with a clear no has failed',
      failedMove('declined'),
      {},
      { state: 'failed', result: 'declined' },
    ],
    [
      'without an answer is tried again, later each time',
      failedMove('unreachable'),
      { attempts: 2 },
      { state: 'moving', seconds: 60, result: 'unreachable' },
    ],
    [
      'without an answer so often is given up',
      failedMove('unreachable'),
      { attempts: mostAttempts },
      { state: 'failed', result: 'unreachable' },
    ],
    [
      'that could not be looked at is looked at again',
      failedMove('unreachable'),
      { attempts: mostAttempts, isNamed: true },
      { state: 'moving', seconds: DAY, result: 'unreachable' },
    ],
    [
      'that has surely not moved in time has failed',
      failedMove('busy'),
      { isOverdue: true },
      { state: 'failed', result: 'busy' },
    ],
    [
      'that may have moved in time is asked for until that is known',
      failedMove('provider_error'),
      { isOverdue: true },
      { state: 'moving', seconds: 10, result: 'provider_error' },
    ],
  ];
  for (const [name, answer, of, wanted] of cases)
    test(name, () => assert.deepEqual(tried(answer, { ...once, ...of }), wanted));

  test('waits as what the shop’s own systems are told', () => {
    const waits = retryDelays.map((_, nth) => {
      const next = tried(failedMove('unreachable'), { ...once, attempts: nth + 1 });
      return next.state === 'moving' && next.seconds;
    });
    assert.deepEqual(waits, retryDelays);
  });
});

describe('A payment that was charged', () => {
  const visa = { kind: 'card', method: 'visa', label: 'Visa' } as const;
  const old = { ...visa, amount: 100, reference: 'pi_1' };

  test('has its provider’s name, a part of it too', () => {
    const charge = { ...visa, amount: -30 };
    assert.deepEqual(movedAs([old, { ...visa, amount: 50 }], charge, 'pi_2'), [
      old,
      { ...visa, amount: 30, reference: 'pi_2' },
      { ...visa, amount: 20 },
    ]);
  });

  test('that never was one leaves no trace of it', () => {
    const half = { ...visa, amount: 50 };
    assert.deepEqual(movedAs([old, half], { ...visa, amount: -50 }, undefined), [old]);
    const back = { ...visa, amount: -20 };
    assert.deepEqual(movedAs([half, back], { ...visa, amount: 20 }, undefined), [half]);
  });

  test('that the order does not know leaves it as it is', () => {
    assert.deepEqual(movedAs([old], { ...visa, amount: -30 }, 'pi_2'), [old]);
  });
});

describe('A policy', () => {
  test('offers no way back without who makes its label, and nothing at once without a hold', () => {
    const { returns } = offered(presets.fashion, { labels: ['label'], hold: false });
    assert.deepEqual(returns.methods, ['label', 'own']);
    assert.deepEqual([returns.allowed, returns.instantExchange], [true, false]);
  });

  test('offers no returns where there is no way back at all', () => {
    const only = { ...presets.default.returns, methods: ['pick_up' as const] };
    const { returns } = offered({ ...presets.default, returns: only }, { labels: [], hold: true });
    assert.equal(returns.allowed, false);
  });
});
