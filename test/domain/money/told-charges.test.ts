import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chargesKept, type OwnCharge } from '../../../src/domain/money/told-charges.ts';
import type { Told } from '../../../src/domain/money/told-refunds.ts';

const paid = (amount: number, more: Partial<Told> = {}): Told => ({
  ...{ kind: 'card', amount, method: 'pm_visa' },
  ...more,
});
const own = (names: readonly string[] = []): OwnCharge => ({
  ...{ kind: 'card', amount: 1000, method: 'pm_visa' },
  names,
});
const first = paid(9000, { reference: 'pi_1' });

describe('What was charged here', () => {
  const before = [first, paid(1000)];
  for (const [name, told, kept] of [
    ['is kept while it is not told', [first], [1000]],
    ['is told as it is', [first, paid(1000)], []],
    ['is told in another way', [first, paid(1000, { kind: 'paypal' })], []],
    ['is told as a part of what was paid', [paid(10_000)], []],
    ['is kept so far as the order’s payments are less than they were', [paid(9400)], [600]],
    ['is kept where money was given back', [first, paid(-1000)], [1000]],
  ] as const)
    test(name, () => {
      const charges = chargesKept([own()], { before, told });
      assert.deepEqual(
        charges.map(({ amount }) => amount),
        kept,
      );
    });

  test('has the names of its parts once they have moved', () => {
    const parts = [paid(600, { reference: 'ch_1' }), paid(400, { reference: 'ch_2' })];
    const of = { before: [first, ...parts], told: [first] };
    assert.deepEqual(chargesKept([own(['ch_1', 'ch_2'])], of), parts);
    assert.deepEqual(chargesKept([own()], of), []);
  });

  test('is one payment, however many look like it', () => {
    const of = { before: [...before, paid(1000)], told: [first] };
    assert.equal(chargesKept([own()], of).length, 1);
    assert.equal(chargesKept([own(), own()], of).length, 2);
  });

  test('is nothing else that the shop no longer tells', () => {
    assert.deepEqual(chargesKept([own()], { before: [first], told: [] }), []);
  });
});
