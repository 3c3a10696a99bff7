import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  PasskeyCreationOptions,
  PasskeyList,
  PasskeyRequestOptions,
} from '../../../src/contract/passkeys.ts';
import { codeOf, stepAt } from '../../../src/backend/services/totp.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, aConsole, addStaff, CONSOLE, linkToken } from '../../builders/colleague.ts';
import {
  anAuthenticator,
  passkeyPorts,
  type Authenticator,
  type AuthenticatorOptions,
} from '../../builders/passkeys.ts';
import { aShop } from '../../builders/shop.ts';
import type { Visitor } from '../../builders/visitor.ts';

const JO = 'jo@alder.example';
const MINUTE = 60;

let desk: BackendUnderTest;
beforeEach(async () => {
  const shops = [aShop(), aShop({ id: 'birch', name: 'Birch' })];
  desk = await aBackend({ shops, ports: passkeyPorts });
});
afterEach(() => desk.close());

const offered = async (page: Visitor) =>
  PasskeyCreationOptions.parse((await page.post('/staff/passkeys/options')).body);
const asked = async (page: Visitor) =>
  PasskeyRequestOptions.parse((await page.post('/staff/session/passkey/options')).body);
const signIn = async (page: Visitor, key: Authenticator) =>
  page.post('/staff/session/passkey', await key.answer(await asked(page)));
const listed = async (page: Visitor) =>
  PasskeyList.parse((await page.get('/staff/passkeys')).body).items;

async function afterLink(): Promise<Visitor> {
  const page = aConsole(desk);
  await page.post('/staff/links', { email: JO });
  await page.post('/staff/session', { token: await linkToken(desk, JO) });
  return page;
}

/** Somebody who is in, with a passkey beside their app. */
async function withPasskey(options: AuthenticatorOptions = {}) {
  const page = await aColleague(desk);
  const key = await anAuthenticator(options);
  const told = await page.post('/staff/passkeys', await key.register(await offered(page)));
  return { page, key, told };
}

