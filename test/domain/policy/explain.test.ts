import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OrderActions, type Verdict } from '../../../src/contract/actions.ts';
import type { Policy } from '../../../src/contract/policy.ts';
import { explain } from '../../../src/domain/policy/explain.ts';
import type { Case, ReturnFacts } from '../../../src/domain/policy/case.ts';
import {
  aCase,
  aDelivered,
  aLine,
  aParcel,
  aPolicy,
  aReturn,
  type PolicyWish,
} from '../../builders/cases.ts';

const day = (date: number) => new Date(Date.UTC(2026, 0, date, 10));
const told = (of: Case, policy: PolicyWish = {}, now = day(6)) =>
  OrderActions.parse(explain(aPolicy(policy), of, now));
const thirtyDays = { returns: { window: { from: 'delivery', days: 30 } } } as const;

/** "yes", "yes until …", or the reason and what to do instead. */
function short(verdict: Verdict): string {
  if (!verdict.allowed) return [verdict.reason, verdict.instead ?? []].flat().join(', ');
  return `yes${verdict.until ? ` until ${verdict.until.slice(0, 10)}` : ''}${verdict.review ? ', reviewed' : ''}`;
}

describe('Before shipping', () => {
  const table: [string, Case, PolicyWish, keyof OrderActions, string][] = [
    ['a new order may be cancelled', aCase(), {}, 'cancel', 'yes'],
    ['and its items changed', aCase(), {}, 'editItems', 'yes'],
    [
      'but what a policy leaves out',
      aCase(),
      edits({ payment: false }),
      'editPayment',
      'not_offered, shop',
    ],
    [
      'items, where the quantity alone may change',
      aCase(),
      edits({ items: false, add: false }),
      'editItems',
      'yes',
    ],
    ['shipping, where no method is told', aCase(), {}, 'editShipping', 'not_offered, shop'],
    [
      'shipping, where there are methods',
      aCase({}, { shippingMethods: [{ id: 'fast', label: 'Express', price: 990 }] }),
      {},
      'editShipping',
      'yes',
    ],
    [
      'until a cut-off',
      aCase({ placedAt: day(6).toISOString() }),
      { cancel: { cutoff: { from: 'order', days: 0.5 } } },
      'cancel',
      'yes until 2026-01-06',
    ],
    [
      'once, where the shop says so',
      aCase({}, { edits: 1 }),
      { edit: { once: true } },
      'editAddress',
      'already_edited, shop',
    ],
    ['more often elsewhere', aCase({}, { edits: 1 }), {}, 'editAddress', 'yes'],
    [
      'not once it is packed: wait and return it',
      aCase({ status: 'processing' }),
      {},
      'cancel',
      'already_in_hand, wait',
    ],
    [
      'not once it has arrived: return it',
      aDelivered(),
      {},
      'editAddress',
      'already_in_hand, return',
    ],
    [
      'not once it is packed, and there are no returns',
      aCase({ status: 'shipped' }),
      { returns: { allowed: false } },
      'cancel',
      'already_in_hand, shop',
    ],
    [
      'a parcel on its way says more than the shop',
      aCase({ shipments: [aParcel({ status: 'in_transit' })] }),
      {},
      'cancel',
      'already_in_hand, wait',
    ],
    ['a cancelled order', aCase({ status: 'cancelled' }), {}, 'editContact', 'order_cancelled'],
    ['a cancelled order', aCase({ status: 'cancelled' }), {}, 'report', 'order_cancelled'],
    ['a high risk is looked at', aCase({ risk: 'high' }), {}, 'cancel', 'yes, reviewed'],
    [
      'or refused',
      aCase({ risk: 'high' }),
      { highRisk: 'refuse' },
      'editItems',
      'customer_blocked, shop',
    ],
    ['or nothing special', aCase({ risk: 'high' }), { highRisk: 'as_others' }, 'cancel', 'yes'],
  ];
  for (const [what, of, policy, action, expected] of table)
    test(`${what}: ${action} ${expected}`, () => {
      assert.equal(short(told(of, policy)[action] as Verdict), expected);
    });

  test('a cut-off ends with its last millisecond', () => {
    const policy = { cancel: { cutoff: { from: 'order', days: 1 } } } as const;
    const end = day(2);
    const after = new Date(end.getTime() + 1);
    assert.equal(told(aCase(), policy, end).cancel.allowed, true);
    assert.deepEqual(told(aCase(), policy, after).cancel, {
      allowed: false,
      reason: 'window_closed',
      since: end.toISOString(),
      instead: 'wait',
    });
  });

  test('items may be added where the policy lets that, while items may be changed at all', () => {
    assert.equal(told(aCase()).addItems, true);
    assert.equal(told(aCase(), edits({ add: false })).addItems, undefined);
    assert.equal(told(aCase({ status: 'processing' })).addItems, undefined);
  });

  function edits(allowed: Partial<Policy['edit']['allowed']>): PolicyWish {
    return { edit: { allowed: { ...aPolicy().edit.allowed, ...allowed } } };
  }
});

