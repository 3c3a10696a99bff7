import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { CustomerRow, OrderRow } from '../../../src/contract/import.ts';
import { createSandboxPayments } from '../../../src/backend/payments/sandbox.ts';
import type { Payments } from '../../../src/backend/ports.ts';
import { createMoneyWorker } from '../../../src/backend/services/money.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const PAID = 20_000;
const visa = { kind: 'card', label: 'Visa', method: 'pm_visa', reference: 'pi_plain' } as const;

const GIFT = 3_000;
const gift = (amount: number) => ({
  ...{ id: 'gift', kind: 'gift_card' as const, label: 'Gift card' },
  balance: { amount, currency: 'EUR' },
});
const cards = ['pm_visa', 'pm_declined'].map((id) => ({
  id,
  kind: 'card' as const,
  label: 'Visa',
}));

/** Mara's order, as her shop tells it: of what is done at the desk it knows nothing. */
const told = (more: Partial<OrderRow> = {}): OrderRow =>
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', status: 'placed' },
    lines: [
      aLine({ id: 'coat', product: 'coat', variant: 'coat-m', unitPrice: 10_000, quantity: 2 }),
    ],
    payments: [{ ...visa, amount: PAID }],
    ...more,
  });
/** For one in size L 1,000 more are to be paid. */
const coat = aProduct({
  id: 'coat',
  variants: [10_000, 11_000].map((price) => ({
    ...{ id: price === 10_000 ? 'coat-m' : 'coat-l', price, currency: 'EUR', available: true },
  })),
});
const customer = (more: Partial<CustomerRow> = {}): CustomerRow =>
  aCustomer({
    ...{
      id: 'mara',
      email: MARA,
      paymentMethods: [...cards, gift(GIFT)],
    },
    ...more,
  });

let desk: BackendUnderTest;
let mara: Visitor;
let payments: Payments | undefined;

async function open(undoMinutes = 0) {
  const until = 'shipped' as const;
  const policy = { cancel: { until, undoMinutes }, edit: { until, undoMinutes } };
  payments = createSandboxPayments({ clock: () => desk.clock.now, secret: 's'.repeat(32) });
  desk = await aBackend({
    rows: [customer(), coat, told()],
    shop: { policy: aPolicy(policy) },
    ports: { payments: () => payments },
  });
  mara = await aCustomerVisitor(desk, MARA);
}
beforeEach(() => open());
afterEach(() => desk.close());

/** All that is due is moved. */
async function work() {
  const { storage, bus, clock } = desk;
  const worker = createMoneyWorker({
    ...{ money: storage.money, changes: storage.changes, shops: shopsOf([desk.shop]), bus },
    ...{ payments: () => payments, clock: () => clock.now, chance: () => 0.5 },
    log: { info: () => undefined, error: (_event, error) => assert.ifError(error) },
  });
  await worker.run(clock.now);
  await worker.settled();
}
const cancel = async (refundTo: 'original' | 'store_credit', quantity?: number) => {
  const lines = quantity && [{ line: 'coat', quantity }];
  const request = { reason: 'other', refundTo, ...(lines && { lines }) };
  const quote = await mara.post('/orders/o-1/cancellation/quote', request);
  if (quote.status !== 200) return quote;
  return mara.post('/orders/o-1/cancellation', { ...request, quote: quote.body.id });
};
const toLarge = async (payment: string) => {
  const lines = [{ line: 'coat', variant: 'coat-l', quantity: 2 }];
  const request = { kind: 'items', lines, payment };
  const quote = await mara.post('/orders/o-1/edits/quote', request);
  const done = await mara.post('/orders/o-1/edits', { ...request, quote: quote.body.id });
  assert.equal(done.status, 200);
};
const order = async () => (await desk.storage.catalogue.order('alder', 'o-1'))!;
const credit = async () => {
  const methods = await desk.storage.catalogue.paymentMethods('alder', 'mara');
  return methods.find(({ kind }) => kind === 'store_credit')?.balance?.amount ?? 0;
};
const left = async () => (await order()).payments.reduce((sum, { amount }) => sum + amount, 0);
const tell = (row: OrderRow | CustomerRow) =>
  desk.storage.catalogue.put(desk.shop, [row], desk.clock.now);
/** A row that became so before anything of this test was done, and one that did after all of it. */
const [early, late] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'];

describe('What the desk has given back, when the shop’s order comes without it', () => {
  for (const [name, when] of [
    ['told before', { updatedAt: early }],
    ['told after', { updatedAt: late }],
    ['imported', {}],
  ] as const) {
    test(`${name}: store credit is given once`, async () => {
      await cancel('store_credit');
      assert.equal(await credit(), PAID);
      await tell(told(when));
      await cancel('store_credit');
      assert.deepEqual([await credit(), await left()], [PAID, 0]);
    });

    test(`${name}: what waits for its provider, or has moved, goes back to the card once`, async () => {
      await cancel('original', 1);
      await tell(told(when));
      assert.equal(await left(), PAID / 2);
      await work();
      await tell(told(when));
      assert.equal(await left(), PAID / 2);
      await cancel('original');
      await work();
      const receipts = await desk.storage.changes.receipts('alder', 'o-1');
      const moves = receipts.flatMap((each) => each.moves);
      assert.deepEqual(
        moves.map(({ amount, state }) => [amount, state]),
        [PAID / 2, PAID / 2].map((amount) => [amount, 'done']),
      );
      assert.equal(await left(), 0);
    });
  }

  test('and is told with it later, it is counted once', async () => {
    await cancel('original', 1);
    await work();
    const back = { kind: 'card', label: 'Visa', amount: -PAID / 2 } as const;
    await tell(told({ updatedAt: late, payments: [{ ...visa, amount: PAID }, back] }));
    assert.equal(await left(), PAID / 2);
  });
});

