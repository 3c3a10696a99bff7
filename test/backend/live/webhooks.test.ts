import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import { aGuestVisitor } from '../identity/flows.ts';
import { signed } from './signed.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'mara', email: MARA },
    shipments: [aShipment({ number: '3SMARA1' })],
  }),
];
const event = { at: '2026-11-23T08:30:00+01:00', status: 'out_for_delivery', text: 'In the van' };
const news = { number: '3S MARA1', events: [event] };

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

const send = (
  ...given: Parameters<typeof signed> extends [unknown, ...infer Rest] ? Rest : never
) => desk.visitor({ origin: null }).send('POST', '/webhooks/tracking', signed(desk, ...given));

describe('A tracking webhook', () => {
  test('that is signed is applied, and the guest sees it', async () => {
    assert.deepEqual((await send(news)).body, { result: 'applied' } as never);
    const guest = await aGuestVisitor(desk, '4182', MARA);
    const { body } = await guest.get('/orders/o-1/tracking');
    const [parcel] = body['parcels'] as { status: string; events: object[] }[];
    assert.equal(parcel?.status, 'out_for_delivery');
    assert.deepEqual(parcel?.events, [
      { at: '2026-11-23T07:30:00.000Z', status: 'out_for_delivery', text: 'In the van' },
    ]);
  });

  test('sent twice changes nothing, by its id or by its content', async () => {
    const named = { headers: { 'X-Front-Desk-Delivery': 'delivery-1' } };
    assert.deepEqual((await send(news, named)).body, { result: 'applied' } as never);
    const other = { number: '3SMARA1', events: [{ ...event, text: 'Other' }] };
    assert.deepEqual((await send(other, named)).body, { result: 'unchanged' } as never);
    assert.deepEqual((await send(other)).body, { result: 'applied' } as never);
    assert.deepEqual((await send(other)).body, { result: 'unchanged' } as never);
    const guest = await aGuestVisitor(desk, '4182', MARA);
    const { body } = await guest.get('/orders/o-1/tracking');
    assert.equal((body['parcels'] as { events: object[] }[])[0]?.events.length, 2);
  });

  test('with the same news under another delivery changes nothing', async () => {
    await send(news, { headers: { 'X-Front-Desk-Delivery': 'one' } });
    const again = await send(news, { headers: { 'X-Front-Desk-Delivery': 'two' } });
    assert.deepEqual(again.body, { result: 'unchanged' } as never);
  });

  test('of a parcel nobody knows says so, and is heard when its order comes in', async () => {
    const early = { ...news, number: '3SLATE' };
    assert.deepEqual((await send(early)).body, { result: 'unknown_parcel' } as never);
    await desk.load([
      anOrder({
        ...{ id: 'o-2', number: '4183', email: 'guest@mail.example' },
        shipments: [aShipment({ number: '3SLATE' })],
      }),
    ]);
    const guest = await aGuestVisitor(desk, '4183', 'guest@mail.example');
    const { body } = await guest.get('/orders/o-2/tracking');
    const [parcel] = body['parcels'] as { status: string }[];
    assert.equal(parcel?.status, 'out_for_delivery');
    assert.deepEqual((await send(early)).body, { result: 'unchanged' } as never);
  });

  test('of another shop’s parcel is of a parcel nobody knows', async () => {
    const both = await aBackend({
      shops: [aShop(), aShop({ id: 'birch', webhookSecret: 'another secret of some length' })],
    });
    await both.load(rows);
    const ask = (shop: string, secret: string) =>
      both
        .visitor({ origin: null, shop })
        .send('POST', '/webhooks/tracking', signed(both, news, { secret }));
    const { body } = await ask('birch', 'another secret of some length');
    assert.deepEqual(body, { result: 'unknown_parcel' } as never);
    assert.equal((await ask('birch', aShop().webhookSecret)).body.code, 'signature_invalid');
    assert.deepEqual((await ask('alder', aShop().webhookSecret)).body, {
      result: 'applied',
    } as never);
    await both.close();
  });

  test('that was changed on its way, or signed with another secret, is refused', async () => {
    const good = signed(desk, news);
    const changed = { ...good, raw: JSON.stringify({ ...news, number: '3SOTHER' }) };
    const carrier = desk.visitor({ origin: null });
    assert.equal(
      (await carrier.send('POST', '/webhooks/tracking', changed)).body.code,
      'signature_invalid',
    );
    assert.equal((await send(news, { secret: 'guessed' })).body.code, 'signature_invalid');
  });

  test('is refused before anybody looks at what it says', async () => {
    const { body } = await send(null, { raw: '{"broken', secret: 'guessed' });
    assert.equal(body.code, 'signature_invalid');
    const { body: own } = await send(null, { raw: '{"broken' });
    assert.equal(own.code, 'malformed_json');
  });

  const now = Math.floor(Date.parse('2026-11-23T09:00:00.000Z') / 1000);
  for (const [seconds, isTaken] of [
    [-300, true],
    [-301, false],
    [300, true],
    [301, false],
  ] as const)
    test(`signed ${seconds} s from now is ${isTaken ? 'taken' : 'refused'}`, async () => {
      const { status } = await send(news, { at: now + seconds });
      assert.equal(status, isTaken ? 200 : 401);
    });

  test('whose signature is right, and not of now, is told so; a guess learns nothing of the time', async () => {
    for (const at of [now - 301, now * 1000]) {
      const { body } = await send(news, { at });
      assert.equal(body.code, 'signature_invalid');
      const [fault] = body['errors'] as { pointer: string; detail: string }[];
      assert.equal(fault?.pointer, '/t');
      assert.match(fault.detail, /five minutes from our clock\. .* in seconds since 1970/);
      assert.equal((await send(news, { at, secret: 'guessed' })).body['errors'], undefined);
    }
    assert.match(desk.logged(), /"fault":"signature_invalid","reason":"t"/);
  });

  test('takes one right signature among several, while a secret is being changed', async () => {
    const { headers, ...rest } = signed(desk, news);
    const right = headers!['X-Front-Desk-Signature']!;
    const both = right.replace(',v1=', `,v1=${'0'.repeat(64)},v1=`);
    const carrier = desk.visitor({ origin: null });
    const { status } = await carrier.send('POST', '/webhooks/tracking', {
      ...rest,
      headers: { ...headers, 'X-Front-Desk-Signature': both },
    });
    assert.equal(status, 200);
  });

  for (const header of [
    '',
    't=',
    'v1=00',
    't=1,v1=',
    't=abc,v1=00',
    't=-1e9,v1=00',
    'x'.repeat(5000),
  ])
    test(`with the signature "${header.slice(0, 20)}" is refused`, async () => {
      const { raw } = signed(desk, news);
      const { body } = await desk.visitor({ origin: null }).send('POST', '/webhooks/tracking', {
        ...{ raw: raw!, key: null },
        headers: { 'Content-Type': 'application/json', 'X-Front-Desk-Signature': header },
      });
      assert.equal(body.code, 'signature_invalid');
    });

  test('takes a hundred events at once, in many bytes each', async () => {
    const events = Array.from({ length: 100 }, (_, at) => ({
      ...{ id: `${at}`.padEnd(128, 'ü'), at: event.at, status: 'in_transit' },
      ...{ text: `${at}`.padEnd(300, '日'), place: '本'.repeat(120) },
    }));
    assert.deepEqual((await send({ number: '3SMARA1', events })).body, {
      result: 'applied',
    } as never);
  });
});
