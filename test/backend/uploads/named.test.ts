import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { purge } from '../../../src/backend/services/purge.ts';
import type { OrderActions } from '../../../src/contract/actions.ts';
import type { ReasonRule } from '../../../src/contract/policy.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aPicture } from '../../builders/pictures.ts';
import { aCustomer, aLine, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const DAY = 24 * 60 * 60;
const broken: ReasonRule = {
  ...{ outcomes: ['refund'], photo: true, returnShipping: 'shop', review: false },
};
const policy = aPolicy({
  returns: { reasons: { damaged: broken } },
  reports: { photo: ['wrong'] },
});
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  aCustomer({ id: 'bo', email: BO }),
  anOrder({
    ...{ id: 'o-1', number: '#4051', customer: 'mara', deliveredOn: '2026-11-20' },
    lines: [aLine({ id: 'shirt', unitPrice: 8900, quantity: 3 })],
    payments: [{ kind: 'card', label: 'Visa', amount: 26_700 }],
  }),
];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows, shop: { policy } });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

async function sendPicture(from = mara): Promise<string> {
  const headers = { 'Content-Type': 'image/jpeg' };
  const { body } = await from.send('POST', '/uploads', { raw: aPicture('image/jpeg'), headers });
  return body.id;
}
async function confirmed(what: 'returns' | 'reports', request: object) {
  const quote = await mara.post(`/orders/o-1/${what}/quote`, request);
  if (quote.status !== 200) return quote;
  return mara.post(`/orders/o-1/${what}`, { ...request, quote: quote.body.id });
}
const bringBack = (photos?: string[]) =>
  confirmed('returns', {
    lines: [
      {
        ...{ line: 'shirt', quantity: 1, reason: 'damaged', outcome: { kind: 'refund' } },
        ...(photos && { photos }),
      },
    ],
    method: 'own',
  });
const report = (photos?: string[]) =>
  confirmed('reports', {
    ...{ kind: 'wrong', lines: [{ line: 'shirt', quantity: 1 }] },
    ...(photos && { photos }),
  });

describe('Pictures of what goes back', () => {
  test('are there as long as the return is, line by line', async () => {
    const photos = [await sendPicture(), await sendPicture()];
    const { status, body } = await bringBack(photos);
    assert.equal(status, 200);
    const { body: made } = await mara.get(`/returns/${String(body['return'])}`);
    assert.deepEqual((made['lines'] as { photos: string[] }[])[0]?.photos, photos);
    desk.clock.pass(2 * DAY);
    await purge(desk.storage, desk.clock.now);
    for (const id of photos) assert.ok(await desk.storage.uploads.read('alder', id));
  });

  test('are asked for where the policy says so', async () => {
    for (const none of [undefined, []])
      assert.equal((await bringBack(none)).body.code, 'photo_required');
  });

  test('have to be the shopper’s own, there still, and nobody’s yet', async () => {
    const bo = await aCustomerVisitor(desk, BO);
    const own = await sendPicture();
    for (const photos of [['none'], [await sendPicture(bo)], [own, 'none']]) {
      const { status, body } = await bringBack(photos);
      assert.deepEqual([status, body.code], [422, 'upload_not_found']);
    }
    assert.equal((await bringBack([own, own])).status, 200);
    assert.equal((await bringBack([own])).body.code, 'upload_not_found');
  });

  test('are gone where nothing named them in time', async () => {
    const late = await sendPicture();
    desk.clock.pass(DAY);
    await purge(desk.storage, desk.clock.now);
    mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await bringBack([late])).body.code, 'upload_not_found');
  });

  test('are four at most', async () => {
    const { status } = await bringBack(Array.from({ length: 5 }, (_, nth) => `u-${nth}`));
    assert.equal(status, 422);
  });

  test('stay free where the return is refused after all', async () => {
    const own = await sendPicture();
    const line = { line: 'shirt', quantity: 1, reason: 'damaged', outcome: { kind: 'refund' } };
    const request = { lines: [{ ...line, photos: [own] }], method: 'own' };
    const bent = { ...request, quote: 'a-quote-of-none' };
    assert.equal((await mara.post('/orders/o-1/returns', bent)).body.code, 'quote_invalid');
    assert.equal((await bringBack([own])).status, 200);
  });
});

describe('Pictures of what is wrong', () => {
  test('are asked for by kind, and kept with what was told', async () => {
    const { body: order } = await mara.get('/orders/o-1');
    const { reports } = order['actions'] as OrderActions;
    const asked = reports.filter(({ photo }) => photo).map(({ kind }) => kind);
    assert.deepEqual(asked, ['wrong']);
    assert.equal((await report()).body.code, 'photo_required');
    const photos = [await sendPicture()];
    const { status, body } = await report(photos);
    assert.equal(status, 200);
    assert.deepEqual((body['report'] as { photos: string[] }).photos, photos);
    assert.equal((await bringBack(photos)).body.code, 'upload_not_found');
  });
});
