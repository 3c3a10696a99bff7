import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ReturnRequest } from '../../../src/contract/returns.ts';
import type {
  Change,
  MethodRecord,
  Refused,
  VariantRecord,
} from '../../../src/domain/changes/changes.ts';
import type { OrderRecord } from '../../../src/domain/orders/orders.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import { howMuch } from '../../../src/domain/policy/presets/how-much.ts';
import { decideReturn, type ReturnChange } from '../../../src/domain/returns/returns.ts';
import {
  aCase,
  aDelivered,
  aLine,
  aPolicy,
  aReturn,
  aVariant,
  giftCard,
  paypal,
  visa,
  type PolicyWish,
} from '../../builders/cases.ts';

const now = new Date('2026-01-06T10:00:00.000Z');

interface Around {
  policy?: PolicyWish;
  variants?: VariantRecord[];
  methods?: MethodRecord[];
}
const shelf = [
  aVariant(),
  aVariant({ id: 'boots-39', options: [{ name: 'Size', value: '39' }] }),
  aVariant({ id: 'boots-40', price: 12_000 }),
  aVariant({ id: 'boots-41', price: 7000 }),
  aVariant({ id: 'boots-42', available: false }),
  aVariant({ id: 'boots-43', stock: 1 }),
  aVariant({ id: 'coat', product: 'coat', name: 'Coat', price: 15_000 }),
];

const back = (of: Case, wish: object, { policy, variants = shelf, methods }: Around = {}) =>
  decideReturn({
    case: of,
    policy: aPolicy(policy),
    request: ReturnRequest.parse({ method: 'drop_off', ...wish }),
    now,
    methods: methods ?? [visa, paypal, giftCard(5000)],
    variants: new Map(variants.map((each) => [each.id, each])),
  });

const refund = { kind: 'refund' };
const credit = { kind: 'store_credit' };
const exchange = (variant: string) => ({ kind: 'exchange', variant });
const one = (wish: object = {}) => ({
  line: 'l1',
  quantity: 1,
  reason: 'no_longer_needed',
  outcome: refund,
  ...wish,
});

function done(decided: ReturnChange | Refused): ReturnChange {
  assert.ok('kind' in decided, JSON.stringify(decided));
  return decided;
}
const sums = ({ sums: all }: Change) => all.map(({ kind, amount }) => [kind, amount]);
const moves = ({ moves: all }: Change) =>
  all.map(({ method, kind, amount }) => [method ?? kind, amount]);

const rich: Partial<OrderRecord> = {
  lines: [
    aLine({ id: 'l1', quantity: 3, unitPrice: 3333 }),
    aLine({ id: 'l2', variant: 'wax', unitPrice: 1 }),
  ],
  discounts: [{ label: 'Welcome', amount: -1000 }],
  tax: 901,
  taxIncluded: false,
  shipping: 500,
};

