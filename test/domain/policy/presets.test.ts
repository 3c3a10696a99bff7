import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CancellationRequest } from '../../../src/contract/cancellations.ts';
import { EditRequest } from '../../../src/contract/edits.ts';
import { Policy } from '../../../src/contract/policy.ts';
import { ReturnRequest } from '../../../src/contract/returns.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import type { MethodRecord, Refused, Change } from '../../../src/domain/changes/changes.ts';
import { decideEdit } from '../../../src/domain/changes/edits.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import { explain } from '../../../src/domain/policy/explain.ts';
import { presets } from '../../../src/domain/policy/presets/presets.ts';
import { decideReturn } from '../../../src/domain/returns/returns.ts';
import {
  aCase,
  aDelivered,
  aLine,
  aReturn,
  aVariant,
  giftCard,
  paypal,
  visa,
} from '../../builders/cases.ts';

const now = new Date('2026-01-10T10:00:00.000Z');

describe('A preset', () => {
  for (const [name, policy] of Object.entries(presets))
    test(`${name} is a policy, with nothing left to a default`, () => {
      assert.deepEqual(Policy.parse(policy), JSON.parse(JSON.stringify(policy)));
    });

  const returns: [keyof typeof presets, number, string, string][] = [
    ['default', 4, 'yes', 'refund, exchange'],
    ['default', 31, 'window_closed', ''],
    ['fashion', 4, 'yes', 'refund, store_credit, exchange'],
    ['fashion', 44, 'window_closed', 'exchange'],
    ['electronics', 14, 'yes', 'refund, exchange'],
    ['electronics', 15, 'window_closed', ''],
    ['grocery', 2, 'yes', ''],
    ['tau-retail', 300, 'yes', 'refund, exchange'],
  ];
  for (const [name, days, verdict, outcomes] of returns)
    test(`${name}, ${days} days after delivery: ${verdict}; no longer needed: ${outcomes}`, () => {
      const then = new Date(Date.UTC(2026, 0, 5 + days, 9));
      const [line] = explain(presets[name], aDelivered(), then).lines;
      assert.equal(line!.return.allowed ? 'yes' : line!.return.reason, verdict);
      const offer = line!.reasons.find(({ reason }) => reason === 'no_longer_needed');
      assert.equal(offer?.outcomes.join(', ') ?? '', outcomes);
    });
});

