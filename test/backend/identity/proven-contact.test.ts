import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { listen } from '../live/events.ts';
import { signed } from '../live/signed.ts';
import { aCustomerVisitor, aGuestVisitor } from './flows.ts';

const ANNA = 'anna@mail.example';
const GIFT = 'gift@mail.example';
const rows = [
  aCustomer({ id: 'anna', email: ANNA, firstName: 'Anna' }),
  anOrder({
    ...{ id: 'o-gift', number: '4186', customer: 'anna', email: GIFT },
    shipments: [aShipment({ number: '3SGIFT1' })],
  }),
  anOrder({
    ...{ id: 'o-own', number: '4187', customer: 'anna', email: ANNA },
    shipments: [aShipment({ number: '3SOWN1' })],
  }),
  anOrder({ id: 'o-plain', number: '4188', customer: 'anna' }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

const numbers = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.get('/orders')).body.items.map(({ number }) => number);
/** Whoever follows the order proves its contact and goes on as a customer. */
async function proven(): Promise<Visitor> {
  const guest = await aGuestVisitor(desk, '4186', GIFT);
  const { body: challenge } = await guest.post('/identity/challenges', { order: 'o-gift' });
  const code = await desk.code(GIFT);
  const { body } = await guest.post(`/identity/challenges/${challenge.id}/answer`, { code });
  guest.token = body.token;
  return guest;
}

describe('A code to the own contact of an order that is another customer’s', () => {
  test('opens all of it, by id and by number, and nothing else of that customer', async () => {
    const visitor = await proven();
    for (const named of ['o-gift', '4186', '#4186'])
      for (const rest of ['', '/tracking']) {
        const { body } = await visitor.get(`/orders/${encodeURIComponent(named)}${rest}`);
        assert.equal(body.id, 'o-gift', named);
      }
    for (const named of ['o-own', '4187', 'o-plain', '4188'])
      for (const rest of ['', '/tracking'])
        assert.equal((await visitor.get(`/orders/${named}${rest}`)).body.code, 'not_found', named);
    assert.deepEqual(await numbers(visitor), ['4186']);
  });

  test('makes nobody that customer: their name and address stay theirs', async () => {
    const visitor = await proven();
    const { body } = await visitor.get('/session');
    const who = body['customer'] as { id: string; email: string };
    assert.notEqual(who.id, 'anna');
    assert.equal(who.email, GIFT);
    for (const path of ['/session', '/orders', '/orders/o-gift'])
      assert.ok(!JSON.stringify((await visitor.get(path)).body).includes(ANNA), path);
  });

  test('tells the e-mail that was proven, and not the phone of its customer', async () => {
    await desk.load([aCustomer({ id: 'anna', email: ANNA, phone: '+31612345678' })]);
    const { body } = await (await proven()).get('/orders/o-gift');
    assert.deepEqual(body['contact'], { email: GIFT });
    const anna = await aCustomerVisitor(desk, ANNA);
    const { body: own } = await anna.get('/orders/o-gift');
    assert.deepEqual(own['contact'], { email: GIFT, phone: '+31612345678' });
  });

  test('leaves the order with its customer', async () => {
    await proven();
    desk.clock.pass(60);
    const anna = await aCustomerVisitor(desk, ANNA);
    assert.equal((await anna.get('/orders/o-gift')).status, 200);
    assert.deepEqual((await numbers(anna)).sort(), ['4186', '4187', '4188']);
  });

  test('lasts as long as the session, through every trade of its tokens', async () => {
    const visitor = await proven();
    for (let trades = 0; trades < 3; trades++) {
      desk.clock.pass(600);
      await visitor.refresh();
      assert.equal((await visitor.get('/orders/o-gift')).status, 200);
    }
  });

  test('ends when the shop names another contact for the order', async () => {
    const visitor = await proven();
    await desk.load([anOrder({ id: 'o-gift', number: '4186', customer: 'anna', email: ANNA })]);
    assert.equal((await visitor.get('/orders/o-gift')).body.code, 'not_found');
    assert.deepEqual(await numbers(visitor), []);
  });

  test('is the same code as at the door: whoever signs in with that address sees it', async () => {
    const visitor = await aCustomerVisitor(desk, GIFT);
    assert.equal((await visitor.get('/orders/o-gift')).status, 200);
    assert.deepEqual(await numbers(visitor), ['4186']);
  });

  test('brings news of it, and of nothing else', async () => {
    const heard = await listen(await proven());
    const carrier = desk.visitor({ origin: null });
    for (const number of ['3SOWN1', '3SGIFT1']) {
      const event = { at: desk.clock.now.toISOString(), status: 'in_transit', text: 'On its way' };
      await carrier.send('POST', '/webhooks/tracking', signed(desk, { number, events: [event] }));
    }
    assert.deepEqual(await heard.change(), { topic: 'order', id: 'o-gift' });
  });

  test('is kept of no session that it opens nothing for', async () => {
    await aCustomerVisitor(desk, ANNA);
    const asked: string[] = [];
    const { catalogue } = desk.storage;
    const storage = {
      ...desk.storage,
      catalogue: {
        ...catalogue,
        orders: (...given: Parameters<typeof catalogue.orders>) => {
          asked.push(JSON.stringify(given[2].contact));
          return catalogue.orders(...given);
        },
      },
    };
    const spied = await aBackend({ ports: { storage, clock: () => desk.clock.now } });
    desk.clock.pass(60);
    for (const email of [ANNA, GIFT]) {
      const visitor = await aCustomerVisitor(spied, email);
      await visitor.get('/orders');
    }
    assert.deepEqual(asked, [undefined, JSON.stringify({ email: GIFT })]);
    await spied.backend.close();
  });
});
