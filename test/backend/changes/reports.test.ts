import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { OrderActions } from '../../../src/contract/actions.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy, type PolicyWish } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const MINUTE = 60;
const gift = { id: 'gift', kind: 'gift_card', label: 'Gift card' } as const;
const rows = [
  aCustomer({
    ...{ id: 'mara', email: MARA },
    paymentMethods: [{ ...gift, balance: { amount: 500, currency: 'EUR' } }],
  }),
  aProduct({
    id: 'coat',
    variants: [{ id: 'coat-m', price: 24_900, currency: 'EUR', available: true, stock: 3 }],
  }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', status: 'delivered' },
    lines: [
      aLine({ id: 'coat', product: 'coat', variant: 'coat-m', unitPrice: 24_900 }),
      aLine({ id: 'beanie', variant: 'beanie', unitPrice: 2000, quantity: 2 }),
    ],
    payments: [{ kind: 'gift_card', label: 'Gift card', amount: 28_900, method: 'gift' }],
  }),
];

let desk: BackendUnderTest;
let mara: Visitor;
const start = async (reports: Required<PolicyWish>['reports']) => {
  desk = await aBackend({ rows, shop: { policy: aPolicy({ reports }) } });
  mara = await aCustomerVisitor(desk, MARA);
};
beforeEach(() => start({ resolve: ['refund', 'replace', 'resend'] }));
afterEach(() => desk.close());

const quote = (request: object, by = mara) => by.post('/orders/o-1/reports/quote', request);
async function report(request: object, by = mara, key?: string) {
  const quoted = await quote(request, by);
  if (quoted.status !== 200) return quoted;
  const wish = { ...request, quote: quoted.body.id };
  return by.post('/orders/o-1/reports', wish, key === undefined ? {} : { key });
}
const actions = async () => {
  const { body } = await mara.get('/orders/o-1');
  return body['actions'] as unknown as OrderActions;
};
const giftCard = async () => {
  const { body } = await mara.get('/customer/payment-methods');
  return (body.items as { balance?: { amount: number } }[])[0]?.balance?.amount;
};
const stock = async () => {
  const { body } = await mara.get('/products/coat');
  return (body['variants'] as { stock: number }[])[0]?.stock;
};
const beanie = { kind: 'damaged', lines: [{ line: 'beanie', quantity: 1 }] };

