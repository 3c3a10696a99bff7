import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createSandboxLabels } from '../../../src/backend/labels/sandbox.ts';
import { createSandboxPayments } from '../../../src/backend/payments/sandbox.ts';
import type { Payments } from '../../../src/backend/ports.ts';
import { createMoneyWorker, type MoneyWorker } from '../../../src/backend/services/money.ts';
import type { ReturnState } from '../../../src/contract/returns.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const policy = aPolicy({ returns: { instantExchange: true, exchangeFor: 'any' } });

/** An order of Mara's, which this payment of the sandbox has paid. */
const orderPaidBy = (reference: string, method = 'pm_visa', more: object = {}) =>
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', status: 'placed', address },
    lines: [aLine({ id: 'coat', product: 'coat', variant: 'coat-m', unitPrice: 20_000 })],
    payments: [{ kind: 'card', label: 'Visa', amount: 20_000, method, reference }],
    ...more,
  });
const rowsWith = (order: ReturnType<typeof anOrder>) => [
  aCustomer({
    ...{ id: 'mara', email: MARA, address },
    paymentMethods: ['pm_visa', 'pm_declined', 'pm_bounced', 'pm_later'].map((id) => ({
      ...{ id, kind: 'card' as const, label: 'Visa' },
    })),
  }),
  aProduct({
    id: 'coat',
    variants: [20_000, 30_000].map((price) => ({
      ...{ id: price === 20_000 ? 'coat-m' : 'coat-l', price, currency: 'EUR' },
      ...{ available: true, stock: 5 },
    })),
  }),
  order,
];

let desk: BackendUnderTest;
let mara: Visitor;
let worker: MoneyWorker;
let payments: Payments | undefined;
let logged: string[];

async function open(order: ReturnType<typeof anOrder>) {
  logged = [];
  payments = createSandboxPayments({ clock: () => desk.clock.now, secret: 's'.repeat(32) });
  const labels = createSandboxLabels({ shop: 'alder', currency: 'EUR', to: address });
  desk = await aBackend({
    rows: rowsWith(order),
    shop: { policy, webhooks: [anEndpoint()] },
    ports: { payments: () => payments, labels: () => labels },
  });
  mara = await aCustomerVisitor(desk, MARA);
  const { storage, bus } = desk;
  worker = createMoneyWorker({
    ...{ money: storage.money, changes: storage.changes, shops: shopsOf([desk.shop]), bus },
    ...{ payments: () => payments, clock: () => desk.clock.now, chance: () => 0.5 },
    log: {
      info: (event, fields) => void logged.push(`${fields?.['what']} ${event.slice(6)}`),
      error: (_event, error) => assert.ifError(error),
    },
  });
}
beforeEach(() => open(orderPaidBy('pi_plain')));
afterEach(() => desk.close());

/** All that is due now, and what comes of it at once. */
async function work(seconds = 0) {
  desk.clock.pass(seconds);
  for (let turn = 0; turn < 20; turn += 1) {
    await worker.sweep(desk.clock.now);
    await worker.run(desk.clock.now);
    await worker.settled();
  }
}
async function confirm(what: 'cancellation' | 'edits' | 'returns', request: object) {
  const path = `/orders/o-1/${what}`;
  const quote = await mara.post(`${path}/quote`, request);
  if (quote.status !== 200) return quote;
  return mara.post(path, { ...request, quote: quote.body.id });
}
const cancel = () => confirm('cancellation', { reason: 'other' });
const toLarge = (payment: string) =>
  confirm('edits', { kind: 'items', lines: [{ line: 'coat', variant: 'coat-l' }], payment });

interface Said {
  receipts: { state: string; moves: { amount: { amount: number }; state: string }[] }[];
  payments: { amount: { amount: number } }[];
}
const receipt = async () => {
  const { body } = await mara.get('/orders/o-1');
  const [newest] = (body as unknown as Said).receipts;
  return newest!;
};
const paid = async () => {
  const { body } = await mara.get('/orders/o-1');
  return (body as unknown as Said).payments.reduce((sum, { amount }) => sum + amount.amount, 0);
};
const moves = async () =>
  (await receipt()).moves.map(({ amount, state }) => `${amount.amount} ${state}`);
const told = () => toldBy(desk);
const typesTold = async () => (await told()).map(({ type }) => type);

