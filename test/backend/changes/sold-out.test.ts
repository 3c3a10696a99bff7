import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createMoneyWorker } from '../../../src/backend/services/money.ts';
import type { ReturnState } from '../../../src/contract/returns.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const DAY = 86_400;
const policy = aPolicy({ returns: { gift: true } });
/** Shirts of 89 in three sizes; `stock` is what the shop tells of each. */
const shirts = (stock: Record<string, number>) =>
  aProduct({
    id: 'shirt',
    variants: Object.entries(stock).map(([size, left]) => ({
      ...{ id: `shirt-${size}`, price: size === 'xl' ? 9900 : 8900, currency: 'EUR' },
      ...{ available: left > 0, stock: left, options: { Size: size } },
    })),
  });

let desk: BackendUnderTest;
let mara: Visitor;
let returned: string;
beforeEach(async () => {
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA }),
      shirts({ m: 1, l: 1, xl: 1 }),
      anOrder({
        ...{ id: 'o-1', number: '#4051', customer: 'mara', deliveredOn: '2026-11-20' },
        lines: [
          aLine({ id: 'shirt', product: 'shirt', variant: 'shirt-m', unitPrice: 8900 }),
          aLine({ id: 'beanie', unitPrice: 2000 }),
        ],
        payments: [{ kind: 'card', label: 'Visa', amount: 10_900, reference: 'pi_1' }],
      }),
    ],
    shop: { policy, webhooks: [anEndpoint()] },
  });
  mara = await aCustomerVisitor(desk, MARA);
  const lines = [
    { ...wish('shirt'), outcome: { kind: 'exchange', variant: 'shirt-l' } },
    { ...wish('beanie'), outcome: { kind: 'refund' } },
  ];
  const receipt = await send('/orders/o-1/returns', { lines, method: 'own' });
  returned = String(receipt.body['return']);
});
afterEach(() => desk.close());

const wish = (line: string) => ({ line, quantity: 1, reason: 'too_small' });
async function send(path: string, request: object) {
  const quote = await mara.post(`${path}/quote`, request);
  return quote.status === 200 ? mara.post(path, { ...request, quote: quote.body.id }) : quote;
}
const choose = (outcome: object) =>
  send(`/returns/${returned}/outcomes`, { lines: [{ line: 'shirt', outcome }] });
const move = (to: ReturnState) =>
  desk.storage.changes.moveReturn(desk.shop, returned, to, {
    ...{ at: desk.clock.now, by: 'shop', policy },
  });
/** The shop has none of the size that was to be sent, and the return arrives. */
async function sellOut() {
  await desk.load([shirts({ m: 1, l: 0, xl: 1 })]);
  await move('received');
}
const read = async () => (await mara.get(`/returns/${returned}`)).body;
const stock = async () => {
  const { body } = await mara.get('/products/shirt');
  return (body['variants'] as { stock: number }[]).map((variant) => variant.stock);
};
function aWorker({ policy: rules = policy } = {}) {
  const { money, changes } = desk.storage;
  const logged: string[] = [];
  const worker = createMoneyWorker({
    ...{ money, changes, bus: desk.bus, payments: undefined },
    shops: shopsOf([{ ...desk.shop, policy: rules }]),
    clock: () => desk.clock.now,
    log: {
      info: (event) => void logged.push(event),
      error: (_event, error) => assert.ifError(error),
    },
  });
  return { worker, logged };
}
const sumsOf = ({ sums }: Record<string, unknown>) =>
  (sums as { kind: string; amount: { amount: number } }[]).map(
    ({ kind, amount }) => `${kind} ${amount.amount}`,
  );
const told = async () =>
  (await toldBy(desk)).map(({ type }) => type).filter((type) => type.startsWith('return.'));

