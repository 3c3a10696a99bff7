import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { anOwnLogin, type OwnLoginUnderTest } from '../../builders/own-login.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Told, Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from './flows.ts';

const rows = [
  aCustomer({ id: 'mara', email: 'mara@kern.example', firstName: 'Mara', lastName: 'Kern' }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: 'mara@kern.example' }),
  anOrder({ id: 'o-2', number: '4183', email: 'guest@mail.example' }),
];

let desk: BackendUnderTest;
let login: OwnLoginUnderTest;
let other: OwnLoginUnderTest;
beforeEach(async () => {
  login = await anOwnLogin('EdDSA');
  other = await anOwnLogin('ES256', { issuer: 'https://login.example' });
  desk = await aBackend({ rows, shop: { identityKeys: [login.key, other.key] } });
});
afterEach(() => desk.close());

const bring = (jwt: string, visitor: Visitor = desk.visitor()): Promise<Told> =>
  visitor.post('/identity/assertions', { jwt });
const seconds = () => Math.floor(desk.clock.now.getTime() / 1000);
const base64url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

async function signedIn(jwt: string): Promise<Visitor> {
  const visitor = desk.visitor();
  const { status, body } = await bring(jwt, visitor);
  assert.equal(status, 200);
  visitor.token = body.token;
  return visitor;
}

