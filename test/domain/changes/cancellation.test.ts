import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CancellationRequest } from '../../../src/contract/cancellations.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import type { Change, Refused } from '../../../src/domain/changes/changes.ts';
import { sumOf, type OrderRecord } from '../../../src/domain/orders/orders.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import { aCase, aDelivered, aLine, aPolicy, type PolicyWish } from '../../builders/cases.ts';

const now = new Date('2026-01-01T12:00:00.000Z');

const cancel = (of: Case, wish: Partial<CancellationRequest> = {}, policy: PolicyWish = {}) =>
  decideCancellation({
    case: of,
    policy: aPolicy(policy),
    request: CancellationRequest.parse({ reason: 'no_longer_needed', ...wish }),
    now,
    methods: [],
  });

function done(decided: Change | Refused): Change & { order: OrderRecord } {
  assert.ok('kind' in decided, JSON.stringify(decided));
  const { order } = decided;
  assert.ok(order);
  return { ...decided, order };
}

const two = [
  aLine({ id: 'l1', quantity: 2, unitPrice: 8900 }),
  aLine({ id: 'l2', variant: 'wax', quantity: 3, unitPrice: 333 }),
];
const rich: Partial<OrderRecord> = {
  lines: two,
  discounts: [{ label: 'Welcome', amount: -1000 }],
  shipping: 495,
  tax: 1777,
  taxIncluded: false,
};

describe('Cancelling a whole order', () => {
  test('keeps its lines, gives back all that was paid, and brings the goods to the shelf', () => {
    const of = aCase(rich);
    const change = done(cancel(of));
    assert.equal(change.order.status, 'cancelled');
    assert.deepEqual(change.order.lines, of.order.lines);
    assert.deepEqual(change.sums, [
      { kind: 'item', line: 'l1', amount: 17_800 },
      { kind: 'item', line: 'l2', amount: 999 },
      { kind: 'discount', label: 'Welcome', amount: -1000 },
      { kind: 'shipping', amount: 495 },
      { kind: 'tax', amount: 1777 },
    ]);
    assert.deepEqual(
      change.moves.map(({ method, amount }) => [method, amount]),
      [['visa', 20_071]],
    );
    assert.deepEqual(change.order.payments.at(-1), {
      kind: 'card',
      label: 'Visa',
      lastFour: '4242',
      method: 'visa',
      amount: -20_071,
    });
    assert.deepEqual(change.stock, [
      { variant: 'boots-38', by: 2 },
      { variant: 'wax', by: 3 },
    ]);
  });

  test('is the same when every unit is named', () => {
    const lines = two.map(({ id, quantity }) => ({ line: id, quantity }));
    assert.deepEqual(cancel(aCase(rich), { lines }), cancel(aCase(rich)));
  });

  test('says how long each kind of payment takes', () => {
    const payments = [
      { kind: 'gift_card', label: 'Gift card', method: 'g1', amount: 2500 },
      { kind: 'card', label: 'Visa', method: 'visa', reference: 'pi_1', amount: 7500 },
    ] as const;
    const refundDays = { card: { from: 5, to: 7 } };
    const { moves } = done(cancel(aCase({ payments: [...payments] }), {}, { refundDays }));
    assert.deepEqual(
      moves.map(({ kind, reference, amount, days }) => [kind, reference, amount, days]),
      [
        ['gift_card', undefined, 2500, { from: 0, to: 0 }],
        ['card', 'pi_1', 7500, { from: 5, to: 7 }],
      ],
    );
  });

  test('gives store credit where it is asked for, and where the shop has it', () => {
    const { moves } = done(cancel(aCase(), { refundTo: 'store_credit' }));
    assert.deepEqual(
      moves.map(({ kind, label, amount }) => [kind, label, amount]),
      [['store_credit', 'Store credit', 10_000]],
    );
    assert.deepEqual(cancel(aCase(), { refundTo: 'store_credit' }, { storeCredit: false }), {
      refused: 'payment_method_refused',
    });
  });

  test('gives nothing back of what was never paid', () => {
    const change = done(cancel(aCase({ payments: [] })));
    assert.deepEqual(change.moves, []);
    assert.deepEqual(change.sums.at(-1), { kind: 'unpaid', amount: -10_000 });
  });

  test('waits with the money until the shop has agreed', () => {
    const change = done(cancel(aCase(), {}, { cancel: { review: true, undoMinutes: 15 } }));
    assert.equal(change.review, true);
    assert.equal(change.moves[0]?.now, false);
    assert.equal(change.undoUntil, undefined);
  });

  test('can be taken back for as long as the shop says', () => {
    const { undoUntil } = done(cancel(aCase(), {}, { cancel: { undoMinutes: 15 } }));
    assert.equal(undoUntil, '2026-01-01T12:15:00.000Z');
  });
});

