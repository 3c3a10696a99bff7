import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aProofKey, hashOf, type ProofKey } from '../../builders/proof.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import { API, type Told, type Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from './flows.ts';

const HOUR = 60 * 60;
const MARA = 'mara@kern.example';
const BIND = '/session/key';
const REFRESH = '/session/key/refresh';
const rows = [
  aCustomer({ id: 'mara', email: MARA, firstName: 'Mara' }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];

let desk: BackendUnderTest;
let serial = 0;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

const claimsFor = (path: string, more: object = {}) => ({
  ...{ jti: `proof-${(serial += 1)}`, htm: 'POST', htu: `${API}/v1${path}` },
  ...{ iat: Math.floor(desk.clock.now.getTime() / 1000), ...more },
});

const ask = (visitor: Visitor, path: string, proof: string, body?: object): Promise<Told> =>
  visitor.send('POST', path, {
    ...{ key: null, headers: { DPoP: proof } },
    ...(body && { body }),
  });

async function bind(visitor: Visitor, key: ProofKey, more: object = {}): Promise<Told> {
  const ath = await hashOf(visitor.token!);
  return ask(visitor, BIND, await key.sign(claimsFor(BIND, { ath, ...more })));
}
const trade = async (key: ProofKey, refreshToken: string, more: object = {}): Promise<Told> =>
  ask(desk.visitor(), REFRESH, await key.sign(claimsFor(REFRESH, more)), { refreshToken });

/** Mara, in a browser that has thrown the cookie away. */
async function aBoundCustomer() {
  const key = await aProofKey();
  const mara = await aCustomerVisitor(desk, MARA);
  mara.cookies.clear();
  const { body } = await bind(mara, key);
  return { key, mara, token: body['refreshToken'] as string };
}

describe('A session bound to a key', () => {
  test('comes back with a proof, each time with new tokens', async () => {
    const { key, mara, token } = await aBoundCustomer();
    const told = await trade(key, token);
    assert.equal(told.body.kind, 'customer');
    assert.notEqual(told.body['refreshToken'], token);
    assert.equal(told.headers.get('set-cookie'), null);
    mara.token = told.body.token;
    assert.equal((await mara.get('/orders')).status, 200);
    assert.equal((await trade(key, told.body['refreshToken'] as string)).body.kind, 'customer');
  });

  test('may be a guest’s', async () => {
    const key = await aProofKey();
    const guest = await aGuestVisitor(desk, '4182', MARA);
    const { body } = await bind(guest, key);
    assert.equal(body['refreshUntil'], '2026-11-23T09:30:00.000Z');
    assert.equal((await trade(key, body['refreshToken'] as string)).body.kind, 'guest');
  });

  test('ends after 24 hours in which nobody came, and after 30 days', async () => {
    let { key, token } = await aBoundCustomer();
    for (let day = 0; day < 30; day++) {
      desk.clock.pass(24 * HOUR - 1);
      const { body } = await trade(key, token);
      assert.equal(body.kind, 'customer', `day ${day}`);
      token = body['refreshToken'] as string;
    }
    desk.clock.pass(30);
    assert.equal((await trade(key, token)).body.kind, 'anonymous');
    ({ key, token } = await aBoundCustomer());
    desk.clock.pass(24 * HOUR);
    assert.equal((await trade(key, token)).body.kind, 'anonymous');
  });

  test('is not brought back by another key, nor by a bare token in the cookie', async () => {
    const { key, token } = await aBoundCustomer();
    assert.deepEqual((await trade(await aProofKey(), token)).body, { kind: 'anonymous' } as never);
    const thief = desk.visitor();
    thief.cookies.set('__Host-front-desk-alder', token);
    assert.equal((await thief.refresh()).body.kind, 'anonymous');
    assert.equal((await trade(key, token)).body.kind, 'customer');
  });

  test('is not brought back by the key of another family', async () => {
    const one = await aBoundCustomer();
    desk.clock.pass(31);
    const other = await aBoundCustomer();
    assert.equal((await trade(one.key, other.token)).body.kind, 'anonymous');
    assert.equal((await trade(other.key, one.token)).body.kind, 'anonymous');
    assert.equal((await trade(one.key, one.token)).body.kind, 'customer');
  });

  test('has no use for the cookie it came with', async () => {
    const key = await aProofKey();
    const mara = await aCustomerVisitor(desk, MARA);
    assert.equal((await bind(mara, key)).status, 200);
    assert.equal((await mara.refresh()).body.kind, 'anonymous');
  });

  test('forgives a second trade for ten seconds; then the token is stolen and all ends', async () => {
    const { key, mara, token } = await aBoundCustomer();
    await trade(key, token);
    desk.clock.pass(10);
    assert.equal((await trade(key, token)).body.kind, 'customer');
    desk.clock.pass(0.001);
    assert.equal((await trade(key, token)).body.kind, 'anonymous');
    assert.equal((await mara.get('/orders')).body.code, 'unauthenticated');
    assert.match(desk.logged(), /refresh_token_reused/);
  });

  test('ends with the access token alone when its shopper signs out', async () => {
    const { key, mara, token } = await aBoundCustomer();
    assert.equal((await mara.signOut()).status, 204);
    assert.equal((await trade(key, token)).body.kind, 'anonymous');
  });

  test('is no session at another shop', async () => {
    const shops = [aShop(), aShop({ id: 'birch' })];
    const both = await aBackend({ shops });
    await both.load(rows);
    const key = await aProofKey();
    const mara = await aCustomerVisitor(both, MARA, { shop: 'alder' });
    const { body } = await bind(mara, key);
    const refreshToken = body['refreshToken'] as string;
    const at = async (shop: string) =>
      ask(both.visitor({ shop }), REFRESH, await key.sign(claimsFor(REFRESH)), { refreshToken });
    assert.equal((await at('birch')).body.kind, 'anonymous');
    assert.equal((await at('alder')).body.kind, 'customer');
    await both.close();
  });
});

describe('A key is bound', () => {
  test('within two minutes of signing in, and not later', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(120);
    assert.equal((await bind(mara, await aProofKey())).status, 200);
    const late = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(120.001);
    assert.equal((await bind(late, await aProofKey())).body.code, 'key_refused');
  });

  test('once; the same key again is the same wish', async () => {
    const { key, mara } = await aBoundCustomer();
    assert.equal((await bind(mara, await aProofKey())).body.code, 'key_refused');
    const again = await bind(mara, key);
    assert.equal((await trade(key, again.body['refreshToken'] as string)).body.kind, 'customer');
  });

  test('not where the cookie has been seen at work', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    await mara.refresh();
    assert.equal((await bind(mara, await aProofKey())).body.code, 'key_refused');
    assert.equal((await mara.refresh()).body.kind, 'customer');
  });

  test('only by a proof that names the access token', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const key = await aProofKey();
    for (const ath of [undefined, '', await hashOf('another token'), mara.token, 7])
      assert.equal((await bind(mara, key, { ath })).body.code, 'proof_invalid', String(ath));
    assert.equal((await bind(mara, key)).status, 200);
  });
});