describe('A passkey', () => {
  test('is added by who is in, and signs them in alone the next time', async () => {
    const { page, key, told } = await withPasskey();
    assert.deepEqual([told.body.kind, told.body['recoveryCodes']], ['staff', undefined]);
    const elsewhere = aConsole(desk);
    assert.equal((await elsewhere.get('/staff/session')).body['passkeys'], true);
    assert.equal((await signIn(elsewhere, key)).body.kind, 'staff');
    assert.equal((await elsewhere.get('/staff')).status, 200);
    const [one] = await listed(page);
    assert.deepEqual([one?.name, one?.usedAt], ['Laptop', desk.clock.now.toISOString()]);
  });

  test('is the second factor of who has no app, and a link alone brings nobody in then', async () => {
    await addStaff(desk);
    const page = await afterLink();
    const enrol = await page.get('/staff/session');
    assert.deepEqual([enrol.body.kind, enrol.body['passkeys']], ['enrol', true]);
    const key = await anAuthenticator();
    const told = await page.post('/staff/passkeys', await key.register(await offered(page)));
    assert.equal(told.body.kind, 'staff');
    const codes = told.body['recoveryCodes'] as string[];
    assert.equal(codes.length, 10);

    desk.clock.pass(MINUTE);
    const again = await afterLink();
    const { kind, app, passkeys } = (await again.get('/staff/session')).body;
    assert.deepEqual([kind, app, passkeys], ['code', false, true]);
    assert.equal((await again.post('/staff/passkeys/options')).body.code, 'unauthenticated');
    // an app that was on the screen while the passkey was made proves nothing
    const seen = await codeOf(String(enrol.body['secret']), stepAt(desk.clock.now));
    const wrong = await again.post('/staff/session/code', { code: seen });
    assert.equal(wrong.body.code, 'wrong_code');
    const lost = await again.post('/staff/session/code', { code: codes[0] });
    assert.equal(lost.body.kind, 'staff');

    const [only] = await listed(again);
    const kept = await again.send('DELETE', `/staff/passkeys/${only?.id}`);
    assert.equal(kept.body.code, 'last_second_factor');
  });

  test('is added, and removed, by who has just signed in: what is left open adds no way in', async () => {
    const { page } = await withPasskey();
    const [one] = await listed(page);
    const key = await anAuthenticator();
    const begun = await key.register(await offered(page));
    desk.clock.pass(10 * MINUTE);
    for (const tried of [
      await page.post('/staff/passkeys/options'),
      await page.post('/staff/passkeys', begun),
      await page.send('DELETE', `/staff/passkeys/${one?.id}`),
    ])
      assert.deepEqual([tried.status, tried.body.code], [403, 'step_up_required']);
    assert.equal((await page.get('/staff')).status, 200);
    assert.equal((await listed(page)).length, 1);
  });

  test('is called something else, and removed', async () => {
    const { page, key } = await withPasskey();
    const [one] = await listed(page);
    const path = `/staff/passkeys/${one?.id}`;
    assert.equal((await page.send('PUT', path, { body: { name: 'Work' } })).body['name'], 'Work');
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    assert.equal((await lena.send('DELETE', path)).body.code, 'not_found');
    assert.equal((await page.send('DELETE', path)).status, 204);
    assert.deepEqual(await listed(page), []);
    assert.equal((await signIn(aConsole(desk), key)).body.code, 'passkey_refused');
  });

  test('answers a challenge once, within five minutes, of its own kind', async () => {
    const { page, key } = await withPasskey();
    const one = aConsole(desk);
    const answer = await key.answer(await asked(one));
    assert.equal((await one.post('/staff/session/passkey', answer)).status, 200);
    const twice = await aConsole(desk).post('/staff/session/passkey', answer);
    assert.equal(twice.body.code, 'passkey_refused');
    const late = await key.answer(await asked(one));
    desk.clock.pass(5 * MINUTE);
    assert.equal((await one.post('/staff/session/passkey', late)).body.code, 'passkey_refused');
    const { challenge, rp } = await offered(page);
    const other = { challenge, rpId: rp.id, timeout: 1, userVerification: 'required' } as const;
    const told = await one.post('/staff/session/passkey', await key.answer(other));
    assert.equal(told.body.code, 'passkey_refused');
  });

  const bad: [string, AuthenticatorOptions][] = [
    ['on another page', { origin: 'https://desk.example.evil.example' }],
    ['with nobody verified', { isVerified: false }],
  ];
  for (const [where, options] of bad)
    test(`is not taken where it was made ${where}`, async () => {
      assert.equal((await withPasskey(options)).told.body.code, 'passkey_refused');
    });

  test('is refused once it has been copied: its counter goes back', async () => {
    const { key } = await withPasskey({ counter: 7 });
    const page = aConsole(desk);
    assert.equal((await signIn(page, key)).body.kind, 'staff');
    await desk.storage.passkeys.used('alder', await onlyId(), { at: 'later', counter: 900 });
    assert.equal((await signIn(page, key)).body.code, 'passkey_refused');
  });

  test('is of one shop, and over when its owner is reset', async () => {
    const { key } = await withPasskey();
    assert.equal((await signIn(aConsole(desk, 'birch'), key)).body.code, 'passkey_refused');
    await desk.storage.staff.resetSecret('alder', 'staff-jo');
    assert.equal((await signIn(aConsole(desk), key)).body.code, 'passkey_refused');
  });

  test('is not to be had where the console has no name of its own', async () => {
    for (const consoleAddress of [() => undefined, () => 'https://192.0.2.7/console']) {
      const other = await aBackend({ ports: { ...passkeyPorts, consoleAddress } });
      const page = aConsole(other);
      const told = await page.post('/staff/session/passkey/options');
      assert.equal(told.body.code, 'passkeys_unavailable');
      assert.equal((await page.get('/staff/session')).body['passkeys'], false);
      await other.close();
    }
    assert.equal(passkeyPorts.consoleAddress(), CONSOLE);
  });
});

async function onlyId(): Promise<string> {
  const [one] = await desk.storage.passkeys.of('alder', 'staff-jo');
  return one!.id;
}
