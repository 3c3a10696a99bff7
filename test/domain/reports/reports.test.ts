import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Resolution } from '../../../src/contract/actions.ts';
import { ReportRequest } from '../../../src/contract/reports.ts';
import type { Change, Refused, VariantRecord } from '../../../src/domain/changes/changes.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import { decideReport, type ReportChange } from '../../../src/domain/reports/reports.ts';
import { decideReturn } from '../../../src/domain/returns/returns.ts';
import { ReturnRequest } from '../../../src/contract/returns.ts';
import {
  aCase,
  aDelivered,
  aLine,
  aParcel,
  aPolicy,
  aReport,
  aReturn,
  aVariant,
  visa,
  type PolicyWish,
} from '../../builders/cases.ts';

const now = new Date('2026-01-06T10:00:00.000Z');
const resolve: Resolution[] = ['refund', 'resend', 'replace'];

interface Around {
  policy?: PolicyWish;
  variants?: VariantRecord[];
}
const around = (of: Case, { policy, variants = [aVariant()] }: Around) => ({
  ...{ case: of, policy: aPolicy({ reports: { resolve }, ...policy }), now, methods: [visa] },
  variants: new Map(variants.map((each) => [each.id, each])),
});
const tell = (of: Case, wish: object, how: Around = {}) =>
  decideReport({ ...around(of, how), request: ReportRequest.parse(wish) });

function done(decided: ReportChange | Refused): ReportChange {
  assert.ok('kind' in decided, JSON.stringify(decided));
  return decided;
}
const sums = ({ sums: all }: Change) => all.map(({ kind, amount }) => [kind, amount]);
const moves = ({ moves: all }: Change) =>
  all.map(({ method, amount, now: at }) => [method, amount, at]);

const damaged = { kind: 'damaged', resolution: 'refund' };
const rich = {
  lines: [
    aLine({ quantity: 3, unitPrice: 3333 }),
    aLine({ id: 'l2', variant: 'wax', unitPrice: 1 }),
  ],
  discounts: [{ label: 'Welcome', amount: -1000 }],
  ...{ tax: 901, taxIncluded: false, shipping: 500 },
};
const lost = aCase({
  shipments: [
    aParcel({
      status: 'in_transit',
      events: [{ at: '2025-12-20T10:00:00.000Z', status: 'in_transit', text: 'On its way' }],
    }),
  ],
});

describe('A report that is settled at once', () => {
  test('gives back the item with its shares, to what paid', () => {
    const change = done(
      tell(aDelivered(rich), { ...damaged, lines: [{ line: 'l1', quantity: 1 }] }),
    );
    assert.deepEqual(sums(change), [
      ['item', 3333],
      ['discount', -333],
      ['tax', 300],
    ]);
    assert.deepEqual(moves(change), [['visa', 3300, true]]);
    assert.equal(change.order?.payments.at(-1)?.amount, -3300);
    assert.equal(change.review, false);
    assert.deepEqual(change.report.lines, [
      { line: 'l1', quantity: 1, discount: -333, tax: 300, shipping: 0 },
    ]);
  });

  test('gives back the way there too, where the shop pays for its faults', () => {
    const policy: PolicyWish = { returns: { refundShipping: 'shop_at_fault' } };
    const change = done(tell(aDelivered(rich), damaged, { policy }));
    assert.deepEqual(moves(change), [['visa', 10_000 - 1000 + 901 + 500, true]]);
  });

  test('sends it again and sets it aside, and moves no money', () => {
    for (const [of, wish] of [
      [aDelivered(), { kind: 'damaged', resolution: 'replace' }],
      [lost, { kind: 'lost', resolution: 'resend' }],
    ] as const) {
      const change = done(tell(of, wish));
      assert.deepEqual([change.sums, change.moves, change.order], [[], [], undefined]);
      assert.deepEqual(change.stock, [{ variant: 'boots-38', by: -1 }]);
    }
  });

  test('sends only what is there, counted over all its lines', () => {
    const of = aDelivered({ lines: [aLine(), aLine({ id: 'l2' })] });
    const wish = { kind: 'missing', resolution: 'resend' };
    const shelf = (stock: number) => ({ variants: [aVariant({ stock })] });
    assert.deepEqual(tell(of, wish, shelf(1)), { refused: 'variant_unavailable' });
    assert.equal(done(tell(of, wish, shelf(2))).stock.length, 2);
  });

  test('gives back no more than is left of what was paid', () => {
    const { order } = aDelivered();
    const back = { ...order.payments[0]!, amount: -9000 };
    const change = done(tell(aDelivered({ payments: [...order.payments, back] }), damaged));
    assert.deepEqual(moves(change), [['visa', 1000, true]]);
    assert.deepEqual(sums(change).at(-1), ['unpaid', -9000]);
  });

  test('leaves nothing to be returned', () => {
    const request = ReturnRequest.parse({
      lines: [{ line: 'l1', quantity: 1, reason: 'damaged', outcome: { kind: 'refund' } }],
      method: 'own',
    });
    const of = aDelivered({}, { reports: [aReport()] });
    const answer = decideReturn({ ...around(of, {}), request });
    assert.deepEqual(answer, { refused: 'nothing_left', lines: ['l1'] });
  });
});