describe('Returning for the money', () => {
  test('gives back the item, its shares of discount and tax, and not the way there', () => {
    const change = done(back(aDelivered(rich), { lines: [one()] }));
    assert.deepEqual(sums(change), [
      ['item', 3333],
      ['discount', -333],
      ['tax', 300],
    ]);
    assert.deepEqual(moves(change), [['visa', 3300]]);
  });

  test('in parts adds up to the whole, also when one between was cancelled', () => {
    const given = (returns: Case['returns']) => {
      const { return: made, moves: all } = done(
        back(aDelivered(rich, { returns }), { lines: [one()] }),
      );
      return { facts: { ...made, id: 'r' }, amount: all[0]!.amount };
    };
    const a = given([]);
    const b = given([a.facts]);
    const again = given([b.facts]);
    const c = given([b.facts, again.facts]);
    const whole = done(back(aDelivered(rich), { lines: [one({ quantity: 3 })] }));
    assert.equal(b.amount + again.amount + c.amount, whole.moves[0]?.amount);
  });

  test('waits for what the policy waits for', () => {
    const planned = done(back(aDelivered(), { lines: [one()] }));
    assert.equal(planned.moves[0]?.now, false);
    assert.equal(planned.order, undefined);
    const policy = { returns: { settleOn: 'request' } } as const;
    const atOnce = done(back(aDelivered(), { lines: [one()] }, { policy }));
    assert.equal(atOnce.moves[0]?.now, true);
    assert.equal(atOnce.order?.payments.at(-1)?.amount, -10_000);
  });

  test('begins approved with some days to send it, or requested where the shop looks at it', () => {
    const approved = done(back(aDelivered(), { lines: [one()] })).return;
    assert.equal(approved.state, 'approved');
    assert.equal(approved.expiresAt, '2026-01-20T10:00:00.000Z');
    const policy = { returns: { review: true, settleOn: 'request' } } as const;
    const looked = done(back(aDelivered(), { lines: [one()] }, { policy }));
    assert.equal(looked.return.state, 'requested');
    assert.deepEqual([looked.review, looked.moves[0]?.now], [true, false]);
  });

  test('names the reason, the words and the pictures', () => {
    const wish = one({ reason: 'damaged', note: 'A crack', photos: ['u1'] });
    const { return: made } = done(back(aDelivered(), { lines: [wish] }));
    const { reason, note, photos } = made.lines[0]!;
    assert.deepEqual([reason, note, photos], ['damaged', 'A crack', ['u1']]);
  });

  test('keeps what was answered to what its reason asks further, and nothing else', () => {
    const asked = { ...aPolicy().returns.reasons.too_small!, followUps: [howMuch] };
    const policy = { returns: { reasons: { too_small: asked } } };
    const told = (answers: object) =>
      back(aDelivered(), { lines: [one({ reason: 'too_small', answers })] }, { policy });
    const { return: made } = done(told({ how_much: 'a_size' }));
    assert.deepEqual(made.lines[0]?.answers, { how_much: 'a_size' });
    for (const answers of [{ how_much: 'miles' }, { colour: 'a_size' }])
      assert.deepEqual(told(answers), { refused: 'validation_failed', lines: ['l1'] });
  });

  test('goes to nobody twice while the first is on its way', () => {
    const of = aDelivered({ lines: [aLine({ quantity: 2 })] });
    const { moves: planned, return: made } = done(back(of, { lines: [one()] }));
    const then = { ...of, planned, returns: [{ ...made, id: 'r1' }] };
    assert.deepEqual(moves(done(back(then, { lines: [one()] }))), [['visa', 10_000]]);
    assert.deepEqual(back(then, { lines: [one({ quantity: 2 })] }), {
      refused: 'nothing_left',
      lines: ['l1'],
    });
  });
});

describe('The money of a return goes', () => {
  const to: [string, PolicyWish, string][] = [
    ['visa', {}, 'visa'],
    ['gift', {}, 'payment_method_refused'],
    ['gift', { returns: { refundTo: 'original_or_gift_card' } }, 'gift'],
    ['paypal', { returns: { refundTo: 'original_or_gift_card' } }, 'payment_method_refused'],
    ['theirs', {}, 'payment_method_refused'],
  ];
  for (const [refundTo, policy, expected] of to)
    test(`to ${refundTo}, or not: ${expected}`, () => {
      const decided = back(aDelivered(), { lines: [one()], refundTo }, { policy });
      assert.equal('kind' in decided ? decided.moves[0]?.method : decided.refused, expected);
    });

  test('to store credit with its bonus, by percent or at once for all', () => {
    const wish = { lines: [one({ outcome: credit })] };
    const bonus = (storeCredit: unknown) =>
      ({ policy: { returns: { bonus: { storeCredit } } } }) as Around;
    const tenth = done(back(aDelivered(), wish, bonus({ kind: 'percent', percent: 12.5 })));
    assert.deepEqual(moves(tenth), [['store_credit', 11_250]]);
    assert.deepEqual(sums(tenth).at(-1), ['bonus', 1250]);
    const flat = done(back(aDelivered(), wish, bonus({ kind: 'flat', amount: 500 })));
    assert.deepEqual(moves(flat), [['store_credit', 10_500]]);
  });

  test('in part to each, as its lines say', () => {
    const of = aDelivered({ lines: [aLine({ quantity: 2 })] });
    const change = done(back(of, { lines: [one(), one({ outcome: credit })] }));
    assert.deepEqual(moves(change), [
      ['visa', 10_000],
      ['store_credit', 10_000],
    ]);
  });

  test('nowhere where nothing was paid', () => {
    const change = done(back(aDelivered({ payments: [] }), { lines: [one()] }));
    assert.deepEqual(change.moves, []);
    assert.deepEqual(sums(change).at(-1), ['unpaid', -10_000]);
  });
});

