import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EditRequest } from '../../../src/contract/edits.ts';
import type { Change, Refused, VariantRecord } from '../../../src/domain/changes/changes.ts';
import { decideEdit } from '../../../src/domain/changes/edits.ts';
import { sumOf, type OrderRecord } from '../../../src/domain/orders/orders.ts';
import type { Case } from '../../../src/domain/policy/case.ts';
import {
  aCase,
  aLine,
  aPolicy,
  aVariant,
  giftCard,
  visa,
  type PolicyWish,
} from '../../builders/cases.ts';

const now = new Date('2026-01-01T12:00:00.000Z');

type Wish = { [Key in keyof EditRequest]?: unknown } & Record<string, unknown>;
interface Around {
  policy?: PolicyWish;
  variants?: VariantRecord[];
  methods?: (typeof visa)[];
}

const shelf = [
  aVariant({ id: 'boots-38' }),
  aVariant({ id: 'boots-39' }),
  aVariant({ id: 'boots-40', price: 12_000 }),
  aVariant({ id: 'boots-41', price: 7000 }),
  aVariant({ id: 'boots-42', available: false }),
  aVariant({ id: 'boots-43', stock: 1 }),
  aVariant({ id: 'boots-44', currency: 'USD' }),
  aVariant({ id: 'wax', product: 'wax', name: 'Wax', price: 900 }),
];

const edit = (of: Case, wish: Wish, { policy, variants = shelf, methods }: Around = {}) =>
  decideEdit({
    case: of,
    policy: aPolicy(policy),
    request: EditRequest.parse(wish),
    now,
    methods: methods ?? [visa, giftCard(5000)],
    variants: new Map(variants.map((each) => [each.id, each])),
  });

const items = (of: Case, wish: object, around: Around = {}) =>
  edit(of, { kind: 'items', ...wish }, around);

function done(decided: Change | Refused): Change & { order: OrderRecord } {
  assert.ok('kind' in decided, JSON.stringify(decided));
  assert.ok(decided.order);
  return { ...decided, order: decided.order };
}

const moved = ({ moves }: Change) => moves.map(({ method, amount }) => [method, amount]);

