import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createSandboxLabels } from '../../../src/backend/labels/sandbox.ts';
import type { ReturnState } from '../../../src/contract/returns.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const policy = aPolicy();
const rows = [
  aCustomer({
    id: 'mara',
    email: MARA,
    address,
    paymentMethods: [
      {
        id: 'gift',
        kind: 'gift_card',
        label: 'Gift card',
        balance: { amount: 0, currency: 'EUR' },
      },
    ],
  }),
  aProduct({
    id: 'shirt',
    variants: ['m', 'l'].map((size) => ({
      ...{ id: `shirt-${size}`, price: 8900, currency: 'EUR', available: true, stock: 1 },
      options: { Size: size },
    })),
  }),
  anOrder({
    ...{ id: 'o-1', number: '#4051', customer: 'mara', deliveredOn: '2026-11-20', address },
    lines: [
      aLine({ id: 'shirt', product: 'shirt', variant: 'shirt-m', unitPrice: 8900, quantity: 2 }),
      aLine({ id: 'beanie', unitPrice: 2000 }),
    ],
    discounts: [{ label: 'WELCOME10', amount: -1980 }],
    payments: [{ kind: 'gift_card', label: 'Gift card', amount: 17_820, method: 'gift' }],
  }),
];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  const labels = createSandboxLabels({ shop: 'alder', currency: 'EUR', to: address });
  desk = await aBackend({ rows, shop: { policy }, ports: { labels: () => labels } });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

const shirt = (outcome: object, quantity = 1) => ({
  ...{ line: 'shirt', quantity, reason: 'too_small', outcome },
});
const wishOf = (...lines: object[]) => ({ lines, method: 'drop_off' });
async function send(request: object) {
  const quote = await mara.post('/orders/o-1/returns/quote', request);
  if (quote.status !== 200) return quote;
  return mara.post('/orders/o-1/returns', { ...request, quote: quote.body.id });
}
const move = (id: unknown, to: ReturnState) =>
  desk.storage.changes.moveReturn(desk.shop, String(id), to, {
    ...{ at: desk.clock.now, by: 'shop', policy },
  });
const giftCard = async () => {
  const { body } = await mara.get('/customer/payment-methods');
  const [card] = body.items as unknown as { balance: { amount: number } }[];
  return card?.balance.amount;
};
const stock = async () => {
  const { body } = await mara.get('/products/shirt');
  return (body['variants'] as { stock: number }[]).map((variant) => variant.stock);
};
const refund = { kind: 'refund' };

