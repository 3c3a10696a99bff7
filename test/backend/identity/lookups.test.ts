import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA, phone: '+32 470 12 34 56' }),
  anOrder({ id: 'o-1', number: '#AL-4182', customer: 'mara', email: MARA }),
  anOrder({ id: 'o-2', number: '4183', email: 'guest@mail.example', phone: '+31 6 1234 5678' }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

const lookUp = (visitor: Visitor, number: string, email = MARA) =>
  visitor.post('/identity/lookups', { number, email });

describe('A look-up', () => {
  test('with the number and the e-mail of the order lets a guest follow it', async () => {
    const { status, body, headers } = await lookUp(desk.visitor(), 'al-4182');
    assert.equal(status, 200);
    const { token, session, ...rest } = body;
    assert.match(token, /^[\w-]{43}$/);
    assert.ok(session && session !== token);
    assert.deepEqual(rest, {
      kind: 'guest',
      expiresAt: '2026-11-23T09:10:00.000Z',
      order: { id: 'o-1', number: '#AL-4182' },
    });
    assert.match(headers.get('set-cookie')!, /^__Host-front-desk-alder=[\w-]{43}; .*Max-Age=1800/);
  });

  test('by phone works, however it is written', async () => {
    const { status } = await desk
      .visitor()
      .post('/identity/lookups', { number: '4183', phone: '0031 6 12345678' });
    assert.equal(status, 200);
  });

  test('that misses says the same, whichever of the two was wrong', async () => {
    const noNumber = await lookUp(desk.visitor(), '9999');
    const noContact = await lookUp(desk.visitor(), 'AL-4182', 'guest@mail.example');
    assert.equal(noNumber.body.code, 'order_not_found');
    assert.deepEqual(noContact.body, noNumber.body);
    assert.equal(noContact.status, 404);
  });

  test('without e-mail and phone says which of them is needed', async () => {
    const { body } = await desk.visitor().post('/identity/lookups', { number: '4183' });
    assert.deepEqual(body.errors, [
      { pointer: '', detail: 'One of these is needed: email, phone.' },
    ]);
  });

  test('is not there in a shop that has switched it off', async () => {
    const off = await aBackend({ rows, shop: { guestTracking: 'off' } });
    assert.equal((await lookUp(off.visitor(), 'AL-4182')).body.code, 'not_found');
    await off.close();
  });
});

describe('Misses', () => {
  const missed = (address: string, number: string) =>
    lookUp(desk.visitor({ address }), number, 'nobody@mail.example');

  test('of one address: five in fifteen minutes, hits are free', async () => {
    for (let miss = 0; miss < 5; miss++) {
      assert.equal((await lookUp(desk.visitor(), 'AL-4182')).status, 200);
      assert.equal((await missed('192.0.2.1', `9-${miss}`)).status, 404);
      desk.clock.pass(MINUTE);
    }
    for (const number of ['9-6', 'AL-4182']) {
      const { status, body } = await lookUp(desk.visitor(), number);
      assert.deepEqual([status, body.retryAfter], [429, 10 * MINUTE]);
    }
    desk.clock.pass(10 * MINUTE);
    assert.equal((await lookUp(desk.visitor(), 'AL-4182')).status, 200);
  });

  test('of a /64 of IPv6 are those of one address', async () => {
    for (let miss = 0; miss < 5; miss++) await missed(`2001:db8::${miss}:1`, `9-${miss}`);
    assert.equal((await missed('2001:db8:0:0:ffff::1', '9-9')).status, 429);
    assert.equal((await missed('2001:db8:0:1::1', '9-9')).status, 404);
  });

  test('of one order number: five in fifteen minutes from anywhere, however it is written', async () => {
    const written = ['4183', '#4183', ' 4183', '41 83', '4183 '];
    for (const [at, number] of written.entries())
      assert.equal((await missed(`192.0.2.${at}`, number)).status, 404);
    assert.equal((await missed('192.0.2.9', '4183')).status, 429);
    assert.equal((await missed('192.0.2.9', '4184')).status, 404);
  });

  test('of one order number: twenty a day', async () => {
    for (let miss = 0; miss < 20; miss++) {
      assert.equal((await missed(`192.0.2.${miss}`, '4183')).status, 404, `miss ${miss + 1}`);
      if (miss % 5 === 4) desk.clock.pass(15 * MINUTE);
    }
    const { status, body } = await missed('198.51.100.1', '4183');
    assert.deepEqual([status, body.retryAfter], [429, DAY - 60 * MINUTE]);
  });

  test('end no session that is running', async () => {
    const { body } = await lookUp(desk.visitor(), 'AL-4182');
    for (let miss = 0; miss < 6; miss++) await missed('192.0.2.1', 'AL-4182');
    const guest = desk.visitor({ token: body.token });
    assert.equal((await guest.get('/orders/o-1/tracking')).status, 200);
  });
});

describe('In a strict shop', () => {
  let strict: BackendUnderTest;
  beforeEach(async () => {
    strict = await aBackend({ rows, shop: { guestTracking: 'code' } });
  });
  afterEach(() => strict.close());

  test('a hit and a miss are answered alike, and only the hit gets a code', async () => {
    const hit = await lookUp(strict.visitor(), 'AL-4182');
    const miss = await lookUp(
      strict.visitor({ address: '192.0.2.2' }),
      '9999',
      'guest@mail.example',
    );
    assert.deepEqual([hit.status, miss.status], [202, 202]);
    assert.deepEqual({ ...miss.body, id: '', to: '' }, { ...hit.body, id: '', to: '' });
    assert.equal(miss.headers.get('set-cookie'), hit.headers.get('set-cookie'));
    await strict.backend.settled();
    assert.deepEqual(
      strict.mails.map(({ to }) => to),
      [MARA],
    );
  });

  test('the code opens all of the customer’s orders', async () => {
    const visitor = strict.visitor();
    const { body: challenge } = await lookUp(visitor, 'AL-4182');
    const code = await strict.code(MARA);
    const { body } = await visitor.post(`/identity/challenges/${challenge.id}/answer`, { code });
    assert.equal(body.kind, 'customer');
  });

  test('hits count as misses do: a sixth try tells nothing', async () => {
    for (const number of ['AL-4182', '9999']) {
      const told: number[] = [];
      for (let tries = 0; tries < 6; tries++) {
        const address = number === '9999' ? '192.0.2.1' : '192.0.2.2';
        told.push((await lookUp(strict.visitor({ address }), number)).status);
        strict.clock.pass(31);
      }
      assert.deepEqual(told.slice(-1), [429], number);
      strict.clock.pass(DAY);
    }
  });

  test('a look-up by phone is refused for hit and miss alike: no code can go there', async () => {
    for (const number of ['4183', '9999']) {
      const { body } = await strict
        .visitor()
        .post('/identity/lookups', { number, phone: '+31 6 1234 5678' });
      assert.equal(body.code, 'channel_unavailable');
    }
  });

  test('without mail there is no look-up', async () => {
    const mute = await aBackend({ rows, mail: false, shop: { guestTracking: 'code' } });
    assert.equal((await lookUp(mute.visitor(), 'AL-4182')).body.code, 'channel_unavailable');
    await mute.close();
  });
});