describe('The shop’s own login', () => {
  for (const alg of ['EdDSA', 'ES256', 'HS256'] as const)
    test(`signs its customer in, by ${alg}`, async () => {
      await desk.close();
      login = await anOwnLogin(alg);
      desk = await aBackend({ rows, shop: { identityKeys: [login.key] } });
      const visitor = await signedIn(await login.sign(desk.clock.now));
      const { body } = await visitor.get('/session');
      assert.deepEqual(body, {
        kind: 'customer',
        expiresAt: '2026-11-23T09:10:00.000Z',
        customer: { id: 'mara', firstName: 'Mara', lastName: 'Kern', email: 'mara@kern.example' },
        verifiedAt: '2026-11-23T09:00:00.000Z',
        subject: 'mara',
      } as never);
      assert.equal((await visitor.get('/orders')).body.items[0]?.id, 'o-1');
      assert.equal((await visitor.refresh()).body['subject'], 'mara');
    });

  test('is offered where the shop has registered a key', async () => {
    const offered = async (one: BackendUnderTest) =>
      (await one.visitor().get('/desk')).body['capabilities'] as Record<string, unknown>;
    assert.deepEqual((await offered(desk))['ownLogin'], {});
    const without = await aBackend();
    assert.equal((await offered(without))['ownLogin'], undefined);
    assert.equal((await without.visitor().post('/identity/assertions', { jwt: 'x' })).status, 401);
    await without.close();
  });

  test('makes a customer of somebody the platform does not know yet', async () => {
    const claims = {
      ...{ sub: 'nia', given_name: 'Nia', family_name: 'Okoro' },
      ...{ email: 'nia@okoro.example', email_verified: true, phone_number: '+32470000000' },
    };
    const nia = await signedIn(await login.sign(desk.clock.now, claims));
    const { body } = await nia.get('/session');
    assert.deepEqual(body['customer'], {
      ...{ id: 'nia', firstName: 'Nia', lastName: 'Okoro', email: 'nia@okoro.example' },
    });
    // and follows what the login says of her
    const later = { ...claims, name: undefined, family_name: 'Obi', email: 'not an address' };
    const again = await signedIn(await login.sign(desk.clock.now, later));
    assert.deepEqual((await again.get('/session')).body['customer'], {
      ...{ id: 'nia', firstName: 'Nia', lastName: 'Obi' },
    });
  });

  test('keeps the platform’s word of a customer over a token’s', async () => {
    const claims = { name: 'Somebody Else', email: 'else@mail.example', email_verified: true };
    const mara = await signedIn(await login.sign(desk.clock.now, claims));
    const { body } = await mara.get('/session');
    assert.deepEqual(body['customer'], {
      ...{ id: 'mara', firstName: 'Mara', lastName: 'Kern', email: 'mara@kern.example' },
    });
  });

  test('never becomes somebody else’s account by an e-mail', async () => {
    const claims = { sub: 'eve', email: 'mara@kern.example', email_verified: true, name: 'Eve' };
    const eve = await signedIn(await login.sign(desk.clock.now, claims));
    assert.deepEqual((await eve.get('/orders')).body.items, []);
    const guest = { sub: 'gil', email: 'guest@mail.example', email_verified: true };
    const gil = await signedIn(await login.sign(desk.clock.now, guest));
    assert.deepEqual((await gil.get('/orders')).body.items, []);
    // nor does whoever holds the address become theirs
    const holder = await aCustomerVisitor(desk, 'guest@mail.example');
    const { customer } = (await holder.get('/session')).body as never as {
      customer: { id: string };
    };
    assert.notEqual(customer.id, 'gil');
    assert.equal((await holder.get('/orders')).body.items[0]?.id, 'o-2');
  });

  test('does not keep an address that it has not checked', async () => {
    for (const email_verified of [false, undefined, 'true']) {
      const claims = { sub: 'ivo', email: 'mara@kern.example', email_verified };
      const ivo = await signedIn(await login.sign(desk.clock.now, claims));
      assert.deepEqual((await ivo.get('/session')).body['customer'], {
        ...{ id: 'ivo', firstName: '', lastName: '' },
      });
    }
  });

  test('of another issuer has accounts of its own, the same at each sign-in', async () => {
    const idOf = async (jwt: string) => {
      const visitor = await signedIn(jwt);
      const { body } = await visitor.get('/session');
      assert.equal(body['subject'], 'mara');
      return (body as never as { customer: { id: string } }).customer.id;
    };
    const first = await idOf(await other.sign(desk.clock.now));
    assert.match(first, /^desk_/);
    assert.equal(await idOf(await other.sign(desk.clock.now)), first);
    assert.equal(await idOf(await login.sign(desk.clock.now)), 'mara');
  });

  test('has its customer in one account, however many sign-ins there are at once', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => other.sign(desk.clock.now, { sub: 'many' })),
    );
    const told = await Promise.all(tokens.map((jwt) => bring(jwt)));
    const ids = told.map(({ body }) => (body as never as { customer: { id: string } }).customer.id);
    assert.equal(new Set(ids).size, 1);
  });

  test('proves a session of the same account anew instead of starting another', async () => {
    const mara = await signedIn(await login.sign(desk.clock.now));
    desk.clock.pass(9 * 60);
    const { body } = await bring(await login.sign(desk.clock.now), mara);
    assert.equal(body['verifiedAt'], '2026-11-23T09:09:00.000Z');
    mara.token = body.token;
    assert.equal((await mara.get('/sessions')).body.items.length, 1);
  });

  test('may say that the shopper signed in there a while ago', async () => {
    const old = { auth_time: seconds() - 3600 };
    const mara = await signedIn(await login.sign(desk.clock.now, old));
    assert.equal((await mara.get('/session')).body['verifiedAt'], '2026-11-23T08:00:00.000Z');
    // a later word does not make an earlier proof older
    const { body } = await bring(await login.sign(desk.clock.now), mara);
    mara.token = body.token;
    const again = await bring(await login.sign(desk.clock.now, old), mara);
    assert.equal(again.body['verifiedAt'], '2026-11-23T09:00:00.000Z');
  });

  test('may be a minute ahead with when they signed in, and not a second more', async () => {
    const bringAt = async (auth_time: number) =>
      bring(await login.sign(desk.clock.now, { auth_time }));
    const { body } = await bringAt(seconds() + 60);
    assert.equal(body['verifiedAt'], '2026-11-23T09:00:00.000Z');
    const ahead = await bringAt(seconds() + 61);
    assert.deepEqual([ahead.status, ahead.body.code], [401, 'assertion_invalid']);
  });

  test('that does not say when they signed in has proved nothing of now', async () => {
    const silent = { auth_time: undefined };
    const mara = await signedIn(await login.sign(desk.clock.now, silent));
    assert.equal((await mara.get('/session')).body['verifiedAt'], '1970-01-01T00:00:00.000Z');
    // nor does it take away what was proved before
    const { body } = await bring(await login.sign(desk.clock.now), mara);
    mara.token = body.token;
    const again = await bring(await login.sign(desk.clock.now, silent), mara);
    assert.equal(again.body['verifiedAt'], '2026-11-23T09:00:00.000Z');
  });

  test('answers a retry under the same key once more, and starts one session', async () => {
    const jwt = await login.sign(desk.clock.now);
    const visitor = desk.visitor();
    const first = await visitor.post('/identity/assertions', { jwt }, { key: 'retry' });
    const second = await visitor.post('/identity/assertions', { jwt }, { key: 'retry' });
    assert.deepEqual(second.body, first.body);
  });
});