describe('Reporting that something is wrong', () => {
  test('says with the order what may be told, and of which units', async () => {
    const { report: verdict, reports } = await actions();
    assert.deepEqual(verdict, { allowed: true });
    assert.deepEqual(
      reports.map(({ kind, resolutions }) => [kind, resolutions.join()]),
      [
        ['damaged', 'refund,replace'],
        ['wrong', 'refund,replace'],
        ['missing', 'refund,resend'],
      ],
    );
    assert.deepEqual(reports[0]?.lines, [
      { line: 'coat', quantity: 1 },
      { line: 'beanie', quantity: 2 },
    ]);
  });

  test('shows the money first, and gives it back as quoted', async () => {
    const wish = { ...beanie, resolution: 'refund' };
    assert.deepEqual((await quote(wish)).body['total'], { amount: 2000, currency: 'EUR' });
    assert.equal(await giftCard(), 500);
    const { status, body } = await report(wish);
    assert.deepEqual([status, body.kind, body['state']], [200, 'report', 'done']);
    assert.deepEqual(body['report'], { ...beanie, resolution: 'refund' });
    assert.equal(await giftCard(), 2500);
    const { reports, lines } = await actions();
    assert.deepEqual(reports[0]?.lines, [
      { line: 'coat', quantity: 1 },
      { line: 'beanie', quantity: 1 },
    ]);
    assert.equal(lines[1]?.returnable, 1);
  });

  test('sends it again, set aside at once, for no money', async () => {
    const wish = { kind: 'wrong', resolution: 'replace', lines: [{ line: 'coat', quantity: 1 }] };
    const { body } = await report(wish);
    assert.deepEqual([body['state'], body['sums'], body['moves']], ['done', [], []]);
    assert.equal(await stock(), 2);
    assert.equal(await giftCard(), 500);
    assert.equal((await report(wish)).body.code, 'nothing_left');
  });

  test('refuses to send again what is sold out', async () => {
    const wish = {
      kind: 'missing',
      resolution: 'resend',
      lines: [{ line: 'beanie', quantity: 1 }],
    };
    assert.equal((await report(wish)).body.code, 'variant_unavailable');
  });

  test('has one effect however often it is asked', async () => {
    const wish = { kind: 'damaged', resolution: 'refund' };
    const { body: quoted } = await quote(wish);
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        mara.post(
          '/orders/o-1/reports',
          { ...wish, quote: quoted.id },
          at % 2 ? { key: 'one-and-the-same-key' } : {},
        ),
      ),
    );
    assert.equal(await giftCard(), 500 + 28_900);
    const ids = told.filter(({ status }) => status === 200).map(({ body }) => body.id);
    assert.equal(new Set(ids).size, 1);
    for (const { status, body } of told)
      if (status !== 200)
        assert.ok(['nothing_left', 'idempotency_in_flight'].includes(body.code), body.code);
  });

  test('is kept for the shop’s people where nothing is asked for, and is not told again', async () => {
    const { body } = await report({ ...beanie, note: 'Torn at the seam' });
    assert.deepEqual([body['state'], body['total']], ['in_review', { amount: 0, currency: 'EUR' }]);
    assert.deepEqual(body['report'], { ...beanie, note: 'Torn at the seam' });
    const { reports } = await actions();
    assert.deepEqual(reports[0]?.lines, [
      { line: 'coat', quantity: 1 },
      { line: 'beanie', quantity: 1 },
    ]);
    await desk.backend.settled();
    assert.match(desk.mails.at(-1)?.subject ?? '', /We are looking at your request for order 4182/);
  });

  test('is kept with what it asks for where it came to too much', async () => {
    await desk.close();
    await start({ resolve: ['refund', 'replace'], resolveBelow: 10_000 });
    const wish = { kind: 'damaged', resolution: 'refund', lines: [{ line: 'coat', quantity: 1 }] };
    const { body: quoted } = await quote(wish);
    assert.equal(quoted['review'], true);
    const { body } = await report(wish);
    assert.equal(body['state'], 'in_review');
    assert.deepEqual(
      (body['moves'] as { state: string }[]).map(({ state }) => state),
      ['planned'],
    );
    assert.equal(await giftCard(), 500);
    assert.equal((await report(wish)).body.code, 'nothing_left');
  });

  test('is settled by the shop’s people as it asked, or refused and may be told again', async () => {
    await desk.close();
    await start({ resolve: ['refund', 'replace'], resolveBelow: 0 });
    const word = (receipt: string, agreed: boolean) =>
      desk.storage.changes.review(desk.shop, receipt, agreed, desk.clock.now);
    const refund = { ...beanie, resolution: 'refund' };
    await word((await report(refund)).body.id, false);
    assert.equal(await giftCard(), 500);
    await word((await report(refund)).body.id, true);
    assert.equal(await giftCard(), 2500);
    const coat = [{ line: 'coat', quantity: 1 }];
    const again = await report({ kind: 'wrong', resolution: 'replace', lines: coat });
    assert.equal(await stock(), 3);
    await word(again.body.id, true);
    assert.equal(await stock(), 2);
    const { receipts } = (await mara.get('/orders/o-1')).body as unknown as {
      receipts: { state: string }[];
    };
    assert.deepEqual(receipts.map(({ state }) => state).sort(), ['done', 'done', 'refused']);
  });

  test('asks for a fresh proof, but not for the quote', async () => {
    desk.clock.pass(11 * MINUTE);
    await mara.refresh();
    assert.equal((await quote(beanie)).status, 200);
    assert.equal((await report(beanie)).body.code, 'step_up_required');
  });

  test('refuses another wish than the quoted one', async () => {
    const { body: quoted } = await quote(beanie);
    const wish = { kind: 'damaged', resolution: 'refund', quote: quoted.id };
    const { status, body } = await mara.post('/orders/o-1/reports', wish);
    assert.deepEqual([status, body.code], [422, 'quote_invalid']);
  });
});
