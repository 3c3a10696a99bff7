import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CancellationRequest } from '../../../src/contract/cancellations.ts';
import { policyLimits, type PolicyLimit } from '../../../src/contract/policy.ts';
import { ReturnRequest } from '../../../src/contract/returns.ts';
import { staffRoles, type StaffRole } from '../../../src/contract/staff.ts';
import type { StaffAct } from '../../../src/contract/staff-orders.ts';
import { decideByStaff } from '../../../src/domain/changes/by-staff.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import type { Change, Refused } from '../../../src/domain/changes/changes.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import { limitsOf } from '../../../src/domain/policy/limits.ts';
import { explainToStaff } from '../../../src/domain/policy/staff-explain.ts';
import { decideReturn } from '../../../src/domain/returns/returns.ts';
import { aCase, aDelivered, aLine, aPolicy, type PolicyWish } from '../../builders/cases.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const short = { from: 'order', days: 1 } as const;

const may = (wish: PolicyWish, role: StaffRole, act: StaffAct, of: Case = aCase()) =>
  explainToStaff(aPolicy(wish), role, of, now).may[act];

describe('What the shop’s people may do with an order', () => {
  const late = { cancel: { cutoff: short } };
  test('is for an agent what its shopper may, with whom to ask where they may not', () => {
    assert.deepEqual(may({}, 'agent', 'cancel'), { allowed: true, beyond: [] });
    assert.deepEqual(may(late, 'agent', 'cancel'), {
      ...{ allowed: false, reason: 'window_closed', asks: 'lead' },
      since: '2026-01-02T10:00:00.000Z',
    });
  });

  test('goes beyond it for a lead as far as the policy says, and tells how', () => {
    assert.deepEqual(may(late, 'lead', 'cancel'), {
      allowed: true,
      beyond: [{ limit: 'deadline', reason: 'window_closed', since: '2026-01-02T10:00:00.000Z' }],
    });
    const kept = { ...late, staff: { lead: [] } };
    assert.deepEqual(may(kept, 'lead', 'cancel'), {
      ...{ allowed: false, reason: 'window_closed', asks: 'admin' },
      since: '2026-01-02T10:00:00.000Z',
    });
  });

  test('goes beyond as little as will do, one limit after the other', () => {
    const closed = { cancel: { allowed: false, cutoff: short, afterEdit: false } };
    const found = may(closed, 'admin', 'cancel', aCase({}, { edits: 1 }));
    assert.ok(found.allowed);
    assert.deepEqual(
      found.beyond.map(({ limit }) => limit),
      ['offer', 'deadline', 'repeat'],
    );
  });

  test('needs no look of the shop where it is the shop that does it', () => {
    const found = may({ cancel: { review: true } }, 'lead', 'cancel');
    assert.deepEqual(found, { allowed: true, beyond: [{ limit: 'review' }] });
    const asked = may({ cancel: { review: true } }, 'agent', 'cancel');
    assert.deepEqual(asked, { allowed: true, review: true, beyond: [] });
  });

  for (const [what, of, act, reason] of [
    ['has left', aCase({ status: 'shipped' }), 'cancel', 'already_in_hand'],
    ['is cancelled', aCase({ status: 'cancelled' }), 'cancel', 'order_cancelled'],
    ['has not arrived', aCase({ status: 'shipped' }), 'return', 'not_delivered'],
    ['has left', aCase({ status: 'shipped' }), 'editAddress', 'already_in_hand'],
  ] as const)
    test(`is for nobody what is no longer so: an order that ${what}, ${act}`, () => {
      for (const role of staffRoles) {
        const found = may({}, role, act, of);
        assert.deepEqual(
          [found.allowed, !found.allowed && found.reason, !found.allowed && found.asks],
          [false, reason, undefined],
        );
      }
    });

  test('may be what was sold as final, for an admin alone', () => {
    const final = { lines: [{ match: {}, finalSale: true }] };
    const of = aDelivered();
    assert.equal(may(final, 'lead', 'return', of).allowed, false);
    const found = may(final, 'admin', 'return', of);
    assert.deepEqual(found.allowed && found.beyond, [{ limit: 'goods', reason: 'final_sale' }]);
  });
});