describe('A token', () => {
  test('serves once, of fifty at once as well', async () => {
    const jwt = await login.sign(desk.clock.now);
    const told = await Promise.all(Array.from({ length: 50 }, () => bring(jwt)));
    assert.equal(told.filter(({ status }) => status === 200).length, 1);
    for (const { status, body } of told)
      if (status !== 200) assert.deepEqual([status, body.code], [401, 'assertion_invalid']);
    // until it is over, and then it is too old
    desk.clock.pass(359);
    assert.equal((await bring(jwt)).body.code, 'assertion_invalid');
    assert.ok(desk.logged().includes('"fault":"used"'));
  });

  test('serves once over two processes', async () => {
    const second = await aBackend({
      shop: { identityKeys: [login.key] },
      ports: { storage: desk.storage },
    });
    const jwt = await login.sign(desk.clock.now);
    const told = await Promise.all([
      bring(jwt),
      second.visitor().post('/identity/assertions', { jwt }),
    ]);
    assert.deepEqual(told.map(({ status }) => status).sort(), [200, 401]);
    await second.backend.close();
  });

  test('may be a minute off, and not a second more', async () => {
    const good = async (claims: Record<string, unknown>) =>
      (await bring(await login.sign(desk.clock.now, claims))).status;
    const now = seconds();
    assert.equal(await good({ iat: now - 359, exp: now - 59 }), 200);
    assert.equal(await good({ iat: now - 360, exp: now - 60 }), 401);
    assert.equal(await good({ iat: now + 60, exp: now + 360 }), 200);
    assert.equal(await good({ iat: now + 61, exp: now + 361 }), 401);
    assert.equal(await good({ iat: now, exp: now + 301 }), 401);
    assert.equal(await good({ iat: undefined, exp: now + 360 }), 200);
    assert.equal(await good({ iat: undefined, exp: now + 361 }), 401);
    assert.equal(await good({ nbf: now + 60 }), 200);
    assert.equal(await good({ nbf: now + 61 }), 401);
  });

  test('by either of two keys is good, and by one that was taken away no more', async () => {
    const next = await anOwnLogin('HS256', { kid: 'next' });
    const both = await aBackend({ rows, shop: { identityKeys: [login.key, next.key] } });
    const status = async (one: BackendUnderTest, by: OwnLoginUnderTest) => {
      const jwt = await by.sign(desk.clock.now);
      return (await one.visitor().post('/identity/assertions', { jwt })).status;
    };
    assert.deepEqual([await status(both, login), await status(both, next)], [200, 200]);
    await both.close();
    const moved = await aBackend({ rows, shop: { identityKeys: [next.key] } });
    assert.deepEqual([await status(moved, login), await status(moved, next)], [401, 200]);
    await moved.close();
  });
});