describe('The policy of tau-retail', () => {
  const policy = presets['tau-retail'];
  const shelf = [
    aVariant(),
    aVariant({ id: 'boots-40', price: 12_000 }),
    aVariant({ id: 'boots-42', available: false }),
    aVariant({ id: 'coat', product: 'coat' }),
  ];
  const around = { policy, now, variants: new Map(shelf.map((each) => [each.id, each])) };
  type Asking = (of: Case, methods: MethodRecord[]) => Change | Refused;
  const cancel =
    (wish: Partial<CancellationRequest> = {}): Asking =>
    (of, methods) => {
      const request = { reason: 'no_longer_needed', refundTo: 'original', ...wish } as const;
      return decideCancellation({ ...around, case: of, methods, request });
    };
  const edit =
    (wish: object): Asking =>
    (of, methods) =>
      decideEdit({ ...around, case: of, methods, request: EditRequest.parse(wish) });
  const items = (variant: string, payment = 'visa') =>
    edit({ kind: 'items', lines: [{ line: 'l1', variant }], payment });
  const back =
    (outcome: object, wish: object): Asking =>
    (of, methods) => {
      const line = { line: 'l1', quantity: 1, reason: 'other', outcome };
      const request = ReturnRequest.parse({ lines: [line], method: 'own', ...wish });
      return decideReturn({ ...around, case: of, methods, request });
    };
  const refund = (refundTo: string) => back({ kind: 'refund' }, { refundTo });
  const exchange = (variant: string, payment: string) =>
    back({ kind: 'exchange', variant }, { payment });
  const address = edit({ kind: 'address', address: { lines: ['953 Park Avenue'] } });
  const payment = (id: string) => edit({ kind: 'payment', payment: id });

  const pending = aCase();
  const changed = aCase({}, { edits: 1 });
  const repaid = aCase({}, { paymentEdits: 1 });
  const processed = aCase({ status: 'processing' });
  const delivered = aDelivered();
  const returned = aDelivered(
    { lines: [aLine(), aLine({ id: 'l2' })] },
    { returns: [{ ...aReturn(), lines: [{ ...aReturn().lines[0]!, line: 'l2' }] }] },
  );
  const table: [string, Asking, Case, string, MethodRecord[]?][] = [
    ['a pending order is cancelled', cancel(), pending, 'visa 10000 now'],
    ['not for another reason', cancel({ reason: 'found_cheaper' }), pending, 'not_offered'],
    ['not once it is processed', cancel(), processed, 'already_in_hand'],
    ['not once its items were changed', cancel(), changed, 'already_edited'],
    ['items become another of their product', items('boots-40'), pending, 'visa -2000 now'],
    ['and may be paid otherwise', items('boots-40', 'paypal'), pending, 'paypal -2000 now'],
    ['by a gift card with enough on it', items('boots-40', 'gift'), pending, 'gift -2000 now'],
    [
      'not with too little',
      items('boots-40', 'gift'),
      pending,
      'insufficient_balance',
      [giftCard(1999)],
    ],
    ['or the same', items('boots-38'), pending, ''],
    ['but no other product', items('coat'), pending, 'variant_unavailable'],
    ['and none that is gone', items('boots-42'), pending, 'variant_unavailable'],
    ['once', items('boots-40'), changed, 'already_edited'],
    ['and then no address either', address, changed, 'already_edited'],
    ['nor the payment', payment('paypal'), changed, 'already_edited'],
    ['an address as often as one likes', address, pending, ''],
    ['not once it is processed', address, processed, 'already_in_hand'],
    ['the payment', payment('paypal'), pending, 'paypal -10000 now, visa 10000 now'],
    ['not to itself', payment('visa'), pending, 'payment_method_refused'],
    ['not to too little', payment('gift'), pending, 'insufficient_balance'],
    ['once', payment('paypal'), repaid, 'already_edited'],
    ['and then still an address', address, repaid, ''],
    ['and items', items('boots-40'), repaid, 'visa -2000 now'],
    ['a delivered order goes back', refund('visa'), delivered, 'visa 10000 later'],
    ['to a gift card', refund('gift'), delivered, 'gift 10000 later'],
    ['to no third method', refund('paypal'), delivered, 'payment_method_refused'],
    ['not before it is there', refund('visa'), processed, 'not_delivered'],
    ['once an order', refund('visa'), returned, 'already_returned'],
    ['is exchanged', exchange('boots-40', 'paypal'), delivered, 'paypal -2000 later'],
    ['for the same', exchange('boots-38', 'paypal'), delivered, ''],
    ['with enough on the card', exchange('boots-40', 'gift'), delivered, 'gift -2000 later'],
    [
      'not with too little',
      exchange('boots-40', 'gift'),
      delivered,
      'insufficient_balance',
      [giftCard(1999)],
    ],
    ['for none that is gone', exchange('boots-42', 'visa'), delivered, 'variant_unavailable'],
    ['once an order', exchange('boots-40', 'visa'), returned, 'already_returned'],
    [
      'nobody asks for credit',
      cancel({ refundTo: 'store_credit' }),
      pending,
      'payment_method_refused',
    ],
  ];
  for (const [what, asking, of, expected, methods] of table)
    test(`${what}: ${expected || 'done'}`, () => {
      const decided = asking(of, methods ?? [visa, paypal, giftCard(5000)]);
      const told =
        'refused' in decided
          ? decided.refused
          : decided.moves
              .map((move) => `${move.method} ${move.amount} ${move.now ? 'now' : 'later'}`)
              .join(', ');
      assert.equal(told, expected);
    });

  test('gives back in five to seven days, and to a gift card at once', () => {
    const days = (of: Case) => {
      const decided = cancel()(of, []);
      return 'moves' in decided && decided.moves[0]?.days;
    };
    assert.deepEqual(days(pending), { from: 5, to: 7 });
    const { id: method, label, kind } = giftCard(0);
    const payments = [{ method, label, kind, amount: 10_000 }];
    assert.deepEqual(days(aCase({ payments })), { from: 0, to: 0 });
  });
});