describe('Changing items', () => {
  test('to a variant of the same price moves goods and no money', () => {
    const change = done(items(aCase(), { lines: [{ line: 'l1', variant: 'boots-39' }] }));
    assert.equal(change.order.lines[0]?.variant, 'boots-39');
    assert.deepEqual(change.sums, []);
    assert.deepEqual(change.moves, []);
    assert.equal(change.payBy, undefined);
    assert.deepEqual(change.stock, [
      { variant: 'boots-38', by: 1 },
      { variant: 'boots-39', by: -1 },
    ]);
  });

  test('to a dearer one charges the difference, and says until when it is to be paid', () => {
    const change = done(items(aCase(), { lines: [{ line: 'l1', variant: 'boots-40' }] }));
    assert.deepEqual(change.sums, [{ kind: 'item', line: 'l1', amount: -2000 }]);
    assert.deepEqual(moved(change), [['visa', -2000]]);
    assert.equal(change.payBy, '2026-01-01T13:00:00.000Z');
    assert.equal(change.order.total, 12_000);
    assert.deepEqual(change.order.payments.at(-1)?.amount, 2000);
  });

  test('to a cheaper one gives the difference back, to what paid or to the method chosen', () => {
    const lines = [{ line: 'l1', variant: 'boots-41' }];
    assert.deepEqual(moved(done(items(aCase(), { lines }))), [['visa', 3000]]);
    assert.deepEqual(moved(done(items(aCase(), { lines, payment: 'gift' }))), [['gift', 3000]]);
  });

  test('to the same one is a change all the same', () => {
    const change = done(items(aCase(), { lines: [{ line: 'l1', variant: 'boots-38' }] }));
    assert.deepEqual([change.sums, change.moves, change.stock], [[], [], []]);
  });

  test('in number keeps the price at which it was bought', () => {
    const of = aCase({ lines: [aLine({ unitPrice: 9000 })] });
    const change = done(items(of, { lines: [{ line: 'l1', quantity: 3 }] }));
    assert.equal(change.order.total, 27_000);
    assert.deepEqual(change.stock, [{ variant: 'boots-38', by: -2 }]);
  });

  test('by an item more makes a new line', () => {
    const of = aCase({ lines: [aLine(), aLine({ id: 'added-2' })] });
    const change = done(items(of, { add: [{ variant: 'wax', quantity: 2 }] }));
    const { id, name, product, quantity, unitPrice } = change.order.lines.at(-1)!;
    assert.deepEqual([id, name, product, quantity, unitPrice], ['added-3', 'Wax', 'wax', 2, 900]);
    assert.deepEqual(change.sums, [{ kind: 'item', line: 'added-3', label: 'Wax', amount: -1800 }]);
  });

  test('shrinks discounts with the items, and keeps the rate of the tax', () => {
    const of = aCase({
      discounts: [{ label: 'Welcome', amount: -1000 }],
      tax: 900,
      taxIncluded: false,
      shipping: 495,
    });
    const down = done(items(of, { lines: [{ line: 'l1', variant: 'boots-41' }] }));
    assert.deepEqual(down.sums, [
      { kind: 'item', line: 'l1', amount: 3000 },
      { kind: 'discount', label: 'Welcome', amount: -300 },
      { kind: 'tax', amount: 270 },
    ]);
    const up = done(items(of, { lines: [{ line: 'l1', variant: 'boots-40' }] }));
    assert.deepEqual(up.sums, [
      { kind: 'item', line: 'l1', amount: -2000 },
      { kind: 'tax', amount: -200 },
    ]);
  });

  test('of an order that nobody has paid yet leaves the difference to be paid', () => {
    const of = aCase({ payments: [] });
    const dearer = done(items(of, { lines: [{ line: 'l1', variant: 'boots-40' }] }));
    assert.deepEqual(dearer.sums.at(-1), { kind: 'unpaid', amount: 2000 });
    assert.deepEqual(dearer.moves, []);
  });

  const line = (variant: string) => ({ lines: [{ line: 'l1', variant }] });
  const refusals: [string, object, Around, Refused][] = [
    ['a variant of another product', line('wax'), {}, { refused: 'variant_unavailable' }],
    ['a variant nobody knows', line('boots-99'), {}, { refused: 'variant_unavailable' }],
    ['a variant that is gone', line('boots-42'), {}, { refused: 'variant_unavailable' }],
    ['a variant in other money', line('boots-44'), {}, { refused: 'variant_unavailable' }],
    [
      'more than there are',
      { lines: [{ line: 'l1', variant: 'boots-43', quantity: 2 }] },
      {},
      { refused: 'variant_unavailable' },
    ],
    [
      'an addition that is gone',
      { add: [{ variant: 'boots-42', quantity: 1 }] },
      {},
      { refused: 'variant_unavailable' },
    ],
    [
      'a line of another order',
      { lines: [{ line: 'l9', quantity: 2 }] },
      {},
      { refused: 'nothing_left', lines: ['l9'] },
    ],
    [
      'one line twice',
      {
        lines: [
          { line: 'l1', quantity: 2 },
          { line: 'l1', variant: 'boots-39' },
        ],
      },
      {},
      { refused: 'validation_failed' },
    ],
    ['nothing at all', {}, {}, { refused: 'validation_failed' }],
    [
      'a line, and nothing of it',
      { lines: [{ line: 'l1' }] },
      {},
      { refused: 'validation_failed' },
    ],
    [
      'somebody else’s card',
      { ...line('boots-40'), payment: 'theirs' },
      {},
      { refused: 'payment_method_refused' },
    ],
    [
      'somebody else’s card, though nothing is to pay',
      { ...line('boots-39'), payment: 'theirs' },
      {},
      { refused: 'payment_method_refused' },
    ],
    [
      'a gift card with too little on it',
      { ...line('boots-40'), payment: 'gift' },
      { methods: [giftCard(1999)] },
      { refused: 'insufficient_balance' },
    ],
    [
      'a gift card in other money',
      { ...line('boots-40'), payment: 'gift' },
      { methods: [giftCard(5000, 'USD')] },
      { refused: 'insufficient_balance' },
    ],
  ];
  for (const [what, wish, around, refused] of refusals)
    test(`is refused for ${what}`, () => {
      assert.deepEqual(items(aCase(), wish, around), refused);
    });

  test('is refused where the policy leaves out what it is made of', () => {
    const allowed = { ...aPolicy().edit.allowed, quantity: false };
    const policy = { edit: { allowed } };
    done(items(aCase(), line('boots-39'), { policy }));
    assert.deepEqual(items(aCase(), { lines: [{ line: 'l1', quantity: 2 }] }, { policy }), {
      refused: 'not_offered',
    });
  });

  test('with a gift card that has enough is paid at once', () => {
    const wish = { ...line('boots-40'), payment: 'gift' };
    const change = done(items(aCase(), wish, { methods: [giftCard(2000)] }));
    assert.deepEqual(moved(change), [['gift', -2000]]);
    assert.equal(change.payBy, undefined);
  });
});