describe('Sending something back', () => {
  test('is offered in the ways that the shop allows and a carrier makes labels for', async () => {
    const order = await mara.get('/orders/o-1');
    const actions = order.body['actions'] as { methods: string[]; freeReturn?: boolean };
    assert.deepEqual(actions.methods, ['drop_off', 'label', 'pick_up', 'own']);
    assert.equal(actions.freeReturn, true);
  });

  test('in a shop without a carrier goes one’s own way', async () => {
    const alone = await aBackend({ rows, shop: { policy } });
    const visitor = await aCustomerVisitor(alone, MARA);
    const order = await visitor.get('/orders/o-1');
    assert.deepEqual((order.body['actions'] as { methods: string[] }).methods, ['own']);
    const refused = await visitor.post('/orders/o-1/returns/quote', wishOf(shirt(refund)));
    assert.equal(refused.body.code, 'not_offered');
    await alone.close();
  });

  test('is agreed to at once, and the money waits until it has arrived', async () => {
    const { body: receipt } = await send(wishOf(shirt(refund)));
    assert.deepEqual(receipt['total'], { amount: 8010, currency: 'EUR' });
    await desk.backend.settled();
    const { body: sent } = await mara.get(`/returns/${receipt['return']}`);
    assert.equal(sent['number'], '4051-1');
    assert.equal(sent['state'], 'label_sent');
    assert.equal(typeof sent['code'], 'string');
    assert.match(JSON.stringify(sent['codePicture']), /"path":"M4 4h7v1h-7z/);
    assert.equal(await giftCard(), 0);
    await move(receipt['return'], 'in_transit');
    await move(receipt['return'], 'received');
    assert.equal(await giftCard(), 8010);
    const { body: order } = await mara.get('/orders/o-1');
    const payments = order['payments'] as { amount: { amount: number } }[];
    assert.deepEqual(
      payments.map(({ amount }) => amount.amount),
      [17_820, -8010],
    );
  });

  test('gives back in parts what it gives back as a whole', async () => {
    const { body: first } = await send(wishOf(shirt(refund)));
    const { body: second } = await send(wishOf(shirt(refund)));
    const { body: third } = await send(
      wishOf({ line: 'beanie', quantity: 1, reason: 'no_longer_needed', outcome: refund }),
    );
    const sum = [first, second, third].reduce(
      (total, receipt) => total + (receipt['total'] as { amount: number }).amount,
      0,
    );
    assert.equal(sum, 17_820);
    assert.equal((await send(wishOf(shirt(refund)))).body.code, 'return_running');
  });

  test('sets aside what is sent in exchange, and lets it go when it is called off', async () => {
    const exchange = { kind: 'exchange', variant: 'shirt-l' };
    const { body: receipt } = await send(wishOf(shirt(exchange)));
    assert.deepEqual(await stock(), [1, 0]);
    assert.equal((await send(wishOf(shirt(exchange)))).body.code, 'variant_unavailable');
    const { status, body } = await mara.post(`/returns/${receipt['return']}/cancellation`);
    assert.deepEqual([status, body['state'], body['cancelable']], [200, 'cancelled', false]);
    assert.deepEqual(await stock(), [1, 1]);
    assert.equal((await send(wishOf(shirt(exchange, 1)))).status, 200);
  });

  test('cannot be called off once it is on its way', async () => {
    const { body: receipt } = await send(wishOf(shirt(refund)));
    await move(receipt['return'], 'in_transit');
    const { status, body } = await mara.post(`/returns/${receipt['return']}/cancellation`);
    assert.deepEqual([status, body.code], [409, 'return_moved_on']);
  });

  test('fifty at once speak of no unit twice', async () => {
    const quote = await mara.post('/orders/o-1/returns/quote', wishOf(shirt(refund, 2)));
    const told = await Promise.all(
      Array.from({ length: 50 }, () =>
        mara.post('/orders/o-1/returns', { ...wishOf(shirt(refund, 2)), quote: quote.body.id }),
      ),
    );
    assert.equal(told.filter(({ status }) => status === 200).length, 1);
    assert.ok(told.every(({ status, body }) => status === 200 || body.code === 'return_running'));
  });
});

describe('A present that goes back', () => {
  const BO = 'bo@lund.example';
  const given = anOrder({
    ...{ id: 'o-2', number: '#4186', customer: 'mara', email: BO, deliveredOn: '2026-11-20' },
    ...{ address, lines: [aLine({ id: 'scarf', unitPrice: 4000 })] },
    payments: [{ kind: 'gift_card', label: 'Gift card', amount: 4000, method: 'gift' }],
  });
  let bo: Visitor;
  beforeEach(async () => {
    await desk.close();
    desk = await aBackend({
      rows: [...rows, aCustomer({ id: 'bo', email: BO }), given],
      shop: { policy: aPolicy({ returns: { gift: true } }) },
    });
    mara = await aCustomerVisitor(desk, MARA);
    bo = await aCustomerVisitor(desk, BO);
  });

  async function giveBack(): Promise<unknown> {
    const outcome = { kind: 'store_credit' };
    const request = {
      lines: [{ line: 'scarf', quantity: 1, reason: 'no_longer_needed', outcome }],
      ...{ method: 'own', gift: true },
    };
    const quote = await bo.post('/orders/o-2/returns/quote', request);
    const done = await bo.post('/orders/o-2/returns', { ...request, quote: quote.body.id });
    assert.equal(done.status, 200);
    await move(done.body['return'], 'received');
    await desk.backend.settled();
    return done.body['return'];
  }
  const creditOf = async (visitor: Visitor) => {
    const { body } = await visitor.get('/customer/payment-methods');
    const methods = body.items as unknown as { kind: string; balance?: { amount: number } }[];
    return methods.find(({ kind }) => kind === 'store_credit')?.balance?.amount;
  };
  const seenBy = async (visitor: Visitor) => (await visitor.get('/orders/o-2')).body;

  test('is offered to who was given it, and to nobody else', async () => {
    const isOffered = async (visitor: Visitor) =>
      ((await seenBy(visitor))['actions'] as { gift?: true }).gift;
    assert.deepEqual([await isOffered(bo), await isOffered(mara)], [true, undefined]);
  });

  test('becomes credit of who was given it', async () => {
    await giveBack();
    assert.deepEqual([await creditOf(bo), await creditOf(mara)], [4000, undefined]);
    assert.equal(((await seenBy(bo))['returns'] as string[]).length, 1);
  });

  test('is nothing that whoever gave it learns of', async () => {
    const { actions: _, ...before } = await seenBy(mara);
    const id = await giveBack();
    const { actions, ...after } = await seenBy(mara);
    assert.deepEqual(after, before);
    await desk.storage.catalogue.put(desk.shop, [given], desk.clock.now);
    const { actions: __, ...again } = await seenBy(mara);
    assert.deepEqual(again, before);
    assert.doesNotMatch(JSON.stringify(actions), /return_running|nothing_left|already_returned/);
    assert.equal((await mara.get(`/returns/${String(id)}`)).status, 404);
    const lines = [{ line: 'scarf', quantity: 1, reason: 'no_longer_needed', outcome: refund }];
    const refused = await mara.post('/orders/o-2/returns/quote', { lines, method: 'own' });
    assert.equal(refused.body.code, 'not_offered');
    const told = desk.mails.filter(({ subject }) => subject.includes('4186'));
    assert.deepEqual(
      told.map(({ to }) => to),
      [BO],
    );
  });
});