describe('A proof', () => {
  const now = () => Math.floor(desk.clock.now.getTime() / 1000);
  type Wrong = [
    what: string,
    claims: (now: number) => object,
    header?: (key: ProofKey, other: ProofKey) => object,
  ];
  const none = () => ({});
  const wrongs: Wrong[] = [
    ['for another method', () => ({ htm: 'GET' })],
    ['with its method in small letters', () => ({ htm: 'post' })],
    ['without a method', () => ({ htm: undefined })],
    ['for another route', () => ({ htu: `${API}/v1${BIND}` })],
    ['for another server', () => ({ htu: `https://evil.example/v1${REFRESH}` })],
    ['for another port', () => ({ htu: `https://desk.example:8443/v1${REFRESH}` })],
    ['for what only looks like the route', () => ({ htu: `${API}/?/v1${REFRESH}` })],
    ['for no address', () => ({ htu: 'refresh' })],
    ['for an address of another kind', () => ({ htu: [`${API}/v1${REFRESH}`] })],
    ['of 61 seconds ago', (at) => ({ iat: at - 61 })],
    ['of 61 seconds from now', (at) => ({ iat: at + 61 })],
    ['of no time', () => ({ iat: undefined })],
    ['of a time in words', (at) => ({ iat: String(at) })],
    ['without an id', () => ({ jti: undefined })],
    ['with an empty id', () => ({ jti: '' })],
    ['with an id of another kind', () => ({ jti: 7 })],
    ['that is over', (at) => ({ exp: at - 1 })],
    ['of another type', none, () => ({ typ: 'JWT' })],
    ['of no type', none, () => ({ typ: undefined })],
    ['by alg none', none, () => ({ alg: 'none' })],
    ['by a shared secret', none, () => ({ alg: 'HS256' })],
    ['by an algorithm we do not take', none, () => ({ alg: 'ES384' })],
    ['without a key', none, () => ({ jwk: undefined })],
    ['with a key beside the curve', none, ({ jwk }) => ({ jwk: { ...jwk, x: jwk.y } })],
    ['with somebody else’s key', none, (_, other) => ({ jwk: other.jwk })],
    ['with a private key', none, ({ jwk }) => ({ jwk: { ...jwk, d: jwk.x } })],
    ['with a shared key', none, () => ({ jwk: { kty: 'oct', k: 'c2VjcmV0' } })],
    ['with a demand we do not know', none, () => ({ crit: ['new'], new: 1 })],
  ];
  test('that is wrong in any one way is refused, and spends no token', async () => {
    const { key, token } = await aBoundCustomer();
    const other = await aProofKey();
    for (const [what, claims, header] of wrongs) {
      const proof = await key.sign(claimsFor(REFRESH, claims(now())), header?.(key, other));
      const { status, body } = await ask(desk.visitor(), REFRESH, proof, { refreshToken: token });
      assert.deepEqual([status, body.code], [400, 'proof_invalid'], what);
    }
    assert.equal((await trade(key, token)).body.kind, 'customer');
  });

  test('holds 60 seconds either way, for the address as a proxy or the shop’s own page sees it', async () => {
    const { key, ...first } = await aBoundCustomer();
    let { token } = first;
    for (const good of [
      { iat: now() - 60 },
      { iat: now() + 60 },
      { htu: `${API}/v1${REFRESH}?shop=alder#x` },
      { htu: `${API}/desk/v1${REFRESH}` },
      { htu: `https://alder.example/apps/desk/v1${REFRESH}` },
    ]) {
      const { body } = await trade(key, token, good);
      assert.equal(body.kind, 'customer', JSON.stringify(good));
      token = body['refreshToken'] as string;
    }
  });

  test('is taken once, by fifty at once or as late as its time is good', async () => {
    const { key, token } = await aBoundCustomer();
    const proof = await key.sign(claimsFor(REFRESH, { iat: now() + 60 }));
    const all = await Promise.all(
      Array.from({ length: 50 }, () =>
        ask(desk.visitor(), REFRESH, proof, { refreshToken: token }),
      ),
    );
    assert.equal(all.filter(({ status }) => status === 200).length, 1);
    desk.clock.pass(119);
    const late = await ask(desk.visitor(), REFRESH, proof, { refreshToken: token });
    assert.equal(late.body.code, 'proof_invalid');
  });

  test('changed in any one character is refused', async () => {
    const { key, token } = await aBoundCustomer();
    const proof = await key.sign(claimsFor(REFRESH));
    // the last character of each part has bits that carry nothing
    const ends = [...proof.matchAll(/\.|$/g)].map(({ index }) => index - 1);
    const spot = fc
      .integer({ min: 0, max: proof.length - 1 })
      .filter((at) => proof[at] !== '.' && !ends.includes(at));
    await fc.assert(
      fc.asyncProperty(spot, fc.constantFrom('A', 'z', '0', '_', ' ', '.'), async (at, put) => {
        fc.pre(proof[at] !== put);
        const changed = proof.slice(0, at) + put + proof.slice(at + 1);
        const { body } = await ask(desk.visitor(), REFRESH, changed, { refreshToken: token });
        assert.equal(body.code, 'proof_invalid');
      }),
      { numRuns: 60 },
    );
    for (const junk of [
      '',
      '.',
      '..',
      'a.b.c',
      proof.split('.').slice(0, 2).join('.'),
      'x'.repeat(9000),
    ])
      assert.equal(
        (await ask(desk.visitor(), REFRESH, junk, { refreshToken: token })).body.code,
        'proof_invalid',
      );
    assert.equal((await ask(desk.visitor(), REFRESH, proof, { refreshToken: token })).status, 200);
  });
});

