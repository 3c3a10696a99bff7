import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Unavailable } from '../../../src/backend/services/unavailable.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import { aCustomerVisitor, aGuestVisitor } from './flows.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const rows = [
  aCustomer({ id: 'mara', email: 'mara@kern.example', firstName: 'Mara', phone: '+32470123456' }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: 'mara@kern.example' }),
];
const COOKIE = '__Host-front-desk-alder';

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

describe('A customer’s session', () => {
  test('tells who they are and when the code was given, and nothing more', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const { body } = await mara.get('/session');
    assert.deepEqual(body, {
      kind: 'customer',
      expiresAt: '2026-11-23T09:10:00.000Z',
      customer: {
        id: 'mara',
        firstName: 'Mara',
        lastName: 'Lindqvist',
        email: 'mara@kern.example',
      },
      verifiedAt: '2026-11-23T09:00:00.000Z',
    } as never);
  });

  test('has an access token of 256 bits, good for ten minutes and not a second more', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    assert.match(mara.token!, /^[\w-]{43}$/);
    desk.clock.pass(10 * MINUTE - 1);
    assert.equal((await mara.get('/orders')).status, 200);
    desk.clock.pass(1);
    assert.equal((await mara.get('/orders')).body.code, 'unauthenticated');
  });

  test('has a token that is told to be good no longer than it is, also where its renewal takes long', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const { sessions } = desk.storage;
    const { rotate } = sessions;
    sessions.rotate = async (...given) => {
      const traded = await rotate(...given);
      desk.clock.pass(5);
      return traded;
    };
    const { body } = await mara.refresh();
    desk.clock.now = new Date(Date.parse(String(body['expiresAt'])) - 1);
    assert.equal((await mara.get('/orders')).status, 200);
  });

  test('comes back after a reload, with a new token of each kind', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const before = { token: mara.token, cookie: mara.cookies.get(COOKIE) };
    mara.token = undefined;
    desk.clock.pass(3 * DAY);
    const { body } = await mara.refresh();
    assert.equal(body.kind, 'customer');
    assert.equal(body['verifiedAt'], '2026-11-23T09:00:00.000Z');
    assert.notEqual(body.token, before.token);
    assert.notEqual(mara.cookies.get(COOKIE), before.cookie);
    assert.equal((await mara.get('/orders')).status, 200);
  });

  test('ends after 14 days in which nobody came', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    desk.clock.pass(14 * DAY - 1);
    assert.equal((await mara.refresh()).body.kind, 'customer');
    desk.clock.pass(14 * DAY);
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
  });

  test('ends after 30 days however busy it was', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    for (let day = 0; day < 3; day++) {
      desk.clock.pass(10 * DAY - 1);
      assert.equal((await mara.refresh()).body.kind, 'customer', `after ${day + 1} × 10 days`);
    }
    // three seconds are left of the thirty days: no token outlives them
    assert.equal((await mara.get('/session')).body['expiresAt'], '2026-12-23T09:00:00.000Z');
    desk.clock.pass(3);
    assert.equal((await mara.get('/orders')).body.code, 'unauthenticated');
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
  });

  test('may have several access tokens at once: tabs do not sign each other out', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const first = mara.token!;
    await mara.refresh();
    assert.equal((await mara.get('/orders')).status, 200);
    mara.token = first;
    assert.equal((await mara.get('/orders')).status, 200);
  });

  test('ends when the shop no longer knows the customer', async () => {
    const gone = { ...desk.storage.catalogue, customer: async () => undefined };
    const storage = { ...desk.storage, catalogue: gone };
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const other = await aBackend({ ports: { storage } });
    const later = other.visitor();
    for (const [name, value] of mara.cookies) later.cookies.set(name, value);
    later.token = mara.token;
    assert.equal((await later.get('/session')).body.code, 'unauthenticated');
    assert.equal((await later.refresh()).body.kind, 'anonymous');
    await other.backend.close();
  });
});