describe('A forged token', () => {
  /** Each is a way in that somebody has found open elsewhere. */
  const forgeries: Record<string, () => Promise<string> | string> = {
    'says it needs no signature': async () => {
      const [, payload] = (await login.sign(desk.clock.now)).split('.');
      return `${base64url({ alg: 'none', kid: login.key.kid })}.${payload}.`;
    },
    'says NONE, in capitals': async () => {
      const [, payload] = (await login.sign(desk.clock.now)).split('.');
      return `${base64url({ alg: 'NONE', kid: login.key.kid })}.${payload}.`;
    },
    'has lost its signature': async () =>
      (await login.sign(desk.clock.now)).replace(/\.[^.]*$/, '.'),
    'is signed by another key of the same name': async () => {
      const thief = await anOwnLogin('EdDSA', { kid: login.key.kid });
      return thief.sign(desk.clock.now);
    },
    'is signed by the shop’s other key under this one’s name': () =>
      other.sign(desk.clock.now, { iss: undefined }, { kid: login.key.kid }),
    'is signed with the public key as if it were a secret': async () => {
      const { publicKey } = login.key as { publicKey: { x: string } };
      return hs256(Buffer.from(publicKey.x, 'base64url'));
    },
    'is signed with the public key’s JWK as a secret': () => {
      const { publicKey } = login.key as { publicKey: object };
      return hs256(Buffer.from(JSON.stringify(publicKey)));
    },
    'is signed with an empty secret': () => hs256(Buffer.from('\0'.repeat(32))),
    'brings its own key along': async () => {
      const thief = await anOwnLogin('EdDSA', { kid: 'thief' });
      const { publicKey } = thief.key as { publicKey: object };
      return thief.sign(desk.clock.now, {}, { jwk: publicKey });
    },
    'names no key': () => login.sign(desk.clock.now, {}, { kid: undefined }),
    'names a key that is none': () => login.sign(desk.clock.now, {}, { kid: '../../dev/null' }),
    'was changed after it was signed': async () => {
      const [header, payload = '', signature] = (await login.sign(desk.clock.now)).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      return `${header}.${base64url({ ...claims, sub: 'bo' })}.${signature}`;
    },
    'is for another shop': () => login.sign(desk.clock.now, { aud: 'birch' }),
    'is for nobody': () => login.sign(desk.clock.now, { aud: undefined }),
    'is over': () => login.sign(desk.clock.now, { iat: seconds() - 400, exp: seconds() - 100 }),
    'never ends': () => login.sign(desk.clock.now, { exp: undefined }),
    'lives too long': () => login.sign(desk.clock.now, { exp: seconds() + 3600 }),
    'was made long ago to last': () =>
      login.sign(desk.clock.now, { iat: seconds() - 3600, exp: seconds() + 60 }),
    'is not good yet': () => login.sign(desk.clock.now, { nbf: seconds() + 120 }),
    'is from the future': () =>
      login.sign(desk.clock.now, { iat: seconds() + 90, exp: seconds() + 300 }),
    'tells of a sign-in to come': () => login.sign(desk.clock.now, { auth_time: seconds() + 90 }),
    'tells of a sign-in before 1970': () => login.sign(desk.clock.now, { auth_time: -1 }),
    'tells of a sign-in in words': () => login.sign(desk.clock.now, { auth_time: 'just now' }),
    'has no id': () => login.sign(desk.clock.now, { jti: undefined }),
    'has a number for an id': () => login.sign(desk.clock.now, { jti: 7 as never }),
    'names nobody': () => login.sign(desk.clock.now, { sub: undefined }),
    'names an empty somebody': () => login.sign(desk.clock.now, { sub: '' }),
    'names somebody no database can hold': () => login.sign(desk.clock.now, { sub: 'ma\0ra' }),
    'is of another issuer': () => login.sign(desk.clock.now, { iss: 'https://login.example' }),
    'of another issuer says it is the shop': () => other.sign(desk.clock.now, { iss: 'alder' }),
    'is endless': () => login.sign(desk.clock.now, { filler: 'x'.repeat(20_000) }),
    'is no object': () => `${base64url({ alg: 'EdDSA', kid: login.key.kid })}.${base64url('7')}.AA`,
    'has five parts': () => 'a.b.c.d.e',
    'is empty': () => '',
    'is garbage': () => '\u{1F41F}'.repeat(100),
  };

  const faultTold = (): string =>
    /"event":"assertion_refused","shop":"alder","fault":"([^"]*)"[^\n]*$/.exec(desk.logged())![1]!;

  const hs256 = (secret: Uint8Array) =>
    new SignJWT({ sub: 'mara', aud: 'alder', jti: 'forged', exp: seconds() + 300 })
      .setProtectedHeader({ alg: 'HS256', kid: login.key.kid })
      .sign(secret);

  for (const [how, forge] of Object.entries(forgeries))
    test(`that ${how} is refused as any other`, async () => {
      const told = await bring(await forge());
      assert.deepEqual([told.status, told.body.code], [401, 'assertion_invalid']);
      assert.equal(told.headers.get('set-cookie'), null);
      assert.match(faultTold(), /^[\w:]+$/);
    });

  test('is told apart in the log, by the claim that is wrong', async () => {
    for (const [how, fault] of [
      ['is for another shop', 'ERR_JWT_CLAIM_VALIDATION_FAILED:aud'],
      ['is over', 'ERR_JWT_EXPIRED:exp'],
      ['is not good yet', 'ERR_JWT_CLAIM_VALIDATION_FAILED:nbf'],
      ['has no id', 'claim:jti'],
      ['names nobody', 'claim:sub'],
      ['lives too long', 'lives_too_long'],
      ['is from the future', 'from_the_future'],
      ['tells of a sign-in to come', 'from_the_future:auth_time'],
      ['tells of a sign-in in words', 'claim:auth_time'],
      ['is of another issuer', 'issuer'],
      ['names a key that is none', 'unknown_key'],
      ['was changed after it was signed', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ] as const) {
      await bring(await forgeries[how]!());
      assert.equal(faultTold(), fault, how);
    }
  });

  test('costs a good one nothing: only what passes is used up', async () => {
    const jwt = await login.sign(desk.clock.now, { jti: 'mine' });
    const [header, payload] = jwt.split('.');
    assert.equal((await bring(`${header}.${payload}.AAAA`)).status, 401);
    assert.equal(
      (await bring(await login.sign(desk.clock.now, { jti: 'mine', aud: 'x' }))).status,
      401,
    );
    assert.equal((await bring(jwt)).status, 200);
  });

  test('is refused wherever a good one was touched', async () => {
    const jwt = await login.sign(desk.clock.now);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(jwt.length - 1),
        fc.constantFrom(...'ABCxyz019-_.=~ é'),
        async (at, character) => {
          const touched = jwt.slice(0, at) + character + jwt.slice(at + 1);
          // the last character of a part may hold bits that mean nothing
          const isSame = sameBytes(touched, jwt);
          const told = await bring(touched);
          if (!isSame) assert.deepEqual([told.status, told.body.code], [401, 'assertion_invalid']);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('is refused whatever it is', async () => {
    const part = fc.oneof(
      fc.json().map(base64url),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constant(base64url({ alg: 'EdDSA', kid: 'EdDSA-key' })),
    );
    const anything = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (jwt) => {
        const told = await bring(jwt);
        // text that cannot be kept is refused at every door before anybody reads it
        const isText = !/[\0\p{Surrogate}]/u.test(jwt);
        assert.equal(told.body.code, isText ? 'assertion_invalid' : 'validation_failed');
      }),
      { numRuns: 150 },
    );
  });

  test('leaves no trace of itself in the log', async () => {
    const canary = 'canary@mail.example';
    await bring(await login.sign(desk.clock.now, { aud: 'x', email: canary, sub: canary }));
    await bring(await login.sign(desk.clock.now, { sub: '', jti: canary, iss: canary }));
    assert.ok(!desk.logged().includes(canary));
    assert.ok(desk.logged().includes('assertion_refused'));
  });
});

const sameBytes = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((jwt) =>
    jwt.split('.').map((part) => Buffer.from(part, 'base64url')),
  );
  return a!.length === b!.length && a!.every((part, at) => part.equals(b![at]!));
};
