import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Case, ReportFacts } from '../../../src/domain/policy/case.ts';
import { mayReport, reportOffers } from '../../../src/domain/policy/report-offers.ts';
import {
  aCase,
  aDelivered,
  aLine,
  aParcel,
  aPolicy,
  aReport,
  aReturn,
  type PolicyWish,
} from '../../builders/cases.ts';

const day = (date: number) => new Date(Date.UTC(2026, 0, date, 10));
const all: PolicyWish = { reports: { resolve: ['refund', 'resend', 'replace'] } };

/** "lost l1x2: refund, resend" for each kind that is offered. */
const told = (of: Case, now = day(8), policy: PolicyWish = all) =>
  reportOffers(of, aPolicy(policy), now).map(({ kind, lines, resolutions }) =>
    [
      `${kind} ${lines.map(({ line, quantity }) => `${line}x${quantity}`).join(' ')}`,
      resolutions.join(', '),
    ].join(': '),
  );

const two = [aLine({ quantity: 2 }), aLine({ id: 'l2', variant: 'wax' })];
const moving = (at: number, more: Parameters<typeof aParcel>[0] = {}) =>
  aParcel({
    status: 'in_transit',
    events: [{ at: day(at).toISOString(), status: 'in_transit', text: 'On its way' }],
    ...more,
  });
const estimate = { from: day(5).toISOString(), to: day(7).toISOString() };
const l1 = [{ line: 'l1', quantity: 1 }];
const arrived = ['damaged l1x1: refund, replace', 'wrong l1x1: refund, replace'];

describe('What may be told to be wrong', () => {
  const table: [string, Case, string[]][] = [
    ['of a new order: nothing', aCase(), []],
    [
      'of one nobody has sent for long',
      aCase({ placedAt: day(-2).toISOString() }),
      ['stuck l1x1: '],
    ],
    ['of a cancelled one: nothing', aCase({ status: 'cancelled', shipments: [moving(-9)] }), []],
    [
      'of one on its way: nothing',
      aCase({ shipments: [moving(6, { estimate })] }, {}),
      ['late l1x1: '],
    ],
    ['of one that has time: nothing', aCase({ shipments: [moving(6)] }), []],
    [
      'of one without news for ten days',
      aCase({ shipments: [moving(-2)] }),
      ['lost l1x1: refund, resend'],
    ],
    [
      'of one that never set out',
      aCase({
        shipments: [moving(-2, { status: 'label_printed', events: [] })],
        placedAt: day(-2).toISOString(),
      }),
      ['stuck l1x1: '],
    ],
    [
      'of one that goes back to its sender',
      aCase({ shipments: [moving(6, { status: 'returned_to_sender', estimate })] }),
      ['stuck l1x1: refund, resend'],
    ],
    [
      'of one that waits to be fetched: nothing',
      aCase({ shipments: [moving(-9, { status: 'ready_for_pickup', estimate })] }),
      [],
    ],
    [
      'of a cancelled parcel: nothing',
      aCase({ shipments: [moving(-9, { status: 'cancelled' })] }),
      [],
    ],
    ['of one that has arrived', aDelivered(), [...arrived, 'missing l1x1: refund, resend']],
    [
      'of one the shop says has arrived',
      aCase({ status: 'delivered', shipments: [moving(-9)] }),
      [...arrived, 'missing l1x1: refund, resend'],
    ],
    [
      'of one in two parcels, each for itself',
      aCase({
        lines: two,
        shipments: [
          aParcel({ lines: l1 }),
          moving(-2, { id: 'p2', lines: [...l1, { line: 'l2', quantity: 1 }] }),
        ],
      }),
      ['lost l1x1 l2x1: refund, resend', ...arrived, 'missing l1x1: refund, resend'],
    ],
    [
      'what goes back is not told of again',
      aDelivered({ lines: two }, { returns: [aReturn()] }),
      [
        'damaged l1x1 l2x1: refund, replace',
        'wrong l1x1 l2x1: refund, replace',
        'missing l1x1 l2x1: refund, resend',
      ],
    ],
    ['nor what was settled', aDelivered({}, { reports: [aReport()] }), []],
    [
      'what the shop’s people look at is not told of again in the same way',
      aDelivered({}, { reports: [toldOnly()] }),
      ['wrong l1x1: refund, replace', 'missing l1x1: refund, resend'],
    ],
    [
      'late before, and lost by now',
      aCase({ shipments: [moving(-2)] }, { reports: [toldOnly({ kind: 'late' })] }),
      ['lost l1x1: refund, resend'],
    ],
    [
      'what was lost takes nothing from what has arrived',
      aCase(
        {
          lines: [aLine({ quantity: 2 })],
          shipments: [aParcel({ lines: l1 }), moving(-2, { id: 'p2', lines: l1 })],
        },
        { reports: [aReport({ kind: 'lost' })] },
      ),
      [...arrived, 'missing l1x1: refund, resend'],
    ],
    [
      'though both are no more than there were',
      aDelivered({ lines: [aLine({ quantity: 2 })] }, { reports: [aReport({ kind: 'lost' })] }),
      [...arrived, 'missing l1x1: refund, resend'],
    ],
  ];
  for (const [what, of, expected] of table)
    test(what, () => {
      assert.deepEqual(told(of), expected);
    });

  test('counts a parcel as lost with the last day', () => {
    const of = aCase({ shipments: [moving(6)] });
    const policy: PolicyWish = { reports: { lostAfterDays: 3 } };
    assert.deepEqual(told(of, new Date(day(9).getTime() - 1), policy), []);
    assert.deepEqual(told(of, day(9), policy), ['lost l1x1: ']);
  });

  test('says why nothing is', () => {
    const reason = (of: Case) => mayReport(of, reportOffers(of, aPolicy(), day(8)));
    assert.deepEqual(reason(aCase()), { allowed: false, reason: 'not_delivered', instead: 'wait' });
    assert.deepEqual(reason(aDelivered({}, { returns: [aReturn()] })), {
      allowed: false,
      reason: 'nothing_left',
    });
    assert.deepEqual(reason(aDelivered()), { allowed: true });
  });
});

function toldOnly(wanted: Partial<ReportFacts> = {}): ReportFacts {
  const { resolution: _, ...report } = aReport(wanted);
  return report;
}
