import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refundsTold, type OwnRefund, type Told } from '../../../src/domain/money/told-refunds.ts';

const paid: Told = { kind: 'card', amount: 9000, reference: 'pi_1', method: 'pm_visa' };
const refund = (amount: number, more: Partial<Told> = {}): Told => ({
  ...{ kind: 'card', amount: -amount, reference: 'pi_1', method: 'pm_visa' },
  ...more,
});
const own = (amount: number, more: Partial<OwnRefund> = {}): OwnRefund => ({
  ...{ kind: 'card', amount: -amount, reference: 'pi_1', method: 'pm_visa' },
  ...{ whole: `refund of ${amount}`, byHand: false, isBeside: false },
  ...more,
});
const bare = (amount: number): Told => ({ kind: 'card', amount: -amount });
const byHand = { byHand: true };

/** What is made by hand, and what is kept of those that are not told. */
const after = (
  refunds: readonly OwnRefund[],
  told: readonly Told[],
  before = [paid, ...refunds],
) => {
  const { made, kept } = refundsTold(refunds, { before, told });
  return { made, kept: kept.map(({ amount }) => amount) };
};

describe('A refund that was decided here', () => {
  const given = own(500, { movedAs: 're_1' });
  for (const [name, told, isKept] of [
    ['is none of the news where it is told', [paid, refund(500)], false],
    ['is known by its own name as well', [paid, refund(500, { reference: 're_1' })], false],
    ['is told though the platform names nothing of it', [paid, bare(500)], false],
    ['is kept while it is not told', [paid], true],
    ['is kept where another sum was given back', [paid, refund(400)], true],
    ['is kept where it went another way', [paid, refund(500, { kind: 'gift_card' })], true],
    ['is kept where another card got it', [paid, refund(500, { method: 'pm_else' })], true],
    ['is kept where another refund is named', [paid, refund(500, { reference: 're_2' })], true],
  ] as const)
    for (const [now, refunded] of [
      ['', given],
      [', by hand', { ...given, ...byHand }],
    ] as const)
      test(`${name}${now}`, () => {
        assert.deepEqual(after([refunded], told), {
          made: isKept || !refunded.byHand ? [] : [refunded],
          kept: isKept ? [-500] : [],
        });
      });

  test('is kept though an order that was told since had forgotten it', () => {
    assert.deepEqual(after([given], [paid], [paid]).kept, [-500]);
  });

  test('is not taken for one of the same sum that was told before', () => {
    const was = [paid, bare(500), given];
    assert.deepEqual(after([given], [paid, bare(500)], was).kept, [-500]);
    assert.deepEqual(after([given], [paid, bare(500), bare(500)], was).kept, []);
  });

  test('is told one by one where two are the same, the one by hand last', () => {
    const [hand, done] = [own(500, { ...byHand, whole: 'a' }), own(500, { whole: 'b' })];
    assert.deepEqual(after([hand, done], [paid, bare(500)]), { made: [], kept: [-500] });
    assert.deepEqual(after([hand, done], [paid, bare(500), bare(500)]), { made: [hand], kept: [] });
  });

  test('in parts is told whole, or in parts', () => {
    const parts = [own(300, { whole: 'a' }), own(200, { ...byHand, whole: 'a' })];
    const before = [paid, bare(500)];
    for (const [told, kept, made] of [
      [[paid], [-500], []],
      [[paid, bare(300)], [-200], []],
      [[paid, bare(500)], [], [parts[1]]],
      [[paid, bare(300), bare(200)], [], [parts[1]]],
    ] as const)
      assert.deepEqual(after(parts, told, before), { made, kept });
  });

  test('is kept only so far as the shop has not given it back otherwise', () => {
    assert.deepEqual(after([own(9000)], [paid, bare(8000)]).kept, [-1000]);
    assert.deepEqual(after([own(9000)], [paid, bare(4000), bare(5000)]).kept, []);
    assert.deepEqual(after([own(9000)], []).kept, []);
  });

  test('that is no part of what paid the order is told, and never kept', () => {
    const beside = own(500, { ...byHand, isBeside: true });
    assert.deepEqual(after([beside], [paid], [paid]), { made: [], kept: [] });
    assert.deepEqual(after([beside], [paid, bare(500)], [paid]), { made: [beside], kept: [] });
  });
});
