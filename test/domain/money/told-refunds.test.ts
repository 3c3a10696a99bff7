import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refundsTold, type Told } from '../../../src/domain/money/told-refunds.ts';

const paid: Told = { kind: 'card', amount: 9000, reference: 'pi_1', method: 'pm_visa' };
const refund = (amount: number, more: Partial<Told> = {}): Told => ({
  ...{ kind: 'card', amount: -amount, reference: 'pi_1', method: 'pm_visa' },
  ...more,
});
const bare = (amount: number): Told => ({ kind: 'card', amount: -amount });

describe('A refund that the shop moves by hand', () => {
  const owed = refund(500);
  const before = [paid, owed];
  for (const [name, told, isMade] of [
    ['is made once it is told', [paid, refund(500)], true],
    ['is made though the platform names nothing of it', [paid, bare(500)], true],
    ['is owed while it is not told', [paid], false],
    ['is owed where another sum was given back', [paid, refund(400)], false],
    ['is owed where it went another way', [paid, refund(500, { kind: 'gift_card' })], false],
    ['is owed where another card got it', [paid, refund(500, { method: 'pm_else' })], false],
  ] as const)
    test(name, () => {
      const { made, promised } = refundsTold([owed], { before, told });
      assert.deepEqual(made, isMade ? [owed] : []);
      assert.deepEqual(promised, isMade ? [] : [owed]);
    });

  test('is not taken for one of the same sum that was made before', () => {
    const old = bare(500);
    const was = [paid, old, owed];
    assert.deepEqual(refundsTold([owed], { before: was, told: [paid, old] }).made, []);
    assert.deepEqual(refundsTold([owed], { before: was, told: [paid, old, bare(500)] }).made, [
      owed,
    ]);
  });

  test('is made one by one where two are the same', () => {
    const [first, second] = [refund(500), refund(500)];
    const was = [paid, first, second];
    const told = refundsTold([first, second], { before: was, told: [paid, bare(500)] });
    assert.deepEqual([told.made.length, told.promised.length], [1, 1]);
  });

  test('is promised only of what the shop has not given back otherwise', () => {
    const all = refund(9000);
    const told = refundsTold([all], { before: [paid, all], told: [paid, bare(8000)] });
    assert.deepEqual([told.made, told.promised], [[], []]);
  });

  test('that is no part of what paid the order is promised by nothing', () => {
    const { made, promised } = refundsTold([owed], { before: [paid], told: [paid] });
    assert.deepEqual([made, promised], [[], []]);
  });
});