describe('Money that goes back', () => {
  test('is moved once', async () => {
    await cancel();
    assert.deepEqual(await moves(), ['20000 moving']);
    await work();
    assert.deepEqual(await moves(), ['20000 done']);
  });

  test('is looked for first when it was decided longer ago than its key is surely known: the database may be a copy of an older day', async () => {
    const line = { line: 'coat', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } };
    for (const [hours, looksFirst] of [
      [0, undefined],
      [11, undefined],
      [13, true],
    ] as const) {
      await desk.close();
      await open(
        orderPaidBy('pi_plain', 'pm_visa', {
          ...{ status: 'delivered', deliveredOn: '2026-11-20', shipments: [] },
        }),
      );
      const asked: (boolean | undefined)[] = [];
      const { refund, ...rest } = payments!;
      payments = { ...rest, refund: (so) => (asked.push(so.again), refund(so)) };
      await confirm('returns', { lines: [line], method: 'own' });
      desk.clock.pass(hours * 3600);
      const { changes } = desk.storage;
      const [{ id } = { id: '' }] = await changes.returns('alder', 'o-1');
      const moment = { at: desk.clock.now, by: 'shop', policy } as const;
      await changes.moveReturn(desk.shop, id, 'received', moment);
      await work();
      assert.deepEqual(asked, [looksFirst], `${hours} hours`);
    }
  });

  test('is asked for again when there was no answer, and moves once all the same', async () => {
    for (const reference of ['pi_flaky', 'pi_lost']) {
      await desk.close();
      await open(orderPaidBy(reference));
      await cancel();
      await work();
      assert.deepEqual(await moves(), ['20000 moving']);
      await work(15);
      assert.deepEqual(await moves(), ['20000 done']);
    }
  });

  test('is looked at until its end is known', async () => {
    for (const [reference, end] of [
      ['pi_later', '20000 done'],
      ['pi_bounced', '20000 failed'],
    ] as const) {
      await desk.close();
      await open(orderPaidBy(reference));
      await cancel();
      await work();
      assert.deepEqual(await moves(), ['20000 moving']);
      await work(15);
      assert.deepEqual(await moves(), [end]);
    }
  });

  test('that cannot move is told to the shop’s own systems, with the reason', async () => {
    await desk.close();
    await open(orderPaidBy('pi_disputed'));
    await cancel();
    await work();
    assert.deepEqual(await moves(), ['20000 failed']);
    const event = (await told()).at(-1);
    assert.ok(event && 'money' in event.data);
    assert.equal(event.type, 'refund.requested');
    const { amount, reason, reference } = event.data.money;
    assert.deepEqual([amount.amount, reason, reference], [20_000, 'not_refundable', 'pi_disputed']);
  });

  test('where the shop moves its money itself is told and not waited for', async () => {
    payments = undefined;
    await cancel();
    await work();
    assert.deepEqual(await moves(), ['20000 moving']);
    assert.equal((await typesTold()).at(-1), 'refund.requested');
    payments = createSandboxPayments({ clock: () => desk.clock.now, secret: 's'.repeat(32) });
    await work(300);
    assert.deepEqual(await moves(), ['20000 moving']);
  });

  test('by the shop’s own hand is done once its orders tell of it', async () => {
    payments = undefined;
    const tell = (given: number) =>
      desk.storage.catalogue.put(
        desk.shop,
        [
          orderPaidBy('pi_plain', 'pm_visa', {
            status: 'cancelled',
            payments: [20_000, ...(given ? [-given] : [])].map((amount) => ({
              ...{ kind: 'card' as const, label: 'Visa', amount },
            })),
          }),
        ],
        desk.clock.now,
      );
    await cancel();
    await work();
    for (const [given, state, left] of [
      [0, '20000 moving', 0],
      [19_000, '20000 moving', 0],
      [20_000, '20000 done', 0],
    ] as const) {
      await tell(given);
      assert.deepEqual([await moves(), await paid()], [[state], left]);
    }
  });

  test('by the shop’s own hand is done once its people say so, and ends a return', async () => {
    await desk.close();
    await open(
      orderPaidBy('pi_plain', 'pm_visa', {
        ...{ status: 'delivered', shipments: anOrder({ deliveredOn: '2026-11-20' }).shipments },
      }),
    );
    payments = undefined;
    const line = { line: 'coat', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } };
    await confirm('returns', { lines: [line], method: 'own' });
    const { changes } = desk.storage;
    const [{ id, receipt: by } = { id: '', receipt: '' }] = await changes.returns('alder', 'o-1');
    const moment = { at: desk.clock.now, by: 'shop', policy } as const;
    await changes.moveReturn(desk.shop, id, 'received', moment);
    await work();
    assert.deepEqual(await moves(), ['20000 moving']);
    assert.deepEqual(
      (await changes.refunds('alder', 10)).map((each) => each.id),
      [by],
    );
    await changes.refunded(desk.shop, by, desk.clock.now);
    assert.deepEqual(await moves(), ['20000 done']);
    assert.equal((await changes.return('alder', id))?.state, 'settled');
    assert.equal((await typesTold()).at(-1), 'return.settled');
    const again = await changes.refunded(desk.shop, by, desk.clock.now);
    assert.deepEqual(again, { refused: 'nothing_to_refund' });
  });

  test('in part goes on until all of it has moved, or fails', async () => {
    await desk.close();
    await open(orderPaidBy('pi_partial'));
    await cancel();
    await work();
    const states = await moves();
    const sum = states.reduce((total, each) => total + Number(each.split(' ')[0]), 0);
    assert.equal(sum, 20_000);
    assert.deepEqual(
      states.filter((each) => !each.endsWith('done')),
      ['1 failed'],
    );
  });
});