describe('What the desk has charged, when the shop’s order comes without it', () => {
  test('stays paid, whether it is under way or has moved, and has its name then', async () => {
    await toLarge('pm_visa');
    await tell(told({ updatedAt: late }));
    assert.equal(await left(), PAID + 2_000);
    await work();
    const [, { reference } = {}] = (await order()).payments;
    assert.match(reference ?? '', /./);
    await tell(told());
    assert.deepEqual([await left(), (await order()).payments[1]?.reference], [22_000, reference]);
    await tell(told({ payments: [{ ...visa, amount: 22_000 }] }));
    assert.equal(await left(), 22_000);
  });

  test('is paid no more once it turns out not to have been', async () => {
    await toLarge('pm_declined');
    await tell(told({ updatedAt: late }));
    await work();
    assert.equal(await left(), PAID);
    await tell(told());
    assert.equal(await left(), PAID);
  });
});

describe('What was decided at the desk, when an order comes that was told before', () => {
  const edit = async (request: object) => {
    const quote = await mara.post('/orders/o-1/edits/quote', request);
    const done = await mara.post('/orders/o-1/edits', { ...request, quote: quote.body.id });
    assert.equal(done.status, 200);
  };
  const [was, moved] = ['Meir 50', 'Kade 1'].map((line) => ({
    ...{ name: 'Mara Kern', lines: [line], city: 'Antwerp', country: 'BE' },
  }));
  const packed = () =>
    told({ updatedAt: early, status: 'processing', channel: 'app', address: was!, email: MARA });

  test('stays cancelled, also in part', async () => {
    await cancel('store_credit', 1);
    await tell(packed());
    const { status, lines, total, channel } = await order();
    assert.deepEqual(
      [status, lines[0]?.quantity, total, channel],
      ['processing', 1, PAID / 2, 'app'],
    );
    await cancel('original');
    await tell(told({ updatedAt: '2026-11-23T08:30:00.000Z', status: 'placed' }));
    assert.equal((await order()).status, 'cancelled');
  });

  test('is cancelled no more by the word of a shop that has said so since', async () => {
    await cancel('store_credit');
    await tell(told({ updatedAt: late, status: 'shipped' }));
    assert.equal((await order()).status, 'shipped');
  });

  test('stays edited, and what was not edited is as it was told', async () => {
    await edit({ kind: 'address', address: moved, remember: false });
    await tell(packed());
    const { status, address } = await order();
    assert.deepEqual([status, address], ['processing', moved]);
    await edit({ kind: 'contact', email: 'mara@new.example' });
    await tell({ ...packed(), updatedAt: '2026-11-23T08:30:00.000Z' });
    assert.equal((await order()).email, 'mara@new.example');
    await toLarge('pm_visa');
    await tell({ ...packed(), updatedAt: '2026-11-23T08:40:00.000Z' });
    const { lines, total } = await order();
    assert.deepEqual([lines[0]?.variant, total, await left()], ['coat-l', 22_000, 22_000]);
  });

  test('can still be undone', async () => {
    await desk.close();
    await open(10);
    const { body } = await cancel('original');
    await tell(told({ updatedAt: early }));
    assert.equal((await mara.post(`/orders/o-1/receipts/${body.id}/undo`)).status, 200);
    assert.deepEqual([(await order()).status, await left()], ['placed', PAID]);
  });
});

describe('What the desk has taken from a gift card, when its customer comes', () => {
  const left = async () => {
    const methods = await desk.storage.catalogue.paymentMethods('alder', 'mara');
    return methods.find(({ id }) => id === 'gift')?.balance?.amount;
  };
  test('is not on it again by what was told before, however often', async () => {
    await toLarge('gift');
    for (const updatedAt of [early, '2026-11-23T08:30:00.000Z'])
      await tell(customer({ updatedAt }));
    assert.equal(await left(), GIFT - 2_000);
  });

  test('and has put on it, is on top of what was told before that', async () => {
    await toLarge('gift');
    desk.clock.pass(60);
    await cancel('original');
    desk.clock.pass(60);
    await tell(customer({ updatedAt: early }));
    assert.equal(await left(), GIFT);
    await tell(customer({ updatedAt: '2026-11-23T09:00:30.000Z', paymentMethods: [gift(1_000)] }));
    assert.equal(await left(), GIFT);
  });

  test('is what was told since', async () => {
    await toLarge('gift');
    await tell(customer({ updatedAt: late, paymentMethods: [gift(2_500)] }));
    assert.equal(await left(), 2_500);
    await tell(customer());
    assert.equal(await left(), GIFT);
  });
});