describe('A refresh token', () => {
  test('is traded once; within ten seconds a second tab may trade it too', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const tab = desk.visitor();
    tab.cookies.set(COOKIE, mara.cookies.get(COOKIE)!);
    await mara.refresh();
    desk.clock.pass(10);
    assert.equal((await tab.refresh()).body.kind, 'customer');
    assert.equal((await tab.get('/orders')).status, 200);
    assert.equal((await mara.refresh()).body.kind, 'customer');
  });

  test('that comes back later is stolen: the whole session ends, for both', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const thief = desk.visitor();
    thief.cookies.set(COOKIE, mara.cookies.get(COOKIE)!);
    await mara.refresh();
    desk.clock.pass(10.001);
    assert.equal((await thief.refresh()).body.kind, 'anonymous');
    assert.equal((await mara.get('/orders')).body.code, 'unauthenticated');
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
    assert.match(desk.logged(), /refresh_token_reused/);
  });

  test('stays stolen however long it is kept', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const thief = desk.visitor();
    thief.cookies.set(COOKIE, mara.cookies.get(COOKIE)!);
    await mara.refresh();
    desk.clock.pass(13 * DAY);
    await thief.refresh();
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
  });

  test('traded by fifty requests at once ends nothing', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const tabs = Array.from({ length: 50 }, () => {
      const tab = desk.visitor();
      tab.cookies.set(COOKIE, mara.cookies.get(COOKIE)!);
      return tab;
    });
    const told = await Promise.all(tabs.map((tab) => tab.refresh()));
    assert.deepEqual(new Set(told.map(({ body }) => body.kind)), new Set(['customer']));
  });

  test('that nobody knows, or none at all, means nobody: 200, and the cookie is cleared', async () => {
    for (const cookie of [undefined, 'x'.repeat(43), '', '%00', 'a b', '🍪']) {
      const visitor = desk.visitor();
      const { status, body, headers } = await visitor.send('POST', '/session/refresh', {
        key: null,
        headers: {
          'X-Front-Desk': '1',
          ...(cookie !== undefined && { Cookie: `${COOKIE}=${encodeURI(cookie)}` }),
        },
      });
      assert.equal(status, 200);
      assert.deepEqual(body, { kind: 'anonymous' } as never);
      assert.match(headers.get('set-cookie')!, new RegExp(`^${COOKIE}=; .*Max-Age=0`));
    }
  });

  test('is not an access token, nor the other way round', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const mixed = desk.visitor({ token: mara.cookies.get(COOKIE)! });
    assert.equal((await mixed.get('/orders')).body.code, 'unauthenticated');
    mixed.cookies.set(COOKIE, mara.token!);
    assert.equal((await mixed.refresh()).body.kind, 'anonymous');
  });

  test('is only taken from a page of the shop that says X-Front-Desk: 1', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const cookie = `${COOKIE}=${mara.cookies.get(COOKIE)}`;
    const ask = (origin: string | null, header?: string) =>
      desk.visitor({ origin }).send('POST', '/session/refresh', {
        key: null,
        headers: { Cookie: cookie, ...(header && { 'X-Front-Desk': header }) },
      });
    assert.equal((await ask(null, '1')).body.code, 'origin_not_allowed');
    assert.equal((await ask('https://evil.example', '1')).body.code, 'origin_not_allowed');
    assert.equal((await ask('https://alder.example')).body.code, 'header_required');
    assert.equal((await ask('https://alder.example', '0')).body.code, 'header_required');
    assert.equal((await ask('https://desk.example', '1')).body.code, 'origin_not_allowed');
    assert.equal((await ask('https://alder.example', '1')).body.kind, 'customer');
  });
});

describe('A platform that is down', () => {
  test('costs nobody their session: the refresh token is not spent', async () => {
    const { catalogue } = desk.storage;
    let isDown = true;
    const customer: typeof catalogue.customer = (...given) =>
      isDown ? Promise.reject(new Unavailable()) : catalogue.customer(...given);
    const storage = { ...desk.storage, catalogue: { ...catalogue, customer } };
    const other = await aBackend({ ports: { storage, clock: () => desk.clock.now } });
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const later = other.visitor();
    for (const [name, value] of mara.cookies) later.cookies.set(name, value);
    assert.equal((await later.refresh()).status, 503);
    desk.clock.pass(MINUTE);
    isDown = false;
    assert.equal((await later.refresh()).body.kind, 'customer');
    await other.backend.close();
  });
});

