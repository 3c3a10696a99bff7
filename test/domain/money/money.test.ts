import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CancellationRequest } from '../../../src/contract/cancellations.ts';
import { EditRequest } from '../../../src/contract/edits.ts';
import type { Policy } from '../../../src/contract/policy.ts';
import { ReportRequest } from '../../../src/contract/reports.ts';
import { ReturnRequest } from '../../../src/contract/returns.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import type { Change, MoveRecord, Refused } from '../../../src/domain/changes/changes.ts';
import { decideEdit } from '../../../src/domain/changes/edits.ts';
import { balanceOf, entriesOf } from '../../../src/domain/money/ledger.ts';
import { paymentsAfter } from '../../../src/domain/money/paid.ts';
import type { Case, ReturnFacts } from '../../../src/domain/policy/case.ts';
import { presets } from '../../../src/domain/policy/presets/presets.ts';
import { decideReport, type ReportChange } from '../../../src/domain/reports/reports.ts';
import { decideReturn, type ReturnChange } from '../../../src/domain/returns/returns.ts';
import { aCase, aLine, aParcel, aPolicy, aVariant, giftCard, visa } from '../../builders/cases.ts';

const now = new Date('2026-01-06T10:00:00.000Z');
const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
const ids = ['boots-38', 'boots-39', 'boots-40', 'coat'] as const;

const shelfIn = (of: string, prices: readonly number[]) =>
  new Map(
    ids.map((id, at) => [
      id,
      aVariant({ id, product: id === 'coat' ? 'coat' : 'boots', price: prices[at]!, currency: of }),
    ]),
  );

const cash = fc.nat(30_000);
const orders = fc.record({
  currency,
  prices: fc.tuple(cash, cash, cash, cash),
  lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), at: fc.nat(2) }), {
    minLength: 1,
    maxLength: 3,
  }),
  off: fc.integer({ min: 0, max: 100 }),
  shipping: fc.nat(999),
  tax: fc.nat(5000),
  taxIncluded: fc.boolean(),
  cardPays: fc.integer({ min: 0, max: 100 }),
  /** One unit of each line arrives; the rest is lost. */
  isLost: fc.boolean(),
});
type Wanted = typeof orders extends fc.Arbitrary<infer Order> ? Order : never;

const line = fc.nat(2).map((at) => `l${at}`);
const quantity = fc.integer({ min: 1, max: 3 });
const to = fc.constantFrom(undefined, 'visa', 'gift');
const outcome = fc.oneof(
  fc.constantFrom({ kind: 'refund' }, { kind: 'store_credit' }, { kind: 'replacement' }),
  fc.constantFrom(...ids).map((variant) => ({ kind: 'exchange', variant })),
);
const reason = fc.constantFrom('no_longer_needed', 'damaged', 'too_small');
const before = fc.oneof(
  fc.record({
    does: fc.constant('cancel' as const),
    wish: fc.record({
      reason: fc.constant('other' as const),
      lines: fc.array(fc.record({ line, quantity }), { minLength: 1, maxLength: 2 }),
      refundTo: fc.constantFrom('original' as const, 'store_credit' as const),
    }),
  }),
  fc.record({
    does: fc.constant('edit' as const),
    wish: fc.oneof(
      fc.record({
        kind: fc.constant('items' as const),
        lines: fc.tuple(fc.record({ line, quantity, variant: fc.constantFrom(...ids) })),
        payment: to,
      }),
      fc.record({
        kind: fc.constant('payment' as const),
        payment: fc.constantFrom('visa', 'gift'),
      }),
    ),
  }),
);
const back = fc.record({
  does: fc.constant('return' as const),
  wish: fc.record({
    lines: fc.array(fc.record({ line, quantity, reason, outcome }), { minLength: 1, maxLength: 2 }),
    method: fc.constantFrom('drop_off' as const, 'own' as const),
    refundTo: to,
    payment: to,
  }),
  /** Whether it is settled, stays under way, or is cancelled. */
  fate: fc.constantFrom('settled', 'requested', 'cancelled'),
});
const report = fc.record({
  does: fc.constant('report' as const),
  wish: fc.record({
    kind: fc.constantFrom('damaged' as const, 'missing' as const, 'lost' as const),
    lines: fc.option(fc.array(fc.record({ line, quantity }), { minLength: 1, maxLength: 2 }), {
      nil: undefined,
    }),
    resolution: fc.constantFrom(
      undefined,
      'refund' as const,
      'resend' as const,
      'replace' as const,
    ),
  }),
});
const after = fc.oneof(back, report);
type Act = typeof before | typeof after extends fc.Arbitrary<infer Each> ? Each : never;