describe('What a return costs', () => {
  const reason = (more: object) => ({
    no_longer_needed: { outcomes: ['refund', 'exchange'], returnShipping: 'shopper', ...more },
    damaged: { outcomes: ['refund'], returnShipping: 'shop' },
  });
  const costs = (more: object, rest: object = {}): Around => ({
    policy: { returns: { reasons: reason(more), ...rest } } as PolicyWish,
  });

  test('is a fee by item or by percent, never more than the item', () => {
    const fee = (of: unknown) =>
      sums(done(back(aDelivered(), { lines: [one()] }, costs({ fee: of }))));
    assert.deepEqual(fee({ kind: 'flat', amount: 300 }), [
      ['item', 10_000],
      ['fee', -300],
    ]);
    assert.deepEqual(fee({ kind: 'percent', percent: 15 }).at(-1), ['fee', -1500]);
    assert.deepEqual(fee({ kind: 'flat', amount: 20_000 }).at(-1), ['fee', -10_000]);
  });

  test('is the fee of the line, unless the shop is at fault', () => {
    const around: Around = {
      policy: {
        ...costs({ fee: { kind: 'flat', amount: 1 } }).policy,
        lines: [{ match: {}, fee: { kind: 'flat', amount: 700 } }],
      },
    };
    assert.deepEqual(sums(done(back(aDelivered(), { lines: [one()] }, around))).at(-1), [
      'fee',
      -700,
    ]);
    const broken = one({ reason: 'damaged' });
    assert.deepEqual(sums(done(back(aDelivered(), { lines: [broken] }, around))), [
      ['item', 10_000],
    ]);
  });

  test('is the way back, once, unless the shop pays for some of it or it is sent by oneself', () => {
    const around = costs({}, { returnShippingFee: 450 });
    const of = aDelivered({ lines: [aLine({ quantity: 2 })] });
    const cost = (wish: object) =>
      sums(done(back(of, wish, around))).find(([kind]) => kind === 'return_shipping')?.[1];
    assert.equal(cost({ lines: [one({ quantity: 2 })] }), -450);
    assert.equal(cost({ lines: [one(), one()] }), -450);
    assert.equal(cost({ lines: [one(), one({ reason: 'damaged' })] }), undefined);
    assert.equal(cost({ lines: [one()], method: 'own' }), undefined);
  });

  test('is never more than what comes of it', () => {
    const change = done(
      back(
        aDelivered({ lines: [aLine({ unitPrice: 200 })] }),
        { lines: [one()] },
        costs({}, { returnShippingFee: 450 }),
      ),
    );
    assert.deepEqual(sums(change).at(-1), ['return_shipping', -200]);
    assert.deepEqual(change.moves, []);
  });
});

describe('The way there is refunded', () => {
  const of = aDelivered({
    lines: [aLine({ quantity: 2 }), aLine({ id: 'l2', unitPrice: 10_000 })],
    shipping: 500,
  });
  const shipping = (refundShipping: string, wishes: object[], returns: Case['returns'] = []) => {
    const policy = { returns: { refundShipping } } as PolicyWish;
    const change = done(back({ ...of, returns }, { lines: wishes }, { policy }));
    return sums(change).find(([kind]) => kind === 'shipping')?.[1];
  };
  const all = [one({ quantity: 2 }), one({ line: 'l2' })];
  const broken = [one({ reason: 'damaged' })];

  test('with the whole order', () => assert.equal(shipping('whole_order', all), 500));
  test('not with a part of it', () => assert.equal(shipping('whole_order', [one()]), undefined));
  test('with the last part of it', () => {
    const earlier = aReturn({ quantity: 2 }, 'settled');
    assert.equal(shipping('whole_order', [one({ line: 'l2' })], [earlier]), 500);
  });
  test('by its share where the shop is at fault', () =>
    assert.equal(shipping('shop_at_fault', broken), 166));
  test('not by whim', () => assert.equal(shipping('shop_at_fault', all), undefined));
  test('or never', () => assert.equal(shipping('never', all), undefined));
});

