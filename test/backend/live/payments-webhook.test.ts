import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { signedNews } from '../../../src/backend/payments/sandbox-news.ts';
import { createSandboxPayments } from '../../../src/backend/payments/sandbox.ts';
import type { MoneyNews } from '../../../src/backend/ports.ts';
import { decideCancellation } from '../../../src/domain/changes/cancellation.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { anOrder } from '../../builders/rows.ts';

const SECRET = 'the secret of a payment provider';
const policy = aPolicy();
let desk: BackendUnderTest;
beforeEach(async () => {
  const payments = createSandboxPayments({ clock: () => desk.clock.now, secret: SECRET });
  desk = await aBackend({
    rows: [
      anOrder({
        status: 'placed',
        payments: [{ kind: 'card', label: 'Visa', amount: 8900, reference: 'pi_later' }],
      }),
    ],
    shop: { policy },
    ports: { payments: () => payments },
  });
});
afterEach(() => desk.close());

async function post(news: MoneyNews, secret = SECRET) {
  const { headers, body } = await signedNews(secret, desk.clock.now, news);
  return desk.visitor({ origin: null }).send('POST', '/webhooks/payments', { raw: body, headers });
}
/** A refund that is pending, and looked at in an hour. */
async function aPendingRefund() {
  const { now } = desk.clock;
  const request = { reason: 'other', refundTo: 'original' } as const;
  const wish = { at: now, by: 'customer', request } as const;
  await desk.storage.changes.write(desk.shop, 'order-1', wish, (held) =>
    decideCancellation({ ...held, policy, now, request }),
  );
  const until = '2026-11-23T09:01:00.000Z';
  const [move] = await desk.storage.money.claim({ now: now.toISOString(), until, most: 1 });
  const waiting = { state: 'moving', seconds: 3600, result: 'pending', reference: 're_1' } as const;
  await desk.storage.money.settle(desk.shop, move!.id, until, waiting, now);
  return move!.id;
}

describe('News of who moves the money', () => {
  test('have the move looked at now', async () => {
    const key = await aPendingRefund();
    desk.clock.pass(1);
    const news = { id: 'evt_1', reference: 're_1', key };
    const { status, body } = await post(news);
    assert.deepEqual([status, body], [200, { result: 'applied' }]);
    const now = desk.clock.now.toISOString();
    const claimed = await desk.storage.money.claim({ now, until: now, most: 9 });
    assert.deepEqual(
      claimed.map(({ id, movedAs }) => [id, movedAs]),
      [[key, 're_1']],
    );
  });

  test('of what is not ours change nothing', async () => {
    await aPendingRefund();
    const { status, body } = await post({ id: 'evt_2', reference: 're_of_others' });
    assert.deepEqual([status, body], [200, { result: 'unchanged' }]);
  });

  test('that somebody else has signed, or nobody, are not believed', async () => {
    await aPendingRefund();
    const forged = await post({ id: 'evt_1', reference: 're_1' }, 'another secret');
    assert.deepEqual([forged.status, forged.body.code], [401, 'signature_invalid']);
    const unsigned = await desk.visitor().send('POST', '/webhooks/payments', { raw: 'no JSON' });
    assert.equal(unsigned.body.code, 'signature_invalid');
  });

  test('are not taken where nobody moves money', async () => {
    const without = await aBackend();
    const told = await without.visitor().send('POST', '/webhooks/payments', { raw: '{}' });
    assert.equal(told.body.code, 'signature_invalid');
    await without.close();
  });

  test('of half a megabyte and more are not read', async () => {
    const raw = 'x'.repeat(512 * 1024 + 1);
    const told = await desk.visitor().send('POST', '/webhooks/payments', { raw });
    assert.equal(told.body.code, 'payload_too_large');
  });
});
