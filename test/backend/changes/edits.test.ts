import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Order } from '../../../src/contract/orders.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const gift = { id: 'gift', kind: 'gift_card', label: 'Gift card' } as const;
const variant = (id: string, price: number, more: object = {}) => ({
  ...{ id, price, currency: 'EUR', options: { Size: id.slice(-1).toUpperCase() } },
  available: true,
  ...more,
});
const rows = [
  aCustomer({
    id: 'mara',
    email: MARA,
    address,
    paymentMethods: [
      { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4120' },
      { ...gift, balance: { amount: 1000, currency: 'EUR' } },
    ],
  }),
  aCustomer({ id: 'bo', email: BO }),
  aProduct({
    id: 'coat',
    variants: [
      variant('coat-m', 20_000, { stock: 3 }),
      variant('coat-l', 20_500, { stock: 1 }),
      variant('coat-s', 30_000),
      variant('coat-x', 10_000, { available: false }),
    ],
  }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', email: BO, status: 'placed', address },
    lines: [aLine({ id: 'coat', product: 'coat', variant: 'coat-m', unitPrice: 20_000 })],
    payments: [{ kind: 'card', label: 'Visa', lastFour: '4120', amount: 20_000, method: 'visa' }],
  }),
];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows, shop: { policy: aPolicy(), webhooks: [anEndpoint()] } });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

type Actions = NonNullable<Order['actions']>;
interface Said {
  lines: { variant: string; unitPrice: { amount: number } }[];
  payments: { method: string; amount: { amount: number } }[];
  address: object;
}
const order = async () => (await mara.get('/orders/o-1')).body as unknown as Said;
async function edit(request: object, by = mara) {
  const quote = await by.post('/orders/o-1/edits/quote', request);
  if (quote.status !== 200) return quote;
  return by.post('/orders/o-1/edits', { ...request, quote: quote.body.id });
}
/** The own addresses that the shop's own systems have not been told of yet. */
const addressesTold = async () =>
  (await toldBy(desk)).flatMap(({ type, data }) =>
    type === 'customer.updated' ? [data.customer.address] : [],
  );
const to = (id: string, payment = 'gift') => ({
  ...{ kind: 'items', lines: [{ line: 'coat', variant: id }], payment },
});