describe('Money that is owed', () => {
  test('is taken, and the edit counts', async () => {
    const { body } = await toLarge('pm_visa');
    assert.equal(body['state'], 'awaiting_payment');
    await work();
    assert.deepEqual(await moves(), ['-10000 done']);
    assert.equal((await receipt()).state, 'done');
  });

  test('and refused undoes the edit', async () => {
    await toLarge('pm_declined');
    await work();
    assert.equal((await receipt()).state, 'undone');
    const { body } = await mara.get('/orders/o-1');
    assert.deepEqual(body['payments'], [
      {
        ...{ kind: 'card', label: 'Visa', method: 'pm_visa' },
        amount: { amount: 20_000, currency: 'EUR' },
      },
    ]);
    assert.equal((await typesTold()).at(-1), 'order.edited');
  });

  test('pays before what has paid is given back', async () => {
    await confirm('edits', { kind: 'payment', payment: 'pm_declined' });
    await work();
    assert.equal((await receipt()).state, 'undone');
    assert.ok((await moves()).every((move) => move === '-20000 failed'));
    desk.clock.pass(1);
    await confirm('edits', { kind: 'payment', payment: 'pm_later' });
    await work();
    assert.deepEqual(await moves(), ['-20000 moving', '20000 moving']);
    await work(15);
    assert.deepEqual(await moves(), ['-20000 done', '20000 done']);
  });

  test('goes back once it is there, where the order was cancelled meanwhile', async () => {
    await toLarge('pm_later');
    await work(1);
    await cancel();
    await work();
    assert.deepEqual(await moves(), ['20000 done', '10000 moving']);
    await work(15);
    assert.deepEqual(await moves(), ['20000 done', '10000 done']);
    assert.equal(await paid(), 0);
  });

  test('never goes back where it was never paid, however it was to', async () => {
    for (const refundTo of ['original', 'store_credit']) {
      await desk.close();
      await open(orderPaidBy('pi_plain'));
      await toLarge('pm_bounced');
      await work(1);
      await confirm('cancellation', { reason: 'other', refundTo });
      await work(15);
      assert.deepEqual(await moves(), ['20000 done']);
      assert.equal(await paid(), 0);
      assert.equal((await typesTold()).at(-1), 'charge.failed');
    }
  });

  test('by what nobody here can charge is not offered', async () => {
    payments = undefined;
    assert.equal((await toLarge('pm_visa')).body.code, 'payment_method_refused');
  });
});