describe('Changing what is no item', () => {
  test('sends it elsewhere', () => {
    const address = { lines: ['Coolsingel 1'], city: 'Rotterdam' };
    const change = done(edit(aCase(), { kind: 'address', address }));
    assert.deepEqual(change.order.address, address);
    assert.deepEqual([change.sums, change.moves], [[], []]);
  });

  test('tells somebody else, and at least one of them', () => {
    const change = done(edit(aCase(), { kind: 'contact', email: 'a@mail.example' }));
    assert.equal(change.order.email, 'a@mail.example');
    assert.deepEqual(edit(aCase(), { kind: 'contact' }), { refused: 'validation_failed' });
  });

  test('sends it another way, where the platform tells of one', () => {
    const shippingMethods = [
      { id: 'slow', label: 'Standard', price: 495 },
      { id: 'fast', label: 'Express', price: 990 },
    ];
    const of = aCase({ shipping: 495, shippingMethod: 'slow' }, { shippingMethods });
    const change = done(edit(of, { kind: 'shipping', method: 'fast' }));
    assert.deepEqual(change.sums, [{ kind: 'shipping', label: 'Express', amount: -495 }]);
    assert.equal(change.order.total, 10_990);
    assert.equal(change.order.shippingMethod, 'fast');
    assert.deepEqual(edit(of, { kind: 'shipping', method: 'slow' }), { refused: 'not_offered' });
    assert.deepEqual(edit(of, { kind: 'shipping', method: 'drone' }), { refused: 'not_offered' });
    assert.deepEqual(edit(aCase(), { kind: 'shipping', method: 'fast' }), {
      refused: 'not_offered',
    });
  });

  test('pays the whole with another method, and gives back what paid before', () => {
    const methods = [visa, giftCard(10_000)];
    const change = done(edit(aCase(), { kind: 'payment', payment: 'gift' }, { methods }));
    assert.deepEqual(moved(change), [
      ['gift', -10_000],
      ['visa', 10_000],
    ]);
    assert.deepEqual(change.sums, []);
    assert.equal(change.order.total, 10_000);
  });

  const payments: [string, string, Refused['refused']][] = [
    ['the same method', 'visa', 'payment_method_refused'],
    ['somebody else’s method', 'theirs', 'payment_method_refused'],
    ['a gift card with too little on it', 'gift', 'insufficient_balance'],
  ];
  for (const [what, payment, refused] of payments)
    test(`is not paid with ${what}`, () => {
      assert.deepEqual(edit(aCase(), { kind: 'payment', payment }), { refused });
    });
});

describe('Any change of items', () => {
  const wishes = fc.record({
    unitPrice: fc.nat(50_000),
    quantity: fc.integer({ min: 1, max: 4 }),
    variant: fc.constantFrom('boots-38', 'boots-39', 'boots-40', 'boots-41'),
    off: fc.integer({ min: 0, max: 100 }),
    tax: fc.nat(9000),
    taxIncluded: fc.boolean(),
    wanted: fc.integer({ min: 1, max: 4 }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  });

  test('moves what its sums come to, and leaves the order paid to the cent', () => {
    fc.assert(
      fc.property(wishes, ({ unitPrice, quantity, variant, off, wanted, ...rest }) => {
        const amount = -Math.floor((unitPrice * quantity * off) / 100) || 0;
        const of = aCase({
          ...rest,
          lines: [aLine({ unitPrice, quantity }), aLine({ id: 'l2', unitPrice: 700 })],
          discounts: [{ label: 'Off', amount }],
        });
        const variants = shelf.map((each) => ({ ...each, currency: rest.currency }));
        const wish = { lines: [{ line: 'l1', variant, quantity: wanted }] };
        const change = done(items(of, wish, { variants }));
        const { order, sums, moves } = change;
        const total = (all: readonly { amount: number }[]) =>
          all.reduce((sum, each) => sum + each.amount, 0);
        assert.equal(total(sums), total(moves));
        assert.equal(total(sums), of.order.total - order.total);
        assert.equal(order.total, sumOf(order));
        assert.equal(total(order.payments), order.total);
        assert.ok(order.total >= 0);
        assert.deepEqual(items(of, wish, { variants }), change);
      }),
    );
  });
});