describe('After delivery', () => {
  const twoParcels = [
    aParcel({ id: 'p1', lines: [{ line: 'l1', quantity: 1 }] }),
    aParcel({
      id: 'p2',
      lines: [{ line: 'l2', quantity: 1 }],
      events: [{ at: day(9).toISOString(), status: 'delivered', text: 'Delivered' }],
    }),
  ];
  const twoLines = [aLine({ id: 'l1' }), aLine({ id: 'l2' })];

  test('each line has the days of its own parcel, the order those of the last', () => {
    const of = aDelivered({ lines: twoLines, shipments: twoParcels });
    const actions = told(of, thirtyDays, day(10));
    assert.deepEqual(
      actions.lines.map((line) => short(line.return)),
      ['yes until 2026-02-04', 'yes until 2026-02-08'],
    );
    assert.equal(short(actions.return), 'yes until 2026-02-08');
  });

  test('what has arrived may go back before the rest is there', () => {
    const shipments = [
      twoParcels[0]!,
      { ...twoParcels[1]!, status: 'in_transit' as const, events: [] },
    ];
    const actions = told(aCase({ status: 'shipped', lines: twoLines, shipments }), thirtyDays);
    assert.deepEqual(
      actions.lines.map((line) => [short(line.return), line.returnable]),
      [
        ['yes until 2026-02-04', 1],
        ['not_delivered, wait', 0],
      ],
    );
  });

  test('of a line in several parcels only what is there counts', () => {
    const shipments = [aParcel({ lines: [{ line: 'l1', quantity: 2 }] })];
    const of = aCase({ status: 'shipped', lines: [aLine({ quantity: 3 })], shipments });
    assert.equal(told(of).lines[0]?.returnable, 2);
  });

  const windows: [string, Case, PolicyWish, string][] = [
    [
      'from the order',
      aDelivered(),
      { returns: { window: { from: 'order', days: 30 } } },
      '2026-01-31',
    ],
    [
      'from leaving the warehouse',
      aDelivered({
        shipments: [
          aParcel({
            events: [
              { at: day(5).toISOString(), status: 'delivered', text: '' },
              { at: day(4).toISOString(), status: 'in_transit', text: '' },
              { at: day(3).toISOString(), status: 'carrier_picked_up', text: '' },
              { at: day(2).toISOString(), status: 'label_printed', text: '' },
            ],
          }),
        ],
      }),
      { returns: { window: { from: 'fulfilment', days: 10 } } },
      '2026-01-13',
    ],
    ['from delivery, as events tell', aDelivered(), thirtyDays, '2026-02-04'],
    [
      'from the newest event where none says delivered',
      aDelivered({
        shipments: [
          aParcel({ events: [{ at: day(4).toISOString(), status: 'in_transit', text: '' }] }),
        ],
      }),
      thirtyDays,
      '2026-02-03',
    ],
    [
      'from the order where no parcel is known',
      aDelivered({ shipments: [] }),
      thirtyDays,
      '2026-01-31',
    ],
  ];
  for (const [what, of, policy, until] of windows)
    test(`a window counts ${what}`, () => {
      assert.equal(short(told(of, policy).return), `yes until ${until}`);
    });

  test('an exchange may have more time than a return', () => {
    const policy = {
      returns: {
        window: { from: 'delivery', days: 14 },
        exchangeWindow: { from: 'delivery', days: 30 },
      },
    } as const;
    const { lines } = told(aDelivered(), policy, day(25));
    assert.equal(short(lines[0]!.return), 'window_closed, shop');
    assert.equal(short(lines[0]!.exchange), 'yes until 2026-02-04');
    assert.deepEqual(lines[0]?.reasons, [
      { reason: 'too_small', outcomes: ['exchange'] },
      { reason: 'no_longer_needed', outcomes: ['exchange'] },
    ]);
  });

  const shirts = new Map([['boots', { category: 'Shoes', tags: ['sale', 'winter'] }]]);
  const rule = (...lines: Partial<Policy['lines'][number]>[]): PolicyWish => ({
    lines: lines.map((each) => ({ match: {}, ...each })),
  });
  const rules: [string, PolicyWish, string, Partial<Case['order']>?][] = [
    ['a tag that is final', rule({ match: { tags: ['sale'] }, finalSale: true }), 'final_sale'],
    ['another tag', rule({ match: { tags: ['outlet'] }, finalSale: true }), 'yes'],
    [
      'a category left out',
      rule({ match: { categories: ['Shoes'] }, excluded: true }),
      'excluded_item, shop',
    ],
    [
      'a product left out',
      rule({ match: { products: ['boots'] }, excluded: true }),
      'excluded_item, shop',
    ],
    [
      'a country left out, however it is written',
      rule({ match: { countries: ['NL'] }, excluded: true }),
      'excluded_country, shop',
      { address: { lines: ['Lijnbaan 12'], country: 'Nederland' } },
    ],
    [
      'another country',
      rule({ match: { countries: ['US'] }, excluded: true }),
      'yes',
      { address: { lines: ['Lijnbaan 12'], country: 'NL' } },
    ],
    [
      'a channel left out',
      rule({ match: { channels: ['pos'] }, excluded: true }),
      'excluded_channel, shop',
      { channel: 'pos' },
    ],
    ['a channel nobody told', rule({ match: { channels: ['pos'] }, excluded: true }), 'yes'],
    [
      'a price at which it begins',
      rule({ match: { unitPrice: { from: 10_000 } }, excluded: true }),
      'excluded_price, shop',
    ],
    [
      'a price at which it ended',
      rule({ match: { unitPrice: { to: 10_000 } }, excluded: true }),
      'yes',
    ],
    [
      'a rule of which one part does not hold',
      rule({ match: { categories: ['Shoes'], tags: ['outlet'] }, excluded: true }),
      'yes',
    ],
    [
      'the first rule that says it, not a later one',
      rule({ match: { tags: ['winter'] }, finalSale: false }, { finalSale: true }),
      'yes',
    ],
    [
      'a window of its own',
      rule({ window: { from: 'delivery', days: 60 } }),
      'yes until 2026-03-06',
    ],
    ['a review of its own', rule({ review: true }), 'yes, reviewed'],
    ['outcomes of its own', rule({ outcomes: ['exchange'] }), 'not_offered, shop'],
  ];
  for (const [what, policy, expected, order] of rules)
    test(`a line rule: ${what}`, () => {
      assert.equal(short(told(aDelivered(order, { products: shirts }), policy).return), expected);
    });

  test('a reason says what it opens, what it asks for, and what need not come back', () => {
    const reasons = {
      damaged: {
        outcomes: ['refund', 'replacement'],
        photo: true,
        returnShipping: 'shop',
        keepBelow: 10_001,
      },
      other: { outcomes: ['store_credit'], returnShipping: 'shopper', keepBelow: 10_000 },
    } as const;
    const wish = { returns: { reasons } } as unknown as PolicyWish;
    assert.deepEqual(told(aDelivered(), wish).lines[0]?.reasons, [
      { reason: 'damaged', outcomes: ['refund', 'replacement'], photo: true, keep: true },
      { reason: 'other', outcomes: ['store_credit'] },
    ]);
    assert.deepEqual(
      told(aDelivered(), { ...wish, storeCredit: false }).lines[0]?.reasons.map(
        ({ reason }) => reason,
      ),
      ['damaged'],
    );
  });

  const three = { lines: [aLine({ quantity: 3 })] };
  const spoken: [string, ReturnFacts[], PolicyWish, string, number][] = [
    ['some of it', [aReturn({ quantity: 2 })], {}, 'yes', 1],
    ['all of it, under way', [aReturn({ quantity: 3 })], {}, 'return_running', 0],
    ['all of it, done', [aReturn({ quantity: 3 }, 'settled')], {}, 'nothing_left', 0],
    [
      'all of it, by two',
      [aReturn({ quantity: 2 }), aReturn({ quantity: 1, outcome: 'exchange' })],
      {},
      'return_running',
      0,
    ],
    [
      'some of it, where one is all',
      [aReturn({ quantity: 1 })],
      { returns: { once: true } },
      'already_returned, shop',
      0,
    ],
  ];
  for (const [what, returns, policy, expected, returnable] of spoken)
    test(`a return that speaks of ${what}`, () => {
      const [line] = told(aDelivered(three, { returns }), policy).lines;
      assert.equal(short(line!.return), expected);
      assert.equal(short(line!.exchange), expected);
      assert.equal(line?.returnable, returnable);
    });

  test('store credit says its bonus where that is one sum', () => {
    const bonus = (storeCredit: unknown) => ({ returns: { bonus: { storeCredit } } }) as PolicyWish;
    assert.deepEqual(told(aDelivered(), bonus({ kind: 'flat', amount: 500 })).bonus, {
      amount: 500,
      currency: 'EUR',
    });
    assert.equal(told(aDelivered(), bonus({ kind: 'percent', percent: 10 })).bonus, undefined);
  });
});