describe('Exchanging', () => {
  const swap = (variant: string, wish: object = {}, around: Around = {}, of = aDelivered()) =>
    back(of, { lines: [one({ outcome: exchange(variant) })], ...wish }, around);

  test('for the same price moves goods alone', () => {
    const change = done(swap('boots-39'));
    assert.deepEqual(sums(change), [
      ['item', 10_000],
      ['item', -10_000],
    ]);
    assert.deepEqual(
      change.sums.map(({ label }) => label),
      [undefined, 'Winter boots · 39'],
    );
    assert.deepEqual(change.moves, []);
    assert.deepEqual(change.stock, [{ variant: 'boots-39', by: -1 }]);
    assert.deepEqual(
      [change.return.lines[0]?.variant, change.return.lines[0]?.unitPrice],
      ['boots-39', 10_000],
    );
  });

  test('charges what the new one costs more, and gives back what it costs less', () => {
    assert.deepEqual(moves(done(swap('boots-40', { payment: 'paypal' }))), [['paypal', -2000]]);
    assert.deepEqual(moves(done(swap('boots-40'))), [['visa', -2000]]);
    assert.deepEqual(moves(done(swap('boots-41', { payment: 'paypal' }))), [['paypal', 3000]]);
    assert.deepEqual(moves(done(swap('boots-41'))), [['visa', 3000]]);
  });

  test('makes credit of what it costs less, where that is wished, without a bonus', () => {
    const bonus = { storeCredit: { kind: 'flat', amount: 800 } } as const;
    const wish = { refundTo: 'store_credit' };
    const policy = { returns: { bonus } };
    assert.deepEqual(moves(done(swap('boots-41', wish, { policy }))), [['store_credit', 3000]]);
    assert.deepEqual(moves(done(swap('boots-40', { ...wish, payment: 'paypal' }))), [
      ['paypal', -2000],
    ]);
    const refused = { refused: 'payment_method_refused' };
    assert.deepEqual(swap('boots-41', wish, { policy: { storeCredit: false } }), refused);
    assert.deepEqual(back(aDelivered(), { lines: [one()], ...wish }), refused);
  });

  test('takes its discount along to the same product, and no more than was paid', () => {
    const of = aDelivered({ discounts: [{ label: 'Nearly free', amount: -9000 }] });
    assert.deepEqual(sums(done(swap('boots-40', {}, {}, of))), [
      ['item', 10_000],
      ['item', -12_000],
    ]);
    assert.deepEqual(moves(done(swap('boots-41', {}, {}, of))), [['visa', 300]]);
  });

  test('for any product takes what the old one came to', () => {
    const policy = { returns: { exchangeFor: 'any' } } as const;
    const of = aDelivered({ discounts: [{ label: 'Welcome', amount: -1000 }] });
    assert.deepEqual(moves(done(swap('coat', {}, { policy }, of))), [['visa', -6000]]);
    assert.deepEqual(swap('coat'), { refused: 'variant_unavailable', lines: ['l1'] });
  });

  test('adds a bonus that makes it cheaper and is never paid out', () => {
    const policy = { returns: { bonus: { exchange: { kind: 'flat', amount: 1500 } } } } as const;
    assert.deepEqual(moves(done(swap('boots-40', {}, { policy }))), [['visa', -500]]);
    assert.deepEqual(moves(done(swap('boots-41', {}, { policy }))), [['visa', 3000]]);
    const large = { returns: { bonus: { exchange: { kind: 'flat', amount: 9000 } } } } as const;
    assert.deepEqual(moves(done(swap('boots-40', {}, { policy: large }))), []);
  });

  test('at once holds the price of the new one', () => {
    const policy = { returns: { instantExchange: true } } as const;
    const { hold, return: made } = done(swap('boots-40', { instant: true }, { policy }));
    assert.deepEqual([hold?.method, hold?.amount, made.instant], ['visa', -12_000, true]);
    assert.equal(hold?.until, made.expiresAt);
    assert.deepEqual(swap('boots-40', { instant: true }), { refused: 'not_offered' });
  });

  const refusals: [string, string, object, Around, string][] = [
    ['a variant that is gone', 'boots-42', {}, {}, 'variant_unavailable'],
    ['a variant nobody knows', 'boots-99', {}, {}, 'variant_unavailable'],
    [
      'a gift card with too little on it',
      'boots-40',
      { payment: 'gift' },
      { methods: [giftCard(1999)] },
      'insufficient_balance',
    ],
    ['somebody else’s card', 'boots-40', { payment: 'theirs' }, {}, 'payment_method_refused'],
  ];
  for (const [what, variant, wish, around, refused] of refusals)
    test(`is refused for ${what}`, () => {
      const decided = swap(variant, wish, around);
      assert.equal('refused' in decided && decided.refused, refused);
    });

  test('is refused for more than there are, in one line or in two', () => {
    const of = aDelivered({ lines: [aLine({ quantity: 2 })] });
    const lines = [one({ outcome: exchange('boots-43') }), one({ outcome: exchange('boots-43') })];
    assert.deepEqual(back(of, { lines }), { refused: 'variant_unavailable', lines: ['l1'] });
  });

  test('replaces what is broken, without money', () => {
    const change = done(
      back(aDelivered(), { lines: [one({ reason: 'damaged', outcome: { kind: 'replacement' } })] }),
    );
    assert.deepEqual([change.sums, change.moves], [[], []]);
    assert.deepEqual(change.stock, [{ variant: 'boots-38', by: -1 }]);
  });
});