describe('A guest’s session', () => {
  test('names its one order and ends after 30 minutes, reloads or not', async () => {
    const guest = await aGuestVisitor(desk, '4182', 'mara@kern.example');
    const { session } = (await guest.get('/session')).body;
    assert.deepEqual((await guest.get('/session')).body, {
      ...{ kind: 'guest', session },
      expiresAt: '2026-11-23T09:10:00.000Z',
      order: { id: 'o-1', number: '4182' },
    } as never);
    desk.clock.pass(25 * MINUTE);
    const { body } = await guest.refresh();
    assert.deepEqual([body.kind, body['session']], ['guest', session]);
    assert.equal(body['expiresAt'], '2026-11-23T09:30:00.000Z');
    desk.clock.pass(5 * MINUTE - 1);
    assert.equal((await guest.get('/orders/o-1/tracking')).status, 200);
    desk.clock.pass(1);
    assert.equal((await guest.get('/orders/o-1/tracking')).body.code, 'unauthenticated');
    assert.equal((await guest.refresh()).body.kind, 'anonymous');
  });
});

describe('Nobody', () => {
  test('is an answer, not an error', async () => {
    assert.deepEqual((await desk.visitor().get('/session')).body, { kind: 'anonymous' } as never);
  });

  test('with a token that is not one is told so', async () => {
    for (const authorization of [
      'Bearer nonsense',
      'Bearer',
      'Basic YTpi',
      'Bearer  ',
      'x'.repeat(9000),
    ]) {
      const { body } = await desk
        .visitor()
        .get('/session', { headers: { Authorization: authorization } });
      assert.equal(body.code, 'unauthenticated', authorization.slice(0, 20));
    }
  });
});

describe('Signing out', () => {
  test('ends every token of the session at once and clears the cookie', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const first = mara.token!;
    await mara.refresh();
    const cookie = mara.cookies.get(COOKIE)!;
    const { status, headers } = await mara.signOut();
    assert.equal(status, 204);
    assert.match(headers.get('set-cookie')!, /Max-Age=0/);
    for (const token of [first, mara.token!])
      assert.equal((await desk.visitor({ token }).get('/orders')).body.code, 'unauthenticated');
    const late = desk.visitor();
    late.cookies.set(COOKIE, cookie);
    assert.equal((await late.refresh()).body.kind, 'anonymous');
  });

  test('works where cookies are refused, by the access token alone', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    mara.cookies.clear();
    assert.equal((await mara.signOut()).status, 204);
    assert.equal((await mara.get('/orders')).body.code, 'unauthenticated');
  });

  test('twice, or without a session, is no error', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    await mara.signOut();
    assert.equal((await mara.signOut()).status, 204);
    assert.equal((await desk.visitor().signOut()).status, 204);
  });

  test('leaves other sessions of the same customer alone', async () => {
    const phone = await aCustomerVisitor(desk, 'mara@kern.example');
    desk.clock.pass(31);
    const laptop = await aCustomerVisitor(desk, 'mara@kern.example');
    await phone.signOut();
    assert.equal((await laptop.get('/orders')).status, 200);
  });

  test('needs a page of the shop and the header, as a refresh does', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    assert.equal((await mara.send('DELETE', '/session')).body.code, 'header_required');
    const stranger = desk.visitor({ origin: null, token: mara.token! });
    assert.equal((await stranger.signOut()).body.code, 'origin_not_allowed');
    assert.equal((await mara.get('/orders')).status, 200);
  });
});

describe('A session of one shop', () => {
  test('is no session at another, by token or by cookie', async () => {
    const birch = aShop({ id: 'birch', origins: ['https://alder.example'] });
    const both = await aBackend({ shops: [aShop(), birch] });
    await both.load(rows);
    const mara = await aCustomerVisitor(both, 'mara@kern.example', { shop: 'alder' });
    assert.equal((await mara.get('/orders?shop=alder')).status, 200);
    for (const path of ['/orders', '/orders/o-1', '/orders/o-1/tracking', '/stream', '/session'])
      assert.equal((await mara.get(`${path}?shop=birch`)).body.code, 'shop_mismatch', path);
    const there = both.visitor({ shop: 'birch' });
    there.cookies.set('__Host-front-desk-birch', mara.cookies.get(COOKIE)!);
    assert.equal((await there.refresh()).body.kind, 'anonymous');
    assert.equal((await mara.refresh()).body.kind, 'customer');
    await both.close();
  });
});

describe('What the database holds of a session', () => {
  test('is hashes: no token can be read from it', async () => {
    const mara = await aCustomerVisitor(desk, 'mara@kern.example');
    const { byAccess } = desk.storage.sessions;
    const now = desk.clock.now.toISOString();
    assert.equal(await byAccess(mara.token!, now), undefined);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(mara.token));
    const hash = Buffer.from(digest).toString('base64url');
    assert.equal((await byAccess(hash, now))?.session.kind, 'customer');
  });
});