describe('Whatever order they come in', () => {
  test('trades keep the family whole until a token comes back late, and then end it', async () => {
    const step = fc.record({
      wait: fc.constantFrom(0, 5, 11, 3600),
      /** Which of the tokens so far, counted back from the newest. */
      back: fc.nat({ max: 3 }),
      ours: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const own = await aBackend({ rows });
        const [key, stranger] = [await aProofKey(), await aProofKey()];
        const mara = await aCustomerVisitor(own, MARA);
        const at = () => ({ iat: Math.floor(own.clock.now.getTime() / 1000) });
        const first = await bind(mara, key, at());
        const tokens = [{ token: first.body['refreshToken'] as string, traded: Infinity }];
        let lives = true;
        for (const { wait, back, ours } of steps) {
          own.clock.pass(wait);
          const now = own.clock.now.getTime() / 1000;
          const used = tokens[Math.max(0, tokens.length - 1 - back)]!;
          const proof = await (ours ? key : stranger).sign(claimsFor(REFRESH, at()));
          const { body } = await ask(own.visitor(), REFRESH, proof, { refreshToken: used.token });
          if (ours && now - used.traded > 10) lives = false;
          assert.equal(body.kind, lives && ours ? 'customer' : 'anonymous');
          if (body.kind !== 'customer') continue;
          used.traded = Math.min(used.traded, now);
          tokens.push({ token: body['refreshToken'] as string, traded: Infinity });
        }
        await own.close();
      }),
      { numRuns: 25 },
    );
  });
});
