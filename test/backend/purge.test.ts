import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purge } from '../../src/backend/services/purge.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';
import { signed } from './live/signed.ts';

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
