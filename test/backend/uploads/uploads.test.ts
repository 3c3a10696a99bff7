import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { purge } from '../../../src/backend/services/purge.ts';
import { Unavailable } from '../../../src/backend/services/unavailable.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPdf, aPicture, aPrivatePicture, secrets } from '../../builders/pictures.ts';
import { aCustomer } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { signed } from '../live/signed.ts';

const MARA = 'mara@kern.example';
const HOUR = 60 * 60;
const MIB = 1024 * 1024;
const rows = [aCustomer({ id: 'mara', email: MARA })];

let desk: BackendUnderTest;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows });
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

const send = (raw: BodyInit, type = 'image/jpeg', key?: string, from = mara) =>
  from.send('POST', '/uploads', {
    ...{ raw, headers: { 'Content-Type': type } },
    ...(key !== undefined && { key }),
  });
/** A picture of this many bytes. */
function aLargePicture(size: number): Uint8Array<ArrayBuffer> {
  const small = aPicture('image/jpeg');
  const large = new Uint8Array(size).fill(1);
  large.set(small.subarray(0, -2));
  large.set(small.subarray(-2), size - 2);
  return large;
}

describe('A picture that is sent', () => {
  test('is kept without what it tells beside what it shows', async () => {
    const picture = aPrivatePicture('image/jpeg');
    const { status, body } = await send(picture);
    assert.equal(status, 201);
    assert.match(body.id, /^upl_/);
    assert.equal(body['type'], 'image/jpeg');
    assert.ok(Number(body['size']) < picture.length);
    const { response } = await mara.get(`/uploads/${body.id}`);
    const kept = Buffer.from(await response.arrayBuffer()).toString('latin1');
    assert.equal(kept.length, body['size']);
    for (const secret of secrets) assert.ok(!kept.includes(secret), secret);
  });

  test('comes back to be saved, and never as a page', async () => {
    const { body } = await send(aPicture('image/png'), 'image/png; q=1');
    const { headers } = await mara.get(`/uploads/${body.id}`);
    assert.equal(headers.get('content-type'), 'image/png');
    assert.equal(headers.get('content-disposition'), 'attachment; filename="picture.png"');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('that lies about its type is refused, whatever it is', async () => {
    for (const lie of [aPicture('image/png'), '<svg onload="alert(1)">', '%PDF-1.7', ' ']) {
      const { status, body } = await send(lie);
      assert.deepEqual([status, body.code], [422, 'file_not_as_said']);
    }
  });

  test('or a document that is none, or is cut off', async () => {
    const late = Buffer.concat([Buffer.from(' '), aPdf()]);
    for (const lie of [
      aPicture('image/png'),
      '<script>%PDF-1.7 %%EOF',
      late,
      '%PDF-1.7\n1 0 obj',
    ]) {
      const { status, body } = await send(lie, 'application/pdf');
      assert.deepEqual([status, body.code], [422, 'file_not_as_said']);
    }
  });

  test('may be a document, that is kept as it came and only ever saved', async () => {
    const { status, body } = await send(aPdf(), 'application/pdf');
    assert.deepEqual([status, body['type']], [201, 'application/pdf']);
    const { response, headers } = await mara.get(`/uploads/${body.id}`);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), aPdf());
    assert.equal(headers.get('content-disposition'), 'attachment; filename="document.pdf"');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox");
  });

  test('of a type that is not taken is refused before it is read', async () => {
    for (const type of ['image/heic', 'image/svg+xml', 'text/html', 'application/msword', '']) {
      const { status, body } = await send(aPicture('image/jpeg'), type);
      assert.deepEqual([status, body.code], [415, 'file_type_refused'], type);
    }
  });

  test('may have 5 MB and no byte more', async () => {
    assert.equal((await send(aLargePicture(5 * MIB))).status, 201);
    const { status, body } = await send(aLargePicture(5 * MIB + 1));
    assert.deepEqual([status, body.code], [413, 'file_too_large']);
  });

  test('finds room for 60 MB a day, and again when the first is a day old', async () => {
    const large = aLargePicture(5 * MIB);
    for (let nth = 0; nth < 12; nth++) assert.equal((await send(large)).status, 201);
    desk.clock.pass(5 * 60);
    const { status, body } = await send(aPicture('image/jpeg'));
    assert.deepEqual([status, body.code], [429, 'too_many_files']);
    assert.equal(body.retryAfter, 24 * HOUR - 5 * 60);
    desk.clock.pass(body.retryAfter);
    mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await send(large)).status, 201);
  });

  test('is kept once for one Idempotency-Key', async () => {
    const once = () => send(aPicture('image/webp'), 'image/webp', 'one-picture-one-key');
    assert.deepEqual((await once()).body, (await once()).body);
  });

  test('that nothing names is forgotten after a day', async () => {
    const { body } = await send(aPicture('image/jpeg'));
    desk.clock.pass(24 * HOUR - 1);
    await purge(desk.storage, desk.clock.now);
    assert.ok(await desk.storage.uploads.read('alder', body.id));
    desk.clock.pass(1);
    await purge(desk.storage, desk.clock.now);
    assert.equal(await desk.storage.uploads.read('alder', body.id), undefined);
  });

  test('goes with its customer', async () => {
    const { body } = await send(aPicture('image/jpeg'));
    const gone = { type: 'customer', id: 'mara', deleted: true, updatedAt: '2026-11-23T09:30:00Z' };
    await desk.visitor({ origin: null }).send('POST', '/webhooks/customers', signed(desk, gone));
    assert.equal(await desk.storage.uploads.read('alder', body.id), undefined);
  });

  test('is looked over first where somebody does that', async () => {
    const kinds: string[] = [];
    const scanned = await aBackend({
      rows,
      ports: {
        async scanFile({ type }) {
          kinds.push(type);
          if (kinds.length > 2) throw new Unavailable(60);
          return kinds.length > 1;
        },
      },
    });
    const visitor = await aCustomerVisitor(scanned, MARA);
    const told = [];
    for (let nth = 0; nth < 3; nth++) {
      const { status, body } = await send(aPicture('image/png'), 'image/png', undefined, visitor);
      told.push([status, body.code]);
    }
    assert.deepEqual(told, [
      [422, 'file_refused'],
      [201, undefined],
      [503, 'unavailable'],
    ]);
    assert.deepEqual(kinds, ['image/png', 'image/png', 'image/png']);
    await scanned.close();
  });
});
