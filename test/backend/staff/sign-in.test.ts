import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { codeOf, stepAt } from '../../../src/backend/services/totp.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, aConsole, addStaff, CONSOLE, linkToken } from '../../builders/colleague.ts';
import { aShop } from '../../builders/shop.ts';
import type { Visitor } from '../../builders/visitor.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const JO = 'jo@alder.example';

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({
    shops: [aShop(), aShop({ id: 'birch', name: 'Birch' })],
    ports: { consoleAddress: () => CONSOLE },
  });
});
afterEach(() => desk.close());

const kindOf = async (page: Visitor) => (await page.get('/staff/session')).body.kind;
const codeNow = (secret: string) => codeOf(secret, stepAt(desk.clock.now));

/** As far as the link brings. */
async function afterLink(email = JO): Promise<Visitor> {
  const page = aConsole(desk);
  await page.post('/staff/links', { email });
  await page.post('/staff/session', { token: await linkToken(desk, email) });
  return page;
}

describe('Somebody of the shop', () => {
  test('signs in with a link and an app, and is told recovery codes once', async () => {
    await addStaff(desk);
    const page = aConsole(desk);
    assert.equal(await kindOf(page), 'nobody');
    assert.equal(
      (await page.post('/staff/links', { email: ' JO@alder.example'.trim() })).status,
      202,
    );
    const linked = await page.post('/staff/session', { token: await linkToken(desk, JO) });
    assert.equal(linked.body.kind, 'enrol');
    assert.match(
      String(linked.body['uri']),
      /^otpauth:\/\/totp\/Alder:jo%40alder\.example\?secret=/,
    );
    assert.deepEqual((await page.get('/staff/session')).body, linked.body);
    const code = await codeNow(String(linked.body['secret']));
    const told = await page.post('/staff/session/code', { code });
    assert.equal(told.body.kind, 'staff');
    assert.equal((told.body['recoveryCodes'] as string[]).length, 10);
    assert.equal((await page.get('/staff/session')).body['recoveryCodes'], undefined);
    assert.equal((await page.get('/staff')).status, 200);
    const line = told.headers.getSetCookie()[0]!;
    assert.match(
      line,
      /^__Host-front-desk-staff-alder=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test('is told that no code is right where the pepper is lost that their app was sealed under', async () => {
    const { secret } = await aColleague(desk);
    desk.clock.pass(MINUTE);
    const later = await aBackend({
      shops: [aShop()],
      ports: {
        ...{ storage: desk.storage, clock: () => desk.clock.now, consoleAddress: () => CONSOLE },
        pepper: 'another pepper of at least thirty-two bytes',
      },
    });
    const page = aConsole(later);
    await page.post('/staff/links', { email: JO });
    await page.post('/staff/session', { token: await linkToken(later, JO) });
    const { body } = await page.post('/staff/session/code', { code: await codeNow(secret) });
    assert.equal(body.code, 'wrong_code');
    await later.close();
  });

  test('is asked for a code the next time, and none serves twice', async () => {
    const { secret } = await aColleague(desk);
    desk.clock.pass(MINUTE);
    const page = await afterLink();
    assert.equal(await kindOf(page), 'code');
    const code = await codeNow(secret);
    assert.equal((await page.post('/staff/session/code', { code })).body.kind, 'staff');
    desk.clock.pass(31);
    const thief = await afterLink();
    const told = await thief.post('/staff/session/code', { code });
    assert.deepEqual([told.body.code, told.body.triesLeft], ['wrong_code', 4]);
  });

  test('comes in with a recovery code where the app is lost, once', async () => {
    await addStaff(desk);
    const page = await afterLink();
    const secret = String((await page.get('/staff/session')).body['secret']);
    const told = await page.post('/staff/session/code', { code: await codeNow(secret) });
    const [code] = told.body['recoveryCodes'] as string[];
    const outcomes: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      desk.clock.pass(MINUTE);
      const again = await (await afterLink()).post('/staff/session/code', { code });
      outcomes.push(again.body.kind ?? again.body.code);
    }
    assert.deepEqual(outcomes, ['staff', 'wrong_code']);
  });

  test('has five codes a link, and ten in a quarter of an hour', async () => {
    await aColleague(desk);
    const outcomes: string[] = [];
    for (let link = 0; link < 3; link++) {
      desk.clock.pass(31);
      const page = await afterLink().catch(() => undefined);
      for (let nth = 0; page && nth < 6; nth++)
        outcomes.push((await page.post('/staff/session/code', { code: '000000' })).body.code);
    }
    assert.deepEqual(
      outcomes.map((code) => (code === 'wrong_code' ? 'w' : 't')).join(''),
      'wwwwwtwwwwwttttttt',
    );
  });

  test('is in no longer after two idle hours, nor after twelve of work', async () => {
    const page = await aColleague(desk);
    desk.clock.pass(2 * HOUR - 1);
    assert.equal(await kindOf(page), 'staff');
    assert.equal((await page.get('/staff')).status, 200);
    desk.clock.pass(2 * HOUR + 1);
    assert.equal(await kindOf(page), 'nobody');
    const other = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    for (let hour = 0; hour < 12; hour++) {
      assert.equal((await other.get('/staff')).status, 200);
      desk.clock.pass(HOUR);
    }
    assert.equal((await other.get('/staff')).body.code, 'unauthenticated');
  });

  test('is not kept in by what an open page reads by itself', async () => {
    const page = await aColleague(desk);
    for (let minute = 0; minute < 120; minute += 30) {
      const alone = { headers: { 'X-Front-Desk-Active': '0' } };
      assert.equal((await page.get('/staff', alone)).status, 200);
      desk.clock.pass(30 * MINUTE);
    }
    assert.equal((await page.get('/staff')).body.code, 'unauthenticated');
  });

  test('signs out here, and everywhere', async () => {
    const page = await aColleague(desk);
    desk.clock.pass(MINUTE);
    const elsewhere = await afterLink();
    await elsewhere.post('/staff/session/code', { code: await codeNow(page.secret) });
    const kept = new Map(page.cookies);
    await page.send('DELETE', '/staff/session');
    for (const [name, value] of kept) page.cookies.set(name, value);
    assert.equal(await kindOf(page), 'nobody');
    await elsewhere.send('DELETE', '/staff/sessions');
    assert.equal(await kindOf(elsewhere), 'nobody');
  });

  test('is nobody at another shop, and in no link of another’s', async () => {
    const page = await aColleague(desk);
    const birch = aConsole(desk, 'birch');
    for (const [name, value] of page.cookies)
      birch.cookies.set(name.replace('alder', 'birch'), value);
    assert.equal(await kindOf(birch), 'nobody');
    desk.clock.pass(MINUTE);
    await page.post('/staff/links', { email: JO });
    const token = await linkToken(desk, JO);
    assert.equal((await birch.post('/staff/session', { token })).body.code, 'link_over');
    assert.equal((await aConsole(desk).post('/staff/session', { token })).status, 200);
    assert.equal((await aConsole(desk).post('/staff/session', { token })).body.code, 'link_over');
  });
});

describe('A sign-in link', () => {
  test('is over after ten minutes', async () => {
    await addStaff(desk);
    const page = aConsole(desk);
    await page.post('/staff/links', { email: JO });
    const token = await linkToken(desk, JO);
    desk.clock.pass(10 * MINUTE);
    assert.equal((await page.post('/staff/session', { token })).body.code, 'link_over');
  });

  test('is mailed to nobody else, and the answer does not tell', async () => {
    const told = await aConsole(desk).post('/staff/links', { email: 'eve@mail.example' });
    await desk.backend.settled();
    assert.deepEqual([told.status, desk.mails.length], [202, 0]);
  });

  test('is not to be had where the console has no address', async () => {
    const other = await aBackend();
    const told = await aConsole(other).post('/staff/links', { email: JO });
    assert.equal(told.body.code, 'channel_unavailable');
    await other.close();
  });
});

describe('What the shop’s people do', () => {
  test('is written down, for admins to read', async () => {
    const admin = await aColleague(desk, { role: 'admin' });
    await admin.send('DELETE', '/staff/sessions');
    desk.clock.pass(MINUTE);
    const page = await afterLink();
    await page.post('/staff/session/code', { code: await codeNow(admin.secret) });
    const first = await page.get('/staff/audit?limit=2');
    const rest = await page.get(`/staff/audit?cursor=${first.body.next}`);
    const all = [...first.body.items, ...rest.body.items] as unknown as Record<string, string>[];
    assert.deepEqual(
      new Set(all.map(({ action }) => action)),
      new Set(['signed_in', 'signed_out_everywhere', 'second_factor_set']),
    );
    assert.ok(all.every(({ by }) => by === 'Jo'));
  });
});