const generous: Policy = aPolicy({
  reports: { resolve: ['refund', 'resend', 'replace'], resolveBelow: 50_000 },
  returns: {
    refundTo: 'original_or_gift_card',
    exchangeFor: 'any',
    refundShipping: 'shop_at_fault',
    returnShippingFee: 333,
    reasons: {
      no_longer_needed: {
        outcomes: ['refund', 'store_credit', 'exchange'],
        photo: false,
        returnShipping: 'shopper',
        review: false,
        fee: { kind: 'percent', percent: 12.5 },
      },
      damaged: {
        outcomes: ['refund', 'replacement'],
        photo: false,
        returnShipping: 'shop',
        review: false,
      },
      too_small: {
        outcomes: ['exchange', 'refund'],
        photo: false,
        returnShipping: 'shop',
        review: false,
      },
    },
  },
});

const total = (all: readonly { amount: number }[]) =>
  all.reduce((sum, { amount }) => sum + amount, 0);

function started({ lines, off, cardPays, prices, isLost: _, ...rest }: Wanted): Case {
  const bought = lines.map(({ at, quantity: units }, nth) =>
    aLine({ id: `l${nth}`, variant: ids[at]!, quantity: units, unitPrice: prices[at]! }),
  );
  const gross = bought.reduce((sum, each) => sum + each.quantity * each.unitPrice, 0);
  const amount = -Math.floor((gross * off) / 100) || 0;
  const of = aCase({ ...rest, lines: bought, discounts: [{ label: 'Off', amount }] });
  const card = Math.floor((of.order.total * cardPays) / 100);
  const ways = [
    { kind: 'card', label: 'Visa', method: 'visa', reference: 'pi_1', amount: card },
    { kind: 'gift_card', label: 'Gift card', method: 'gift', amount: of.order.total - card },
  ] as const;
  return { ...of, order: { ...of.order, payments: [...ways] } };
}

function decided(of: Case, { does, wish }: Act, policy: Policy, prices: readonly number[]) {
  const methods = [visa, giftCard(20_000, of.order.currency)];
  const around = { case: of, policy, now, methods, variants: shelfIn(of.order.currency, prices) };
  if (does === 'cancel')
    return decideCancellation({ ...around, request: CancellationRequest.parse(wish) });
  if (does === 'edit') return decideEdit({ ...around, request: EditRequest.parse(wish) });
  return does === 'report'
    ? decideReport({ ...around, request: ReportRequest.parse(wish) })
    : decideReturn({ ...around, request: ReturnRequest.parse(wish) });
}

type Decided = Change | ReturnChange | ReportChange;

/** The case once a change is done; a return as its fate has it. */
function then(of: Case, change: Decided, act: Act): Case {
  if ('report' in change) {
    const planned = change.review ? [...of.planned, ...change.moves] : of.planned;
    const reports = [...of.reports, change.report];
    return { ...of, order: change.order ?? of.order, planned, reports };
  }
  if (!('return' in change)) return { ...of, order: change.order ?? of.order };
  const fate = 'fate' in act ? act.fate : 'requested';
  if (fate === 'cancelled') return of;
  const isSettled = fate === 'settled';
  const made: ReturnFacts = {
    ...change.return,
    id: `r${of.returns.length}`,
    state: isSettled ? 'settled' : 'approved',
  };
  const planned = isSettled ? of.planned : [...of.planned, ...change.moves];
  const payments = isSettled ? paymentsAfter(of.order, change.moves) : of.order.payments;
  return { ...of, order: { ...of.order, payments }, planned, returns: [...of.returns, made] };
}

/** Runs acts one after the other; calls `seen` with each that was allowed. */
function run(
  start: Case,
  acts: readonly Act[],
  { policy, prices }: { policy: Policy; prices: readonly number[] },
  seen: (of: Case, change: Decided, act: Act) => void,
): Case {
  let of = start;
  for (const act of acts) {
    const answer: Decided | Refused = decided(of, act, policy, prices);
    if ('refused' in answer) continue;
    seen(of, answer, act);
    assert.deepEqual(decided(of, act, policy, prices), answer);
    of = then(of, answer, act);
  }
  return of;
}

