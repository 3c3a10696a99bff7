import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { anOwnLogin, type OwnLoginUnderTest } from '../../builders/own-login.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { listen } from '../live/events.ts';
import { aCustomerVisitor, aGuestVisitor } from './flows.ts';

const MINUTE = 60;
const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: 'older@kern.example' }),
];
const FIREFOX = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' };

let desk: BackendUnderTest;
let login: OwnLoginUnderTest;
beforeEach(async () => {
  login = await anOwnLogin();
  desk = await aBackend({ rows, shop: { identityKeys: [login.key] } });
});
afterEach(() => desk.close());

async function byLogin(sub = 'mara', headers: Record<string, string> = {}): Promise<Visitor> {
  const visitor = desk.visitor({ headers });
  const jwt = await login.sign(desk.clock.now, { sub });
  visitor.token = (await visitor.post('/identity/assertions', { jwt })).body.token;
  return visitor;
}
const entries = async (visitor: Visitor) =>
  (await visitor.get('/sessions')).body.items as never as {
    id: string;
    device: object;
    startedAt: string;
    seenAt: string;
    current: boolean;
  }[];
const otherOf = async (visitor: Visitor) =>
  (await entries(visitor)).find(({ current }) => !current)!.id;
const end = (visitor: Visitor, path: string) => visitor.send('DELETE', path);

describe('What needs a fresh proof', () => {
  test('is done within ten minutes of one, and not a second later', async () => {
    const mara = await byLogin();
    desk.clock.pass(10 * MINUTE - 1);
    assert.equal((await end(mara, '/sessions/none')).body.code, 'not_found');
    await mara.refresh();
    desk.clock.pass(1);
    const told = await end(mara, '/sessions/none');
    assert.deepEqual([told.status, told.body.code], [403, 'step_up_required']);
  });

  test('is done after a code to the session’s own address, in the same session', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    await byLogin();
    desk.clock.pass(11 * MINUTE);
    await mara.refresh();
    const other = await otherOf(mara);
    assert.equal((await end(mara, `/sessions/${other}`)).body.code, 'step_up_required');

    const { status, body: challenge } = await mara.post('/identity/challenges', { self: true });
    assert.equal(status, 202);
    assert.equal(challenge.to, 'm•••@k•••.example');
    const { body } = await mara.post(`/identity/challenges/${challenge.id}/answer`, {
      code: await desk.code(MARA),
    });
    assert.equal(body['verifiedAt'], desk.clock.now.toISOString());
    mara.token = body.token;
    assert.equal((await entries(mara)).length, 2);
    assert.equal((await end(mara, `/sessions/${other}`)).status, 204);
    assert.equal((await mara.refresh()).body.kind, 'customer');
  });

  test('is done after another word of the shop’s login', async () => {
    const mara = await byLogin();
    desk.clock.pass(11 * MINUTE);
    await mara.refresh();
    assert.equal((await end(mara, '/sessions/none')).body.code, 'step_up_required');
    const jwt = await login.sign(desk.clock.now);
    mara.token = (await mara.post('/identity/assertions', { jwt })).body.token;
    assert.equal((await end(mara, '/sessions/none')).body.code, 'not_found');
  });

  test('is not done on the word of a login that does not say how fresh it is, and then by a code', async () => {
    const visitor = desk.visitor();
    const silent = () => login.sign(desk.clock.now, { auth_time: undefined });
    const bring = async () => {
      const { body } = await visitor.post('/identity/assertions', { jwt: await silent() });
      visitor.token = body.token;
    };
    await bring();
    assert.equal((await visitor.get('/orders')).status, 200);
    assert.equal((await end(visitor, '/sessions/none')).body.code, 'step_up_required');
    // however new the token, the session at the shop may be weeks old
    await bring();
    assert.equal((await end(visitor, '/sessions/none')).body.code, 'step_up_required');
    const { body: challenge } = await visitor.post('/identity/challenges', { self: true });
    const { body } = await visitor.post(`/identity/challenges/${challenge.id}/answer`, {
      code: await desk.code(MARA),
    });
    visitor.token = body.token;
    assert.equal((await end(visitor, '/sessions/none')).body.code, 'not_found');
  });

  test('is had once, and its answer kept, if the process dies right after', async () => {
    const { answers } = desk.storage;
    const dead = { ...answers, keep: () => Promise.reject(new Error('killed')) };
    const ports = { storage: { ...desk.storage, answers: dead }, clock: () => desk.clock.now };
    const other = await aBackend({ ports, shop: { identityKeys: [login.key] } });
    const mara = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(MINUTE);
    const { body: challenge } = await mara.post('/identity/challenges', { self: true });
    const byCode = [
      `/identity/challenges/${challenge.id}/answer`,
      { code: await desk.code(MARA) },
    ] as const;
    const signedIn = await byLogin();
    const jwt = await login.sign(desk.clock.now, { sub: 'mara' });
    for (const [token, [path, body]] of [
      [mara.token!, byCode],
      [signedIn.token!, ['/identity/assertions', { jwt }]],
    ] as const) {
      const retry = { key: `the-key-of-${path}` };
      assert.equal((await other.visitor({ token }).post(path, body, retry)).status, 500);
      const again = await desk.visitor({ token }).post(path, body, retry);
      assert.deepEqual([again.status, again.body.kind ?? again.body.code], [200, 'customer'], path);
    }
    await other.backend.close();
  });

  test('is not had by a code that was asked for from another session', async () => {
    const mara = await byLogin();
    const second = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(11 * MINUTE);
    await Promise.all([mara.refresh(), second.refresh()]);
    const { body: challenge } = await mara.post('/identity/challenges', { self: true });
    const code = await desk.code(MARA);
    await second.post(`/identity/challenges/${challenge.id}/answer`, { code });
    assert.equal((await end(second, '/sessions/none')).body.code, 'step_up_required');
  });

  test('is not had by a code for a session that has ended meanwhile', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(MINUTE);
    const { body: challenge } = await mara.post('/identity/challenges', { self: true });
    const code = await desk.code(MARA);
    await mara.signOut();
    mara.token = undefined;
    const told = await mara.post(`/identity/challenges/${challenge.id}/answer`, { code });
    assert.deepEqual([told.status, told.body.code], [410, 'challenge_expired']);
  });
});

