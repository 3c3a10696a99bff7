import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, aProduct } from '../builders/rows.ts';
import { anEndpoint } from '../builders/shop.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';

const MARA = 'mara@kern.example';
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const moved = { lines: ['Ham 12', 'bus 3'], city: 'Ghent', postcode: '9000', country: 'BE' };
const card = { id: 'card-1', kind: 'card' as const, label: 'Visa', lastFour: '4242' };
const gift = {
  ...{ id: 'gift-1', kind: 'gift_card' as const, label: 'Gift card' },
  balance: { amount: 2350, currency: 'EUR' },
};
const rows = [
  aCustomer({
    ...{ id: 'mara', email: MARA, phone: '+32470004120', firstName: 'Mara', lastName: 'Kern' },
    ...{ address, paymentMethods: [card, gift] },
  }),
  aProduct({ id: 'boots', name: 'Winter boots' }),
];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows, shop: { webhooks: [anEndpoint()] } });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

const change = (body: unknown, key?: string) =>
  mara.send('PATCH', '/customer', { body, ...(key !== undefined && { key }) });

describe('GET /v1/customer', () => {
  test('tells them who they are, with their own address', async () => {
    const { status, body } = await mara.get('/customer');
    assert.equal(status, 200);
    assert.deepEqual(body, {
      ...{ id: 'mara', firstName: 'Mara', lastName: 'Kern', email: MARA, phone: '+32470004120' },
      address,
    });
  });
});

describe('PATCH /v1/customer', () => {
  test('puts another address in the place of theirs, whole', async () => {
    const { status, body } = await change({ address: moved });
    assert.equal(status, 200);
    assert.deepEqual(body['address'], moved);
    assert.deepEqual((await mara.get('/customer')).body, body);
  });

  test('gives the same answer to the same key, and does nothing twice', async () => {
    const first = await change({ address: moved }, 'a-key-of-some-wish');
    await change({ address });
    const again = await change({ address: moved }, 'a-key-of-some-wish');
    assert.deepEqual(again.body, first.body);
    assert.deepEqual((await mara.get('/customer')).body['address'], address);
  });

  test('tells the shop’s own systems, once', async () => {
    await change({ address: moved });
    await change({ address: moved });
    const told = await desk.storage.outbox.list({ most: 10 });
    assert.deepEqual(
      told.map(({ type, object }) => [type, object]),
      [['customer.updated', 'mara']],
    );
  });

  test('wants a proof younger than ten minutes, and changes nothing without', async () => {
    desk.clock.pass(9 * 60);
    await mara.refresh();
    desk.clock.pass(2 * 60);
    assert.equal((await change({ address: moved })).body.code, 'step_up_required');
    assert.deepEqual((await mara.get('/customer')).body['address'], address);
  });

  test('refuses an address without a line, and what it does not know', async () => {
    for (const body of [{}, { address: { lines: [] } }, { address: moved, email: 'a@b.example' }])
      assert.equal((await change(body)).body.code, 'validation_failed');
  });
});

test('GET /v1/customer/payment-methods tells what is left on a gift card', async () => {
  const { status, body } = await mara.get('/customer/payment-methods');
  assert.equal(status, 200);
  assert.deepEqual(body, { items: [card, gift] });
});

describe('GET /v1/products/:id', () => {
  test('tells what it comes in', async () => {
    const { status, body } = await mara.get('/products/boots');
    assert.equal(status, 200);
    assert.deepEqual(body, {
      ...{ id: 'boots', name: 'Winter boots' },
      variants: [
        {
          ...{ id: 'boots-42', options: [], available: true },
          price: { amount: 8900, currency: 'EUR' },
        },
      ],
    });
  });

  test('that nobody sells is not there', async () => {
    assert.equal((await mara.get('/products/coat')).body.code, 'not_found');
  });
});
