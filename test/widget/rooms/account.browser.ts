import type { SessionEntry } from '../../../src/contract/session.ts';
import { aCustomer, fromNow } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

describe('account', () => {
  let stage: Stage;
  afterEach(() => stage.close());
  const open = () =>
    Stage.open('account', { prepare: (backend) => (backend.session = aCustomer()) });

  it('says who is signed in', async () => {
    stage = await open();
    await stage.heads('Mara Kern');
    await stage.sees('mara@kern.example');
    deepEqual(await stage.axe(), []);
  });

  const devices: SessionEntry[] = [
    {
      ...{ id: 's-1', device: { browser: 'Safari', system: 'iPhone' }, current: true },
      ...{ startedAt: fromNow(-3), seenAt: fromNow(0) },
    },
    {
      ...{ id: 's-2', device: { browser: 'Firefox', system: 'Windows' }, current: false },
      ...{ startedAt: fromNow(-1), seenAt: fromNow(0) },
    },
    { id: 's-3', device: {}, current: false },
  ];
  const openWithDevices = (language: 'en' | 'de' | 'ar' = 'en') =>
    Stage.open('account', {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.sessions = devices;
      },
    });

  for (const [language, words] of Object.entries({
    en: [
      'Safari on iPhone',
      'This device',
      'Firefox on Windows',
      'since yesterday',
      'Another device',
    ],
    de: ['Safari auf iPhone', 'Dieses Gerät', 'Firefox auf Windows', 'seit gestern'],
    ar: ['هذا الجهاز', 'منذ أمس', 'جهاز آخر'],
  }))
    it(`says where else they are signed in, in ${language}`, async () => {
      stage = await openWithDevices(language as 'en');
      for (const word of words) await stage.sees(word);
      deepEqual(await stage.axe(), []);
    });

  it('signs out of one device', async () => {
    stage = await openWithDevices();
    await stage.press('Sign out: Firefox on Windows');
    await stage.until('gone', () => !stage.text.includes('Firefox'));
    equal(stage.backend.timesAsked('DELETE /sessions/s-2'), 1);
    equal(stage.told, 'Firefox on Windows is signed out.');
    equal(stage.room, 'account');
  });

  it('asks for a code where the last proof is old, and then does what was wanted', async () => {
    stage = await openWithDevices();
    stage.backend.refuse['DELETE /sessions/s-2'] = { code: 'step_up_required' };
    await stage.press('Sign out: Firefox on Windows');
    await stage.heads('Is it you?');
    equal(stage.room, 'sign-in/self');
    deepEqual(await stage.axe(), []);
    await stage.press('Send code');
    await stage.heads('Check your e-mail');
    deepEqual(stage.backend.asked.at(-1)?.body, { self: true });
    stage.backend.refuse = {};
    await stage.type('6-digit code', '123456');
    await stage.until('back', () => stage.room === 'account');
    await stage.until('done', () => stage.backend.timesAsked('DELETE /sessions/s-2') === 2);
    await stage.until('told', () => stage.told === 'Firefox on Windows is signed out.');
  });

  it('keeps everything as it was when the shopper goes back without a code', async () => {
    stage = await openWithDevices();
    stage.backend.refuse['DELETE /sessions/s-2'] = { code: 'step_up_required' };
    await stage.press('Sign out: Firefox on Windows');
    await stage.heads('Is it you?');
    stage.desk.route.back();
    await stage.heads('Mara Kern');
    await stage.sees('Firefox on Windows');
    equal(stage.backend.timesAsked('DELETE /sessions/s-2'), 1);
  });

  it('signs out everywhere, without a code', async () => {
    stage = await openWithDevices();
    await stage.press('Sign out everywhere');
    await stage.until('home', () => stage.room === 'home');
    equal(stage.backend.timesAsked('DELETE /sessions'), 1);
    equal(stage.told, 'You are signed out.');
  });

  it('says when the devices did not load, and tries again', async () => {
    stage = await Stage.open('account', {
      prepare(backend) {
        backend.session = aCustomer();
        backend.refuse['GET /sessions'] = { code: 'internal' };
      },
    });
    await stage.sees('Your devices did not load.');
    stage.backend.refuse = {};
    stage.backend.sessions = devices;
    await stage.press('Try again');
    await stage.sees('Firefox on Windows');
  });

  it('signs out, and leads home', async () => {
    stage = await open();
    await stage.press('Sign out');
    await stage.until('home', () => stage.room === 'home');
    equal(stage.backend.timesAsked('DELETE /session'), 1);
    equal(stage.told, 'You are signed out.');
  });

  it('says when signing out did not work, and stays', async () => {
    stage = await open();
    stage.backend.refuse['DELETE /session'] = { code: 'header_required' };
    await stage.press('Sign out');
    await stage.sees('That did not work. Nothing was changed.');
    equal(stage.room, 'account');
  });
});
