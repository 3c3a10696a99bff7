import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const MINUTE = 60;
const rows = [
  aCustomer({
    id: 'mara',
    email: MARA,
    paymentMethods: [
      { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4120' },
      {
        id: 'gift',
        kind: 'gift_card',
        label: 'Gift card',
        balance: { amount: 500, currency: 'EUR' },
      },
    ],
  }),
  anOrder({
    id: 'o-1',
    number: '4182',
    customer: 'mara',
    status: 'placed',
    lines: [
      aLine({ id: 'coat', variant: 'coat-m', unitPrice: 24_900 }),
      aLine({ id: 'beanie', variant: 'beanie', unitPrice: 2000, quantity: 2 }),
    ],
    discounts: [{ label: 'WELCOME10', amount: -2890 }],
    payments: [
      {
        kind: 'card',
        label: 'Visa',
        lastFour: '4120',
        amount: 20_000,
        method: 'visa',
        reference: 'pi_1',
      },
      { kind: 'gift_card', label: 'Gift card', amount: 6010, method: 'gift' },
    ],
  }),
];
const reason = 'no_longer_needed';

let desk: BackendUnderTest;
let mara: Visitor;
const start = async (policy = aPolicy({ cancel: { undoMinutes: 10 } })) => {
  desk = await aBackend({ rows, shop: { policy } });
  mara = await aCustomerVisitor(desk, MARA);
};
beforeEach(() => start());
afterEach(() => desk.close());

const quoted = async (request: object, of = 'o-1') =>
  (await mara.post(`/orders/${of}/cancellation/quote`, request)).body;
const cancel = (request: object, quote: unknown, key?: string) =>
  mara.post('/orders/o-1/cancellation', { ...request, quote }, key === undefined ? {} : { key });
const order = async () => (await mara.get('/orders/o-1')).body;
const giftCard = async () => {
  const { body } = await mara.get('/customer/payment-methods');
  return (body.items as { id: string; balance?: { amount: number } }[]).find(
    ({ id }) => id === 'gift',
  )?.balance?.amount;
};

describe('Cancelling an order', () => {
  test('shows the money first, and does nothing yet', async () => {
    const quote = await quoted({ reason });
    assert.deepEqual(quote['total'], { amount: 26_010, currency: 'EUR' });
    assert.deepEqual(
      (quote['moves'] as { method: string; amount: { amount: number } }[]).map((move) => [
        move.method,
        move.amount.amount,
      ]),
      [
        ['visa', 20_000],
        ['gift', 6010],
      ],
    );
    assert.equal((await order())['progress'] && (await giftCard()), 500);
  });

  test('does what was quoted, and gives a receipt', async () => {
    const quote = await quoted({ reason });
    const { status, body } = await cancel({ reason }, quote.id);
    assert.equal(status, 200);
    assert.equal(body.kind, 'cancellation');
    assert.deepEqual(body['total'], quote['total']);
    assert.equal(body['reason'], reason);
    assert.equal(((await order())['progress'] as { status: string }).status, 'cancelled');
    assert.equal(await giftCard(), 6510);
  });

  test('is refused with other sums than those of the quote, a changed one, an old one', async () => {
    const quote = await quoted({ reason });
    const other = await cancel({ reason: 'other' }, quote.id);
    assert.deepEqual([other.status, other.body.code], [422, 'quote_invalid']);
    const tampered = await cancel({ reason }, `9${quote.id}`);
    assert.deepEqual([tampered.status, tampered.body.code], [422, 'quote_invalid']);
    await desk.load([{ ...rows[1]!, shipping: 100, total: 26_110 } as never]);
    const changed = await cancel({ reason }, quote.id);
    assert.deepEqual([changed.status, changed.body.code], [409, 'quote_changed']);
    desk.clock.pass(9 * MINUTE);
    const young = await quoted({ reason });
    desk.clock.pass(16 * MINUTE);
    mara = await aCustomerVisitor(desk, MARA);
    const old = await cancel({ reason }, young.id);
    assert.deepEqual([old.status, old.body.code], [410, 'quote_expired']);
    assert.equal(await giftCard(), 500);
  });

  test('has one effect however often it is asked', async () => {
    const quote = await quoted({ reason });
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        cancel({ reason }, quote.id, at % 2 ? 'one-and-the-same-key' : undefined),
      ),
    );
    assert.equal(await giftCard(), 6510);
    const receipts = told.filter(({ status }) => status === 200).map(({ body }) => body.id);
    assert.equal(new Set(receipts).size, 1);
    for (const { status, body } of told)
      if (status !== 200)
        assert.ok(['order_cancelled', 'idempotency_in_flight'].includes(body.code), body.code);
  });

  test('takes part of it, and the shares of the discount with it', async () => {
    const request = { reason, lines: [{ line: 'beanie', quantity: 1 }] };
    const quote = await quoted(request);
    assert.deepEqual(quote['total'], { amount: 1800, currency: 'EUR' });
    assert.equal((await cancel(request, quote.id)).status, 200);
    const { lines, totals } = (await order()) as unknown as {
      lines: { id: string; quantity: number }[];
      totals: { total: { amount: number } };
    };
    assert.deepEqual(
      lines.map(({ id, quantity }) => [id, quantity]),
      [
        ['coat', 1],
        ['beanie', 1],
      ],
    );
    assert.equal(totals.total.amount, 24_210);
  });

  test('is taken back while its time runs, money and all', async () => {
    const before = await order();
    const { body: receipt } = await cancel({ reason }, (await quoted({ reason })).id);
    const undo = () => mara.post(`/orders/o-1/receipts/${receipt.id}/undo`);
    const { status, body } = await undo();
    assert.deepEqual([status, body['state']], [200, 'undone']);
    assert.deepEqual((await order())['totals'], before['totals']);
    assert.equal(((await order())['progress'] as { status: string }).status, 'placed');
    assert.equal(await giftCard(), 500);
    assert.equal((await undo()).body.code, 'undo_over');
  });

  test('cannot be taken back too late, nor once something else has happened', async () => {
    const { body: receipt } = await cancel({ reason }, (await quoted({ reason })).id);
    desk.clock.pass(10 * MINUTE + 1);
    mara = await aCustomerVisitor(desk, MARA);
    const late = await mara.post(`/orders/o-1/receipts/${receipt.id}/undo`);
    assert.deepEqual([late.status, late.body.code], [409, 'undo_over']);
  });

  test('asks for a fresh proof, but not for the quote', async () => {
    desk.clock.pass(11 * MINUTE);
    await mara.refresh();
    const quote = await quoted({ reason });
    assert.equal((await cancel({ reason }, quote.id)).body.code, 'step_up_required');
  });

  test('is nobody else’s to do', async () => {
    await desk.load([aCustomer({ id: 'bo', email: 'bo@lund.example' })]);
    const bo = await aCustomerVisitor(desk, 'bo@lund.example');
    const quote = await quoted({ reason });
    const tried = await bo.post('/orders/o-1/cancellation', { reason, quote: quote.id });
    assert.deepEqual([tried.status, tried.body.code], [404, 'not_found']);
  });
});

describe('A shop without a policy', () => {
  test('lets nobody cancel', async () => {
    await desk.close();
    desk = await aBackend({ rows });
    mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await quoted({ reason })).code, 'not_offered');
  });
});