describe('A report that is kept for the shop’s people', () => {
  const table: [string, Case, object, Around][] = [
    ['asks for nothing', aDelivered(), { kind: 'damaged' }, {}],
    [
      'is of too much',
      aDelivered(),
      damaged,
      { policy: { reports: { resolve, resolveBelow: 10_000 } } },
    ],
    [
      'is of too much with what was settled before',
      aDelivered({ lines: [aLine({ quantity: 2, unitPrice: 6000 })] }, { reports: [aReport()] }),
      damaged,
      { policy: { reports: { resolve, resolveBelow: 10_000 } } },
    ],
    [
      'comes when nothing can be returned any more',
      aDelivered(),
      damaged,
      { policy: { returns: { window: { from: 'delivery', days: 0.5 } } } },
    ],
    ['is of an order of high risk', aDelivered({ risk: 'high' }), damaged, {}],
    ['is of a blocked customer', aDelivered(), damaged, { policy: { blockedCustomers: ['anna'] } }],
  ];
  for (const [what, of, wish, how] of table)
    test(what, () => {
      const change = done(tell(of, wish, how));
      assert.equal(change.review, true);
      assert.deepEqual([change.order, change.stock], [of.order, []]);
      assert.ok(change.moves.every(({ now: at }) => !at));
    });

  test('is settled at once below the sum', () => {
    const policy: PolicyWish = { reports: { resolve, resolveBelow: 10_001 } };
    assert.equal(done(tell(aDelivered(), damaged, { policy })).review, false);
  });

  test('promises what it asks for, so that nobody else is given it', () => {
    const of = aDelivered({ risk: 'high' });
    assert.deepEqual(moves(done(tell(of, damaged))), [['visa', 10_000, false]]);
    assert.deepEqual(done(tell(of, { kind: 'damaged' })).moves, []);
  });
});

describe('A report is refused', () => {
  const table: [string, Case, object, Refused][] = [
    [
      'of a cancelled order',
      aCase({ status: 'cancelled' }),
      damaged,
      { refused: 'order_cancelled' },
    ],
    ['of what has not arrived', aCase(), damaged, { refused: 'not_delivered' }],
    [
      'of what goes back',
      aDelivered({}, { returns: [aReturn()] }),
      damaged,
      { refused: 'nothing_left' },
    ],
    [
      'of what was told before',
      aDelivered({}, { reports: [aReport()] }),
      damaged,
      { refused: 'nothing_left' },
    ],
    ['of what is not late', aCase(), { kind: 'late' }, { refused: 'not_offered' }],
    [
      'with what its kind does not open',
      aDelivered(),
      { kind: 'damaged', resolution: 'resend' },
      { refused: 'not_offered' },
    ],
    [
      'of more than there is',
      aDelivered(),
      {
        ...damaged,
        lines: [
          { line: 'l1', quantity: 1 },
          { line: 'l1', quantity: 1 },
        ],
      },
      { refused: 'nothing_left', lines: ['l1'] },
    ],
    [
      'of a line of no order',
      aDelivered(),
      { ...damaged, lines: [{ line: 'no', quantity: 1 }] },
      { refused: 'nothing_left', lines: ['no'] },
    ],
  ];
  for (const [what, of, wish, refused] of table)
    test(what, () => {
      assert.deepEqual(tell(of, wish), refused);
    });

  test('where the shop settles nothing at once', () => {
    const policy: PolicyWish = { reports: {} };
    assert.deepEqual(tell(aDelivered(), damaged, { policy }), { refused: 'not_offered' });
  });
});
