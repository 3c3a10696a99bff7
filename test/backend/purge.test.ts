import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '../../src/backend/ports.ts';
import { purge } from '../../src/backend/services/purge.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { aFulfillment } from '../builders/shopify.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';
import { shopifySecret, signed, signedByShopify } from './live/signed.ts';

const DAY = 24 * 60 * 60;
const MARA = 'mara@kern.example';

test('What is over is deleted, and nothing that is not', async () => {
  const desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA }),
      anOrder({
        ...{ id: 'o-1', number: '4182', email: MARA },
        shipments: [aShipment({ number: '3SMARA1' })],
      }),
    ],
  });
  const clean = () => purge(desk.storage, desk.clock.now);
  const mara = await aCustomerVisitor(desk, MARA);
  await aGuestVisitor(desk, '4182', MARA);
  const event = { at: '2026-11-23T08:30:00Z', status: 'in_transit', text: 'On its way' };
  const news = signed(desk, { number: '3SMARA1', events: [event] });
  await desk.visitor({ origin: null }).send('POST', '/webhooks/tracking', news);

  assert.equal(await clean(), 0);
  desk.clock.pass(11 * 60);
  // both access tokens, the code, the two answers that signed somebody in, the resend window
  assert.equal(await clean(), 6);
  assert.equal((await mara.refresh()).body.kind, 'customer');
  desk.clock.pass(10 * DAY);
  await clean();
  assert.equal((await mara.refresh()).body.kind, 'customer');
  desk.clock.pass(400 * DAY);
  await clean();
  assert.equal(await clean(), 0);
  await desk.close();
});

test('News of what never came are kept for 30 days', async () => {
  const desk = await aBackend({ shop: { shopify: { webhookSecret: shopifySecret } } });
  const sender = desk.visitor({ origin: null });
  const event = { at: '2026-11-23T08:30:00Z', status: 'in_transit', text: 'On its way' };
  const tell = async (number: string) => {
    const at = { updated_at: desk.clock.now.toISOString() };
    const sending = aFulfillment({ ...at, order_id: number, tracking_numbers: [`F${number}`] });
    const wish = signedByShopify('fulfillments/create', sending);
    await sender.send('POST', '/webhooks/orders', wish);
    const news = signed(desk, { number: `N${number}`, events: [event] });
    await sender.send('POST', '/webhooks/tracking', news);
  };
  const parcelsOf = async (id: string) => {
    await desk.load([
      anOrder({ id, number: id, shipments: [aShipment({ id: 'p', number: `N${id}` })] }),
    ]);
    const order = await desk.storage.catalogue.order(desk.shop.id, id);
    return order?.shipments.map(({ number, status }) => `${number} ${status}`);
  };

  await tell('1');
  await tell('2');
  desk.clock.pass(30 * DAY - 1);
  await purge(desk.storage, desk.clock.now);
  assert.deepEqual(await parcelsOf('1'), ['N1 in_transit', 'F1 unknown']);
  desk.clock.pass(2);
  await purge(desk.storage, desk.clock.now);
  assert.deepEqual(await parcelsOf('2'), ['N2 unknown']);
  // of an order that came, its sendings stay
  assert.deepEqual(await parcelsOf('1'), ['N1 in_transit', 'F1 unknown']);
  await desk.close();
});

test('A store that fails is told of, and keeps no other from forgetting', async () => {
  const desk = await aBackend({ rows: [aCustomer({ id: 'mara', email: MARA })] });
  await aCustomerVisitor(desk, MARA);
  desk.clock.pass(400 * DAY);
  const told: unknown[] = [];
  const log: Log = {
    info: () => undefined,
    error: (event, error, fields) => told.push([event, String(error), fields]),
  };
  const purged: string[] = [];
  const broken = new Error('a statement that took too long');
  const storage = {
    ...desk.storage,
    sessions: { ...desk.storage.sessions, purge: () => Promise.reject(broken) },
    catalogue: {
      ...desk.storage.catalogue,
      purge: async () => purged.push('catalogue'),
    },
  };
  await assert.rejects(purge(storage, desk.clock.now, { log }), broken);
  assert.deepEqual(told, [['purge_failed', String(broken), { what: 'sessions' }]]);
  assert.deepEqual(purged, ['catalogue']);
  // of all the others nothing is left
  const sessions = await desk.storage.sessions.purge(desk.clock.now.toISOString());
  assert.ok(sessions > 0);
  assert.equal(await purge(desk.storage, desk.clock.now), 0);
  await desk.close();
});