const decided = (
  of: Case,
  wish: PolicyWish,
  role: StaffRole,
  ask: { waiveFees?: boolean; decide: 'cancel' | ReturnRequest },
): Change | Refused => {
  const policy = aPolicy(wish);
  const given = { case: of, now, methods: [] };
  return decideByStaff({ order: of.order, policy, role, waiveFees: !!ask.waiveFees }, (by) =>
    ask.decide === 'cancel'
      ? decideCancellation({
          ...{ ...given, policy: by },
          request: CancellationRequest.parse({ reason: 'other' }),
        })
      : decideReturn({ ...given, policy: by, request: ask.decide, variants: new Map() }),
  );
};
const back = (reason: ReturnRequest['lines'][number]['reason'], quantity = 1) =>
  ReturnRequest.parse({
    lines: [{ line: 'l1', quantity, reason, outcome: { kind: 'refund' } }],
    method: 'own',
  });

describe('What somebody of the shop does', () => {
  const fee = { kind: 'percent', percent: 20 } as const;
  const reasons = {
    no_longer_needed: { outcomes: ['refund' as const], fee, returnShipping: 'shopper' as const },
  };
  const costs = { returns: { reasons, returnShippingFee: 500 } as never };
  const of = aDelivered();

  test('costs what it costs the shopper, unless fees are waived', () => {
    const total = (change: Change | Refused) =>
      'sums' in change ? change.sums.reduce((sum, { amount }) => sum + amount, 0) : change;
    const decide = back('no_longer_needed');
    assert.equal(total(decided(of, costs, 'lead', { decide })), 8_000);
    const waived = decided(of, costs, 'lead', { decide, waiveFees: true });
    assert.equal(total(waived), 10_000);
    assert.deepEqual('beyond' in waived && waived.beyond, [{ limit: 'fee' }]);
    assert.deepEqual(decided(of, costs, 'agent', { decide, waiveFees: true }), {
      refused: 'not_offered',
    });
  });

  test('takes a reason that the policy refuses from a lead', () => {
    const decide = back('found_cheaper');
    assert.deepEqual(decided(of, costs, 'agent', { decide }), {
      ...{ refused: 'not_offered', lines: ['l1'] },
    });
    const change = decided(of, costs, 'lead', { decide });
    assert.deepEqual('beyond' in change && change.beyond, [
      { limit: 'reason', reason: 'not_offered' },
    ]);
  });

  const statuses = ['placed', 'processing', 'shipped', 'delivered', 'cancelled'] as const;
  const limits = fc.subarray([...policyLimits]);
  const policies = fc.record({
    cutoff: fc.boolean(),
    allowed: fc.boolean(),
    afterEdit: fc.boolean(),
    review: fc.boolean(),
    reasons: fc.boolean(),
    lead: limits,
  });
  const policyOf = ({ cutoff, reasons: named, lead, ...cancel }: PolicyShape): PolicyWish => ({
    cancel: {
      ...cancel,
      ...(cutoff && { cutoff: short }),
      ...(named && { reasons: ['too_slow' as const] }),
    },
    staff: { lead },
  });
  type PolicyShape = typeof policies extends fc.Arbitrary<infer Shape> ? Shape : never;

  test('never breaks a sum, never goes beyond its role, and never past what has left', () => {
    fc.assert(
      fc.property(
        policies,
        fc.constantFrom(...statuses),
        fc.constantFrom(...staffRoles),
        fc.record({ quantity: fc.integer({ min: 1, max: 4 }), unitPrice: fc.nat(99_999) }),
        fc.nat(1),
        (shape, status, role, line, edits) => {
          const case_ = aCase({ status, lines: [aLine(line)] }, { edits });
          const wish = policyOf(shape);
          const change = decided(case_, wish, role, { decide: 'cancel' });
          const own = decideCancellation({
            ...{ case: case_, now, methods: [], policy: aPolicy(wish) },
            request: CancellationRequest.parse({ reason: 'other' }),
          });
          const hasLeft = !['placed', 'processing'].includes(status);
          if ('refused' in change) {
            assert.ok('refused' in own, 'what the shopper may, the shop may for them');
            return;
          }
          assert.ok(!hasLeft);
          const sum = (list: readonly { amount: number }[]) =>
            list.reduce((all, { amount }) => all + amount, 0);
          assert.equal(sum(change.sums), sum(change.moves));
          assert.equal(sum(change.sums), case_.order.total);
          const can: readonly PolicyLimit[] = limitsOf(role, aPolicy(wish));
          assert.ok(change.beyond?.every(({ limit }) => can.includes(limit)));
          if ('kind' in own && !own.review) assert.deepEqual(change.beyond, []);
        },
      ),
    );
  });
});