describe('A return', () => {
  test('gets the last one, which was set aside for it', async () => {
    assert.deepEqual(await stock(), [1, 0, 1]);
    await move('received');
    const { state, chooseBy } = await read();
    assert.deepEqual([state, chooseBy], ['received', undefined]);
  });

  test('waits where the shop has none left: no money moves, and the shop cannot say it is done', async () => {
    await sellOut();
    const { state, chooseBy, moves, lines } = await read();
    assert.deepEqual([state, chooseBy], ['received', '2026-11-30T09:00:00.000Z']);
    assert.deepEqual(
      (lines as { soldOut?: string[] }[]).map(({ soldOut }) => soldOut),
      [['refund', 'store_credit', 'exchange'], undefined],
    );
    assert.deepEqual(
      (moves as { state: string }[]).map((each) => each.state),
      ['planned'],
    );
    assert.deepEqual(await move('settled'), { refused: 'return_moved_on' });
    assert.deepEqual(await told(), ['return.approved', 'return.received', 'return.sold_out']);
  });

  for (const [name, outcome, sums, left] of [
    ['another variant', { kind: 'exchange', variant: 'shirt-m' }, 2000, [0, 0, 1]],
    ['one that costs more', { kind: 'exchange', variant: 'shirt-xl' }, 1000, [1, 0, 0]],
    ['the money', { kind: 'refund' }, 10_900, [1, 0, 1]],
    ['credit', { kind: 'store_credit' }, 10_900, [1, 0, 1]],
  ] as const)
    test(`comes to what it is quoted for ${name}`, async () => {
      await sellOut();
      const { status, body } = await choose(outcome);
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(body['return'], returned);
      const after = await read();
      assert.deepEqual(after['total'], { amount: sums, currency: 'EUR' });
      assert.deepEqual(sumsOf(after), sumsOf(body));
      assert.equal(after['chooseBy'], undefined);
      assert.deepEqual(await stock(), left);
      const { body: order } = await mara.get('/orders/o-1');
      const states = (order['receipts'] as { state: string }[]).map(({ state }) => state);
      assert.deepEqual(states.toSorted(), ['done', 'undone']);
      assert.deepEqual((await told()).slice(3), ['return.chosen']);
    });

  test('is chosen again once, for all that is sold out and nothing else', async () => {
    assert.equal((await choose({ kind: 'refund' })).body.code, 'return_moved_on');
    await sellOut();
    const gone = await choose({ kind: 'exchange', variant: 'shirt-l' });
    assert.equal(gone.body.code, 'variant_unavailable');
    const other = { lines: [{ line: 'beanie', outcome: { kind: 'refund' } }] };
    assert.equal(
      (await send(`/returns/${returned}/outcomes`, other)).body.code,
      'validation_failed',
    );
    assert.equal((await choose({ kind: 'refund' })).status, 200);
    assert.equal((await choose({ kind: 'refund' })).body.code, 'return_moved_on');
  });

  test('is paid back by itself where nothing is chosen in a week', async () => {
    await sellOut();
    const { changes } = desk.storage;
    const { worker } = aWorker();
    const kept = async () => {
      const found = await changes.return(desk.shop.id, returned);
      return [found?.chooseBy !== undefined, ...(found?.lines ?? []).map(({ outcome }) => outcome)];
    };
    desk.clock.pass(7 * DAY - 1);
    await worker.sweep(desk.clock.now);
    assert.deepEqual(await kept(), [true, 'exchange', 'refund']);
    desk.clock.pass(1);
    await worker.sweep(desk.clock.now);
    assert.deepEqual(await kept(), [false, 'refund', 'refund']);
    const order = await desk.storage.catalogue.order(desk.shop.id, 'o-1');
    assert.deepEqual(
      order?.payments.map(({ amount }) => amount),
      [10_900, -10_900],
    );
  });

  test('that cannot be paid back may be chosen for a day more, and is tried again then', async () => {
    await sellOut();
    const { too_small: _, ...reasons } = policy.returns.reasons;
    const { worker, logged } = aWorker({ policy: aPolicy({ returns: { gift: true, reasons } }) });
    desk.clock.pass(7 * DAY);
    for (let minute = 0; minute < 3; minute += 1) {
      await worker.sweep(desk.clock.now);
      desk.clock.pass(60);
    }
    assert.deepEqual(logged, ['not_paid_back']);
    const until = async () => (await desk.storage.changes.return(desk.shop.id, returned))?.chooseBy;
    assert.equal(await until(), '2026-12-01T09:00:00.000Z');
    desk.clock.pass(DAY);
    await aWorker().worker.sweep(desk.clock.now);
    assert.equal(await until(), undefined);
  });

  test('that is called off leaves nothing on a shelf that has none', async () => {
    await sellOut();
    await move('refused');
    assert.deepEqual(await stock(), [1, 0, 1]);
    assert.equal((await read())['chooseBy'], undefined);
  });
});