describe('Editing an order', () => {
  test('puts another variant in the place of one, and takes the difference', async () => {
    const { body } = await edit(to('coat-l'));
    assert.deepEqual([body.kind, body['state']], ['edit', 'done']);
    assert.deepEqual(body['total'], { amount: -500, currency: 'EUR' });
    const { lines, payments } = await order();
    assert.deepEqual(
      lines.map((line) => [line.variant, line.unitPrice.amount]),
      [['coat-l', 20_500]],
    );
    assert.deepEqual(
      payments.map(({ method, amount }) => [method, amount.amount]),
      [
        ['visa', 20_000],
        ['gift', 500],
      ],
    );
    const { body: product } = await mara.get('/products/coat');
    assert.deepEqual(
      (product['variants'] as { stock?: number; available: boolean }[])
        .slice(0, 2)
        .map(({ stock, available }) => [stock, available]),
      [
        [4, true],
        [0, false],
      ],
    );
  });

  test('is refused where the variant or the money is not there', async () => {
    assert.equal((await edit(to('coat-x'))).body.code, 'variant_unavailable');
    assert.equal((await edit(to('coat-s'))).body.code, 'insufficient_balance');
    assert.equal((await edit(to('coat-l', 'nobodys'))).body.code, 'payment_method_refused');
  });

  test('sends it elsewhere, and remembers the address for its customer alone', async () => {
    const moved = { lines: ['Ham 12'], city: 'Ghent', country: 'BE' };
    const wish = { kind: 'address', address: moved, remember: true };
    const bo = await aCustomerVisitor(desk, BO);
    assert.equal((await edit(wish, bo)).status, 200);
    assert.deepEqual((await order()).address, moved);
    assert.deepEqual((await mara.get('/customer')).body['address'], address);
    assert.deepEqual(await addressesTold(), []);
    assert.equal((await edit(wish)).status, 200);
    assert.deepEqual((await mara.get('/customer')).body['address'], moved);
    assert.deepEqual(await addressesTold(), [moved]);
  });

  test('sends it another way for the difference, until the warehouse has begun', async () => {
    await desk.close();
    const sent = (more: object = {}) =>
      rows.map((row) =>
        row.type === 'order' ? { ...row, shippingMethod: 'standard', ...more } : row,
      );
    const shippingMethods = [
      { id: 'standard', label: 'Standard', price: 0 },
      { id: 'express', label: 'Express', price: 690 },
    ];
    desk = await aBackend({ rows: sent(), shop: { policy: aPolicy(), shippingMethods } });
    mara = await aCustomerVisitor(desk, MARA);
    const actions = async () => (await mara.get('/orders/o-1')).body['actions'] as Actions;
    assert.deepEqual(
      (await actions()).shippingMethods?.map(({ id, price, chosen }) => [id, price.amount, chosen]),
      [
        ['standard', 0, true],
        ['express', 690, undefined],
      ],
    );
    const faster = { kind: 'shipping', method: 'express', payment: 'gift' };
    const { body } = await edit(faster);
    assert.deepEqual(body['total'], { amount: -690, currency: 'EUR' });
    const { totals } = (await mara.get('/orders/o-1')).body as unknown as {
      totals: { shipping: object };
    };
    assert.deepEqual(totals.shipping, { amount: 690, currency: 'EUR' });
    const back = await edit({ kind: 'shipping', method: 'standard' });
    assert.deepEqual(back.body['total'], { amount: 690, currency: 'EUR' });

    await desk.load(sent({ status: 'processing' }));
    assert.equal((await edit(faster)).body.code, 'already_in_hand');
    const { editShipping, shippingMethods: none } = await actions();
    assert.deepEqual([editShipping.allowed, none], [false, undefined]);
  });

  test('that the shop looks at first remembers the address once it has agreed', async () => {
    await desk.close();
    const risky = rows.map((row) =>
      row.type === 'order' ? { ...row, risk: 'high' as const } : row,
    );
    const policy = aPolicy({ highRisk: 'review' });
    desk = await aBackend({ rows: risky, shop: { policy, webhooks: [anEndpoint()] } });
    mara = await aCustomerVisitor(desk, MARA);
    const bo = await aCustomerVisitor(desk, BO);
    const own = async () => (await mara.get('/customer')).body['address'];
    for (const [city, by, then] of [
      ['Ghent', bo, 'Antwerp'],
      ['Liège', mara, 'Liège'],
    ] as const) {
      const moved = { lines: ['Ham 12'], city, country: 'BE' };
      const { body } = await edit({ kind: 'address', address: moved, remember: true }, by);
      assert.equal(body['state'], 'in_review');
      assert.deepEqual(await own(), address);
      await desk.storage.changes.review(desk.shop, String(body['id']), true, desk.clock.now);
      assert.equal(((await own()) as typeof address).city, then);
      const told = by === mara ? [moved] : [];
      assert.deepEqual(await addressesTold(), told);
    }
  });

  test('never pays with what belongs to somebody else', async () => {
    const bo = await aCustomerVisitor(desk, BO);
    assert.equal((await edit(to('coat-l'), bo)).body.code, 'payment_method_refused');
  });

  test('pays with another method, and gives the first one back', async () => {
    await desk.load([
      aCustomer({
        ...{ id: 'mara', email: MARA, address },
        paymentMethods: [{ ...gift, balance: { amount: 20_000, currency: 'EUR' } }],
      }),
    ]);
    const { body } = await edit({ kind: 'payment', payment: 'gift' });
    assert.deepEqual(
      (body['moves'] as { method: string; amount: { amount: number } }[]).map((move) => [
        move.method,
        move.amount.amount,
      ]),
      [
        ['gift', -20_000],
        ['visa', 20_000],
      ],
    );
  });

  test('changes the payment once, where the shop says so', async () => {
    await desk.close();
    desk = await aBackend({ rows, shop: { policy: aPolicy({ edit: { paymentOnce: true } }) } });
    await desk.load([
      aCustomer({
        ...{ id: 'mara', email: MARA, address },
        paymentMethods: [
          { ...gift, balance: { amount: 20_000, currency: 'EUR' } },
          { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4120' },
        ],
      }),
    ]);
    mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await edit({ kind: 'payment', payment: 'gift' })).status, 200);
    const again = await edit({ kind: 'payment', payment: 'visa' });
    assert.deepEqual([again.status, again.body.code], [409, 'already_edited']);
    assert.equal((await edit({ kind: 'contact', phone: '+32 470 00 00 00' })).status, 200);
  });
});
