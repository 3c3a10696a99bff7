import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { returnStates, type ReturnState } from '../../../src/contract/returns.ts';
import { isOver, mayBeCancelled, step, type Mover } from '../../../src/domain/returns/life.ts';
import { aPolicy } from '../../builders/cases.ts';

type SettleOn = ReturnType<typeof aPolicy>['returns']['settleOn'];
const go = (from: ReturnState, to: ReturnState, by: Mover, settleOn: SettleOn = 'received') =>
  step(from, to, { by, policy: aPolicy({ returns: { settleOn } }) });

describe('A return', () => {
  const steps: [ReturnState, ReturnState, Mover, 'moves on' | 'settles' | 'releases' | 'stays'][] =
    [
      ['requested', 'approved', 'shop', 'moves on'],
      ['requested', 'approved', 'customer', 'stays'],
      ['requested', 'refused', 'shop', 'releases'],
      ['requested', 'cancelled', 'customer', 'releases'],
      ['requested', 'received', 'shop', 'stays'],
      ['approved', 'label_sent', 'system', 'moves on'],
      ['approved', 'received', 'shop', 'settles'],
      ['approved', 'expired', 'system', 'releases'],
      ['approved', 'expired', 'customer', 'stays'],
      ['label_sent', 'in_transit', 'system', 'moves on'],
      ['label_sent', 'cancelled', 'customer', 'releases'],
      ['in_transit', 'cancelled', 'customer', 'stays'],
      ['in_transit', 'received', 'system', 'settles'],
      ['received', 'inspected', 'shop', 'moves on'],
      ['received', 'received', 'shop', 'stays'],
      ['inspected', 'settled', 'system', 'moves on'],
      ['inspected', 'refused', 'shop', 'releases'],
      ['settled', 'refused', 'shop', 'stays'],
      ['cancelled', 'approved', 'shop', 'stays'],
    ];
  for (const [from, to, by, expected] of steps)
    test(`that is ${from} ${expected} when the ${by} says ${to}`, () => {
      const decided = go(from, to, by);
      if (expected === 'stays') assert.deepEqual(decided, { refused: 'return_moved_on' });
      else
        assert.deepEqual(decided, {
          state: to,
          settles: expected === 'settles',
          releases: expected === 'releases',
        });
    });

  for (const settleOn of ['request', 'in_transit', 'received', 'inspected'] as const)
    test(`settles once on its way, where that is when ${settleOn}`, () => {
      const way = [
        'requested',
        'approved',
        'in_transit',
        'received',
        'inspected',
        'settled',
      ] as const;
      const settled = way.slice(1).filter((to, at) => {
        const decided = go(way[at]!, to, 'shop', settleOn);
        return 'settles' in decided && decided.settles;
      });
      assert.deepEqual(settled, [settleOn === 'request' ? 'approved' : settleOn]);
    });

  test('that skips a state settles all the same', () => {
    assert.deepEqual(go('label_sent', 'received', 'shop', 'in_transit'), {
      state: 'received',
      settles: true,
      releases: false,
    });
  });

  test('has four ends, and is its shopper’s to cancel until it leaves them', () => {
    assert.deepEqual(returnStates.filter(isOver), ['settled', 'refused', 'cancelled', 'expired']);
    assert.deepEqual(returnStates.filter(mayBeCancelled), ['requested', 'approved', 'label_sent']);
  });
});