function arrived(of: Case, { isLost }: Pick<Wanted, 'isLost'>): Case {
  const { order } = of;
  if (order.status === 'cancelled') return of;
  if (!isLost) return { ...of, order: { ...order, status: 'delivered' } };
  const lines = order.lines.map(({ id }) => ({ line: id, quantity: 1 }));
  const rest = order.lines.flatMap(({ id, quantity: units }) =>
    units > 1 ? { line: id, quantity: units - 1 } : [],
  );
  const lost = aParcel({
    ...{ id: 'p2', lines: rest, status: 'in_transit' },
    events: [{ at: '2025-12-20T10:00:00.000Z', status: 'in_transit', text: 'On its way' }],
  });
  const shipments = [aParcel({ lines }), ...(rest.length > 0 ? [lost] : [])];
  return { ...of, order: { ...order, shipments } };
}

describe('Whatever is done to an order, in any order', () => {
  const acts = fc.tuple(
    fc.array(before, { maxLength: 4 }),
    fc.array(after, { minLength: 1, maxLength: 6 }),
  );

  test('its changes balance, and what is quoted is what is done', () => {
    let count = 0;
    let reports = 0;
    fc.assert(
      fc.property(
        orders,
        acts,
        fc.constantFrom(generous, ...Object.values(presets)),
        (wanted, [first, later], policy) => {
          const around = { policy, prices: wanted.prices };
          const seen = (_: Case, change: Change) => {
            count += 1;
            if (change.kind === 'report') reports += 1;
            assert.equal(total(change.sums), total(change.moves));
            assert.equal(balanceOf(entriesOf(change)), 0);
            for (const { amount } of [...change.sums, ...change.moves])
              assert.ok(
                Number.isSafeInteger(amount) && !Object.is(amount, -0),
                `${amount} in sums or moves`,
              );
          };
          run(arrived(run(started(wanted), first, around, seen), wanted), later, around, seen);
        },
      ),
      { endOnFailure: true, numRuns: 200 },
    );
    assert.ok(count > 20, `only ${count} changes were allowed`);
    assert.ok(reports > 5, `only ${reports} of them were reports`);
  });

  test('no more is given back than was paid, but for a bonus', () => {
    fc.assert(
      fc.property(orders, acts, (wanted, [first, later]) => {
        const around = { policy: generous, prices: wanted.prices };
        const start = started(wanted);
        const moved: MoveRecord[] = [];
        let bonus = 0;
        const seen = (_: Case, { moves, sums }: Change, act: Act) => {
          if ('fate' in act && act.fate === 'cancelled') return;
          moved.push(...moves);
          bonus += total(sums.filter(({ kind }) => kind === 'bonus'));
          assert.ok(total(moved) - bonus <= start.order.total, JSON.stringify(moved));
        };
        run(arrived(run(start, first, around, seen), wanted), later, around, seen);
      }),
    );
  });

  test('what goes back unit by unit comes to what the whole comes to', () => {
    fc.assert(
      fc.property(orders, (wanted) => {
        const start = arrived(started(wanted), { isLost: false });
        const policy = aPolicy({ returns: { refundShipping: 'whole_order' } });
        const around = { policy, prices: wanted.prices };
        const refund = (named: string, units: number) => ({
          line: named,
          quantity: units,
          reason: 'no_longer_needed' as const,
          outcome: { kind: 'refund' },
        });
        const act = (lines: ReturnType<typeof refund>[]): Act =>
          ({
            does: 'return',
            wish: { lines, method: 'own', refundTo: undefined, payment: undefined },
            fate: 'settled',
          }) as Act;
        const { lines } = start.order;
        let parts = 0;
        const units = lines.flatMap(({ id, quantity: many }) =>
          Array.from({ length: many }, () => act([refund(id, 1)])),
        );
        const end = run(start, units, around, (_, { moves }) => (parts += total(moves)));
        assert.equal(parts, start.order.total);
        assert.equal(total(end.order.payments), 0);
        let whole = 0;
        const all = act(lines.map(({ id, quantity: many }) => refund(id, many)));
        run(start, [all], around, (_, { moves }) => (whole += total(moves)));
        assert.equal(whole, start.order.total);
      }),
      { numRuns: 50 },
    );
  });
});