describe('A code to one’s own address', () => {
  test('goes nowhere without a session, or without an address', async () => {
    const ask = async (visitor: Visitor) =>
      (await visitor.post('/identity/challenges', { self: true })).body.code;
    assert.equal(await ask(desk.visitor()), 'unauthenticated');
    assert.equal(await ask(await byLogin('nobody-knows')), 'channel_unavailable');
    assert.deepEqual(desk.mails, []);
  });

  test('of a guest goes to the order they follow', async () => {
    const guest = await aGuestVisitor(desk, '4182', 'older@kern.example');
    const { body } = await guest.post('/identity/challenges', { self: true });
    assert.equal(body.to, 'o•••@k•••.example');
    assert.match(await desk.code('older@kern.example'), /^\d{6}$/);
  });
});

describe('The list of sessions', () => {
  test('names each device in a few words, and says which one is asking', async () => {
    const phone = await byLogin('mara', FIREFOX);
    desk.clock.pass(MINUTE);
    const mara = await byLogin();
    desk.clock.pass(MINUTE);
    await phone.refresh();
    const list = await entries(mara);
    assert.deepEqual(
      list.map(({ id: _, ...rest }) => rest),
      [
        {
          device: {},
          startedAt: '2026-11-23T09:01:00.000Z',
          seenAt: '2026-11-23T09:01:00.000Z',
          current: true,
        },
        {
          device: { browser: 'Firefox', system: 'Windows' },
          startedAt: '2026-11-23T09:00:00.000Z',
          seenAt: '2026-11-23T09:02:00.000Z',
          current: false,
        },
      ],
    );
  });

  test('has an end', async () => {
    for (let one = 0; one < 55; one++) await byLogin();
    assert.equal((await entries(await byLogin())).length, 50);
  });

  test('ends one: its tokens and its streams, and no other’s', async () => {
    const [mara, elsewhere] = [await byLogin(), await byLogin()];
    const [here, there] = [await listen(mara), await listen(elsewhere)];
    const id = await otherOf(mara);
    assert.equal((await end(mara, `/sessions/${id}`)).status, 204);
    assert.deepEqual(await there.change(), { topic: 'session', id });
    assert.equal(await there.change(), undefined);
    assert.equal((await elsewhere.get('/orders')).body.code, 'unauthenticated');
    assert.equal((await elsewhere.refresh()).body.kind, 'anonymous');
    assert.equal((await mara.get('/orders')).status, 200);
    assert.equal((await end(mara, `/sessions/${id}`)).body.code, 'not_found');
    await here.leave();
  });

  test('ends the one that asks, cookie and all', async () => {
    const mara = await byLogin();
    const id = (await entries(mara))[0]!.id;
    assert.equal((await end(mara, `/sessions/${id}`)).status, 204);
    assert.equal(mara.cookies.size, 0);
  });

  test('ends all, without another proof; who is somebody else stays', async () => {
    const [mara, elsewhere, bo] = [await byLogin(), await byLogin(), await byLogin('bo')];
    const streams = [await listen(mara), await listen(elsewhere)];
    desk.clock.pass(10 * MINUTE - 1);
    await mara.refresh();
    desk.clock.pass(MINUTE);
    assert.equal((await end(mara, '/sessions')).status, 204);
    assert.equal(mara.cookies.size, 0);
    for (const stream of streams) assert.equal((await stream.change())?.topic, 'session');
    for (const visitor of [mara, elsewhere])
      assert.equal((await visitor.refresh()).body.kind, 'anonymous');
    assert.equal((await bo.refresh()).body.kind, 'customer');
  });
});