describe('What was a gift', () => {
  const policy = { returns: { gift: true } } as const;
  const gift = (wish: object, around: Around = { policy }) =>
    back(aDelivered(), { gift: true, ...wish }, around);

  test('becomes credit, never the giver’s money', () => {
    assert.deepEqual(moves(done(gift({ lines: [one({ outcome: credit })] }))), [
      ['store_credit', 10_000],
    ]);
    assert.deepEqual(gift({ lines: [one()] }), { refused: 'not_offered', lines: ['l1'] });
    assert.deepEqual(moves(done(gift({ lines: [one({ outcome: exchange('boots-41') })] }))), [
      ['store_credit', 3000],
    ]);
  });

  test('is not exchanged for more on the giver’s card', () => {
    const lines = [one({ outcome: exchange('boots-40') })];
    assert.deepEqual(gift({ lines }), { refused: 'payment_method_refused' });
    assert.deepEqual(moves(done(gift({ lines, payment: 'paypal' }))), [['paypal', -2000]]);
  });

  test('is not asked about where the shop does not', () => {
    assert.deepEqual(gift({ lines: [one({ outcome: credit })] }, {}), { refused: 'not_offered' });
  });
});

describe('What is worth little', () => {
  const policy = {
    returns: {
      reasons: { damaged: { outcomes: ['refund'], returnShipping: 'shop', keepBelow: 1000 } },
    },
  } as unknown as PolicyWish;
  const cheap = aDelivered({ lines: [aLine({ unitPrice: 999 })] });
  const wish = { lines: [one({ reason: 'damaged' })], method: 'keep' };

  test('is kept, and the money comes at once', () => {
    const change = done(back(cheap, wish, { policy }));
    assert.equal(change.moves[0]?.now, true);
    assert.deepEqual([change.return.state, change.return.expiresAt], ['settled', undefined]);
  });

  test('and is not when it is worth more', () => {
    assert.deepEqual(back(aDelivered(), wish, { policy }), {
      refused: 'not_offered',
      lines: ['l1'],
    });
  });
});

describe('A return is refused', () => {
  const table: [string, Case, object, Around, Refused['refused']][] = [
    ['of a line of another order', aDelivered(), one({ line: 'l9' }), {}, 'nothing_left'],
    [
      'of one part of a set',
      aDelivered({ lines: [aLine({ bundle: 's' }), aLine({ id: 'l2', bundle: 's' })] }),
      one(),
      {},
      'bundle_torn',
    ],
    ['of more than there is', aDelivered(), one({ quantity: 2 }), {}, 'nothing_left'],
    ['of what has not arrived', aCase({ status: 'shipped' }), one(), {}, 'not_delivered'],
    [
      'of what goes back already',
      aDelivered({}, { returns: [aReturn()] }),
      one(),
      {},
      'return_running',
    ],
    [
      'of what is exchanged already',
      aDelivered({}, { returns: [aReturn({ outcome: 'exchange' }, 'settled')] }),
      one(),
      {},
      'nothing_left',
    ],
    [
      'for a reason the shop does not know',
      aDelivered(),
      one({ reason: 'too_late' }),
      {},
      'not_offered',
    ],
    [
      'for an outcome its reason does not open',
      aDelivered(),
      one({ reason: 'damaged', outcome: credit }),
      {},
      'not_offered',
    ],
    [
      'without the picture that is asked for',
      aDelivered(),
      one({ reason: 'damaged' }),
      {
        policy: {
          returns: {
            reasons: { damaged: { outcomes: ['refund'], photo: true, returnShipping: 'shop' } },
          },
        } as unknown as PolicyWish,
      },
      'photo_required',
    ],
    [
      'after its time',
      aDelivered(),
      one(),
      { policy: { returns: { window: { from: 'delivery', days: 0.5 } } } },
      'window_closed',
    ],
  ];
  for (const [what, of, wish, around, refused] of table)
    test(what, () => {
      const decided = back(of, { lines: [wish] }, around);
      assert.equal('refused' in decided && decided.refused, refused);
    });

  test('by a way the shop does not have', () => {
    const policy = { returns: { methods: ['own'] } } as PolicyWish;
    assert.deepEqual(back(aDelivered(), { lines: [one()] }, { policy }), {
      refused: 'not_offered',
    });
  });
});