describe('An exchange that is sent first', () => {
  const wish = (payment?: string) => ({
    lines: [
      {
        ...{ line: 'coat', quantity: 1, reason: 'too_small' },
        outcome: { kind: 'exchange', variant: 'coat-m' },
      },
    ],
    ...{ method: 'own', instant: true, ...(payment && { payment }) },
  });
  const delivered = (reference: string, method: string) =>
    orderPaidBy(reference, method, {
      ...{ status: 'delivered', shipments: anOrder({ deliveredOn: '2026-11-20' }).shipments },
    });
  beforeEach(async () => {
    await desk.close();
    await open(delivered('pi_plain', 'pm_visa'));
  });
  const returned = async () => {
    const [found] = await desk.storage.changes.returns('alder', 'o-1');
    return found!;
  };
  const move = (id: unknown, to: ReturnState) =>
    desk.storage.changes.moveReturn(desk.shop, String(id), to, {
      ...{ at: desk.clock.now, by: 'shop', policy },
    });
  const stock = async () =>
    (await desk.storage.catalogue.product('alder', 'coat'))?.variants[0]?.stock;
  /** What the provider was asked, and how it went. */
  const movesMade = () => logged.filter((each) => /hold|capture|release/.test(each));

  test('is agreed to once its price is held, and let go of when the old one is back', async () => {
    await confirm('returns', wish());
    assert.deepEqual(await typesTold(), []);
    await work();
    const [approved] = await told();
    assert.ok(approved && 'return' in approved.data);
    assert.deepEqual([approved.type, approved.data.return.instant], ['return.approved', true]);
    await move((await returned()).id, 'received');
    await work();
    assert.equal((await returned()).state, 'settled');
    assert.deepEqual(movesMade(), ['hold done', 'release done']);
    assert.deepEqual(await typesTold(), ['return.received', 'return.settled']);
  });

  test('whose price cannot be held is sent when the old one is back', async () => {
    await confirm('returns', wish('pm_declined'));
    await work();
    const [approved] = await told();
    assert.ok(approved && 'return' in approved.data);
    assert.deepEqual([approved.type, approved.data.return.instant], ['return.approved', undefined]);
    assert.equal((await returned()).instant, undefined);
  });

  test('is paid for when the old one does not come, and stays sold', async () => {
    await confirm('returns', wish());
    await work();
    assert.equal(await stock(), 4);
    // a card lets go of what it holds by itself: it is taken before
    await work(6.6 * 86_400);
    assert.deepEqual(movesMade(), ['hold done', 'capture done']);
    const { catalogue } = desk.storage;
    const payments = async () => (await catalogue.order('alder', 'o-1'))?.payments ?? [];
    assert.equal((await payments()).length, 1);
    await work(9 * 86_400);
    assert.equal((await returned()).state, 'expired');
    const amounts = (await payments()).map(({ amount }) => amount);
    assert.deepEqual(amounts, [20_000, 20_000]);
    assert.equal(await stock(), 4);
    assert.equal(movesMade().length, 2);
  });

  test('that comes late is given back what was taken ahead', async () => {
    await confirm('returns', wish());
    await work();
    await work(6.6 * 86_400);
    await move((await returned()).id, 'received');
    await work();
    assert.deepEqual(movesMade(), ['hold done', 'capture done', 'hold_refund done']);
    assert.equal((await returned()).state, 'settled');
  });

  test('called off lets go of its price, and is for sale again', async () => {
    const { body } = await confirm('returns', wish());
    await work();
    assert.equal((await mara.post(`/returns/${body['return']}/cancellation`)).status, 200);
    await work();
    assert.equal(await stock(), 5);
    assert.deepEqual(await typesTold(), ['return.approved', 'return.cancelled']);
  });
});

describe('A return', () => {
  test('that is not sent in time ends, and its units may be sent back later', async () => {
    await desk.close();
    await open(
      orderPaidBy('pi_plain', 'pm_visa', {
        ...{ status: 'delivered', shipments: anOrder({ deliveredOn: '2026-11-20' }).shipments },
      }),
    );
    const line = { line: 'coat', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } };
    await confirm('returns', { lines: [line], method: 'own' });
    await work(13 * 86_400);
    mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await confirm('returns', { lines: [line], method: 'own' })).status, 409);
    await work(86_400);
    mara = await aCustomerVisitor(desk, MARA);
    assert.deepEqual(await typesTold(), ['return.approved', 'return.expired']);
    assert.equal((await confirm('returns', { lines: [line], method: 'own' })).status, 200);
  });
});
