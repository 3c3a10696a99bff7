import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { anOwnLogin, type OwnLoginUnderTest } from '../../builders/own-login.ts';
import { aProofKey, hashOf } from '../../builders/proof.ts';
import { aCustomer } from '../../builders/rows.ts';
import { API, type Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from './flows.ts';

const HOUR = 60 * 60;
const MARA = 'mara@kern.example';
const COOKIE = '__Host-front-desk-alder';

let desk: BackendUnderTest;
let login: OwnLoginUnderTest;
beforeEach(async () => {
  login = await anOwnLogin();
  const rows = [aCustomer({ id: 'mara', email: MARA })];
  desk = await aBackend({ rows, shop: { identityKeys: [login.key] } });
});
afterEach(() => desk.close());

/** A code for the session of `asks`, given by `gives`. */
async function proveByCode(asks: Visitor, gives = asks): Promise<void> {
  desk.clock.pass(31);
  const { body } = await asks.post('/identity/challenges', { self: true });
  const code = await desk.code(MARA);
  const headers = { 'X-Front-Desk': '1' };
  const path = `/identity/challenges/${body.id}/answer`;
  const told = await gives.send('POST', path, { body: { code }, headers });
  assert.equal(told.status, 200);
  gives.token = told.body.token;
}

/** Somebody who has read the cookie of that browser. */
function aThiefOf({ cookies }: Visitor): Visitor {
  const thief = desk.visitor();
  thief.cookies.set(COOKIE, cookies.get(COOKIE)!);
  return thief;
}

const idsOf = async (visitor: Visitor) =>
  ((await visitor.get('/sessions')).body.items as { id: string }[]).map(({ id }) => id);

describe('A session that is proved anew', () => {
  test('trades the cookie that the answer takes the place of: a stolen one ends it', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const thief = aThiefOf(mara);
    await proveByCode(mara);
    desk.clock.pass(71);
    assert.equal((await thief.refresh()).body.kind, 'anonymous');
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
    assert.match(desk.logged(), /refresh_token_reused/);
  });

  test('does so by the shop’s login as well', async () => {
    const mara = desk.visitor();
    const bring = async () => {
      const body = { jwt: await login.sign(desk.clock.now, { sub: 'mara' }) };
      const headers = { 'X-Front-Desk': '1' };
      mara.token = (await mara.send('POST', '/identity/assertions', { body, headers })).body.token;
    };
    await bring();
    const thief = aThiefOf(mara);
    await bring();
    desk.clock.pass(71);
    assert.equal((await thief.refresh()).body.kind, 'anonymous');
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
  });

  test('by the shop’s login may have begun with a code: it goes on, and is that login’s as well', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const begun = await idsOf(mara);
    desk.clock.pass(HOUR);
    await mara.refresh();
    const retry = {
      body: { jwt: await login.sign(desk.clock.now, { sub: 'mara' }) },
      ...{ headers: { 'X-Front-Desk': '1' }, key: 'the-key-of-a-retry' },
    };
    const told = await mara.send('POST', '/identity/assertions', retry);
    const { subject, verifiedAt } = told.body;
    assert.deepEqual([subject, verifiedAt], ['mara', desk.clock.now.toISOString()]);
    assert.deepEqual((await mara.send('POST', '/identity/assertions', retry)).body, told.body);
    mara.token = told.body.token;
    assert.deepEqual(await idsOf(mara), begun);
    const { body } = await mara.refresh();
    assert.deepEqual([body['subject'], body['verifiedAt']], ['mara', verifiedAt]);
  });

  test('by the shop’s login is its own account’s: of anybody else another one starts', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const jwt = await login.sign(desk.clock.now, { sub: 'bo' });
    const { body } = await mara.post('/identity/assertions', { jwt });
    assert.equal((body['customer'] as { id: string }).id, 'bo');
    assert.equal((await mara.get('/session')).body['subject'], undefined);
    assert.equal((await idsOf(mara)).length, 1);
  });

  test('by a code stays the login’s that has started it', async () => {
    const mara = desk.visitor();
    const jwt = await login.sign(desk.clock.now, { sub: 'mara' });
    mara.token = (await mara.post('/identity/assertions', { jwt })).body.token;
    await proveByCode(mara);
    assert.equal((await mara.get('/session')).body['subject'], 'mara');
  });

  test('lets the old cookie be traded while the answer may still come, and the new one at any time', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const tab = aThiefOf(mara);
    await proveByCode(mara);
    desk.clock.pass(70);
    assert.equal((await tab.refresh()).body.kind, 'customer');
    desk.clock.pass(HOUR);
    assert.equal((await mara.refresh()).body.kind, 'customer');
  });

  test('on another device signs nobody out: the first one’s cookie is still its own', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const phone = desk.visitor();
    await proveByCode(mara, phone);
    desk.clock.pass(71);
    assert.equal((await mara.refresh()).body.kind, 'customer');
    assert.equal((await phone.refresh()).body.kind, 'customer');
  });

  test('costs no cookie of another session', async () => {
    const [mara, elsewhere] = [await aCustomerVisitor(desk, MARA), desk.visitor()];
    elsewhere.token = (await elsewhere.post('/session', {})).body.token;
    const kept = aThiefOf(elsewhere);
    await proveByCode(mara, elsewhere);
    desk.clock.pass(71);
    assert.equal((await kept.refresh()).body.kind, 'visitor');
  });

  test('is kept by its key for 24 hours all the same, and by no cookie', async () => {
    const key = await aProofKey();
    const mara = await aCustomerVisitor(desk, MARA);
    const path = '/session/key';
    const claims = { jti: 'proof-1', htm: 'POST', htu: `${API}/v1${path}` };
    const iat = Math.floor(desk.clock.now.getTime() / 1000);
    const headers = { DPoP: await key.sign({ ...claims, iat, ath: await hashOf(mara.token!) }) };
    assert.equal((await mara.send('POST', path, { key: null, headers })).status, 200);
    mara.cookies.clear();
    await proveByCode(mara);
    assert.equal((await aThiefOf(mara).refresh()).body.kind, 'anonymous');
    desk.clock.pass(12 * HOUR);
    const elsewhere = await aCustomerVisitor(desk, MARA);
    assert.equal((await idsOf(elsewhere)).length, 2);
    desk.clock.pass(12 * HOUR);
    await elsewhere.refresh();
    assert.equal((await idsOf(elsewhere)).length, 1);
  });
});