describe('Cancelling a part of an order', () => {
  test('shrinks lines, discounts and tax by their shares, and leaves shipping', () => {
    const { order, sums, moves } = done(
      cancel(aCase(rich), { lines: [{ line: 'l1', quantity: 1 }] }),
    );
    assert.deepEqual(
      order.lines.map(({ id, quantity }) => [id, quantity]),
      [
        ['l1', 1],
        ['l2', 3],
      ],
    );
    assert.deepEqual(sums, [
      { kind: 'item', line: 'l1', amount: 8900 },
      { kind: 'discount', label: 'Welcome', amount: -473 },
      { kind: 'tax', amount: 841 },
    ]);
    assert.equal(order.total, sumOf(order));
    assert.equal(moves[0]?.amount, 8900 - 473 + 841);
  });

  test('takes a line away of which nothing is left', () => {
    const { order } = done(cancel(aCase(rich), { lines: [{ line: 'l2', quantity: 3 }] }));
    assert.deepEqual(
      order.lines.map(({ id }) => id),
      ['l1'],
    );
  });

  const refusals: [string, Partial<CancellationRequest>, PolicyWish, Refused][] = [
    [
      'more than there is',
      { lines: [{ line: 'l2', quantity: 4 }] },
      {},
      { refused: 'nothing_left', lines: ['l2'] },
    ],
    [
      'more than there is, in two parts',
      {
        lines: [
          { line: 'l2', quantity: 2 },
          { line: 'l2', quantity: 2 },
        ],
      },
      {},
      { refused: 'nothing_left', lines: ['l2'] },
    ],
    [
      'a line of another order',
      { lines: [{ line: 'other', quantity: 1 }] },
      {},
      { refused: 'nothing_left', lines: ['other'] },
    ],
    [
      'a part where the shop does so with whole orders only',
      { lines: [{ line: 'l1', quantity: 1 }] },
      { cancel: { lines: false } },
      { refused: 'not_offered' },
    ],
  ];
  for (const [what, wish, policy, refused] of refusals)
    test(`is refused for ${what}`, () => {
      assert.deepEqual(cancel(aCase(rich), wish, policy), refused);
    });
});

describe('Cancelling is refused', () => {
  const table: [string, Case, PolicyWish, Refused['refused']][] = [
    ['once it is cancelled', aCase({ status: 'cancelled' }), {}, 'order_cancelled'],
    ['once the warehouse has begun', aCase({ status: 'processing' }), {}, 'already_in_hand'],
    ['once it has arrived', aDelivered(), {}, 'already_in_hand'],
    ['where the shop does not', aCase(), { cancel: { allowed: false } }, 'not_offered'],
    [
      'for a reason the shop does not know',
      aCase(),
      { cancel: { reasons: ['ordered_by_mistake'] } },
      'not_offered',
    ],
    ['after a change', aCase({}, { edits: 1 }), { cancel: { afterEdit: false } }, 'already_edited'],
    ['to a blocked customer', aCase(), { blockedCustomers: ['anna'] }, 'customer_blocked'],
    ['at high risk', aCase({ risk: 'high' }), { highRisk: 'refuse' }, 'customer_blocked'],
    [
      'after the cut-off',
      aCase(),
      { cancel: { cutoff: { from: 'order', days: 1 / 24 } } },
      'window_closed',
    ],
  ];
  for (const [when, of, policy, refused] of table)
    test(when, () => {
      assert.deepEqual(cancel(of, {}, policy), { refused });
    });

  test('not by a warehouse that has begun, where it may until it leaves', () => {
    done(cancel(aCase({ status: 'processing' }), {}, { cancel: { until: 'shipped' } }));
  });
});

describe('Cancelling an order bit by bit', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), unitPrice: fc.nat(100_000) });
  const orders = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    off: fc.double({ min: 0, max: 1, noNaN: true }),
    shipping: fc.nat(1000),
    tax: fc.nat(20_000),
    taxIncluded: fc.boolean(),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    cards: fc.nat(100_000),
  });

  test('gives back all of it and no more, and no method more than it paid', () => {
    fc.assert(
      fc.property(orders, ({ lines, off, cards, ...rest }) => {
        const gross = lines.reduce((sum, each) => sum + each.quantity * each.unitPrice, 0);
        let of = aCase({
          ...rest,
          lines: lines.map((each, at) => aLine({ id: `l${at}`, ...each })),
          discounts: [{ label: 'Off', amount: Math.ceil(-gross * off) || 0 }],
        });
        const { total } = of.order;
        const first = Math.min(cards, total);
        const gift = {
          kind: 'gift_card',
          label: 'Gift card',
          method: 'g1',
          amount: first,
        } as const;
        const visa = { kind: 'card', label: 'Visa', method: 'v1', amount: total - first } as const;
        of = { ...of, order: { ...of.order, payments: [gift, visa] } };
        let back = 0;
        while (of.order.status !== 'cancelled') {
          const { order, sums, moves } = done(
            cancel(of, { lines: [{ line: of.order.lines[0]!.id, quantity: 1 }] }),
          );
          const moved = moves.reduce((sum, { amount }) => sum + amount, 0);
          assert.equal(
            sums.reduce((sum, { amount }) => sum + amount, 0),
            moved,
          );
          back += moved;
          if (order.status !== 'cancelled') assert.equal(order.total, of.order.total - moved);
          of = { ...of, order };
        }
        assert.equal(back, total);
        for (const method of ['g1', 'v1']) {
          const own = of.order.payments.filter((payment) => payment.method === method);
          assert.equal(
            own.reduce((sum, { amount }) => sum + amount, 0),
            0,
          );
        }
      }),
    );
  });
});
