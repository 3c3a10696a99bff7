import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createKeyring, newCode } from '../../../src/backend/services/secrets.ts';
import { signInLink } from '../../../src/backend/services/sign-in-links.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from './flows.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: 'Mara@Kern.example' }),
  aCustomer({ id: 'bo', email: 'bo@lund.example' }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: 'mara@kern.example' }),
  anOrder({ id: 'o-2', number: '4183', email: 'guest@mail.example' }),
  anOrder({ id: 'o-3', number: '4184', phone: '+32 470 12 34 56' }),
  anOrder({ id: 'o-4', number: '4185', customer: 'bo' }),
  anOrder({ id: 'o-5', number: '4186', customer: 'bo', email: 'gift@mail.example' }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

const ask = (visitor: Visitor, email: string) => visitor.post('/identity/challenges', { email });
const give = (visitor: Visitor, challenge: string, code: string) =>
  visitor.post(`/identity/challenges/${challenge}/answer`, { code });
/** A code that is certainly not this one. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('Asking for a code', () => {
  test('sends six digits and says until when they are good', async () => {
    const { status, body } = await ask(desk.visitor(), MARA);
    assert.equal(status, 202);
    const { id, ...rest } = body;
    assert.match(id, /^[\w-]{22}$/);
    assert.deepEqual(rest, {
      channel: 'email',
      to: MARA,
      expiresAt: '2026-11-23T09:10:00.000Z',
      resendAt: '2026-11-23T09:00:30.000Z',
      codeLength: 6,
    });
    assert.match(await desk.code('Mara@Kern.example'), /^\d{6}$/);
  });

  test('sends it to the address as the shop has it, not as it was typed', async () => {
    await ask(desk.visitor(), 'MARA@kern.EXAMPLE');
    await desk.backend.settled();
    assert.deepEqual(
      desk.mails.map(({ to }) => to),
      ['Mara@Kern.example'],
    );
  });

  test('answers the same for an address nobody knows, and sends nothing', async () => {
    const known = await ask(desk.visitor(), MARA);
    const unknown = await ask(desk.visitor({ address: '192.0.2.2' }), 'nobody@mail.example');
    await desk.backend.settled();
    assert.equal(desk.mails.length, 1);
    assert.equal(unknown.status, known.status);
    assert.deepEqual(Object.keys(unknown.body), Object.keys(known.body));
    assert.deepEqual({ ...unknown.body, id: '', to: '' }, { ...known.body, id: '', to: '' });
    const headers = ({ headers: all }: typeof known) =>
      [...all.keys()].filter((name) => name !== 'x-request-id');
    assert.deepEqual(headers(unknown), headers(known));
  });

  test('looks the address up once it has answered, and does the same for one nobody knows', async () => {
    const seen: string[] = [];
    const spy = <Method extends (...given: never[]) => unknown>(name: string, method: Method) =>
      ((...given) => {
        seen.push(name);
        return method(...given);
      }) as Method;
    const { catalogue, challenges } = desk.storage;
    const storage = {
      ...desk.storage,
      catalogue: { ...catalogue, knownContact: spy('looked up', catalogue.knownContact) },
      challenges: { ...challenges, arm: spy('written', challenges.arm) },
    };
    const other = await aBackend({ ports: { storage } });
    for (const email of [MARA, 'nobody@mail.example']) {
      seen.length = 0;
      await other.visitor().post('/identity/challenges', { email });
      seen.push('answered');
      await other.backend.settled();
      assert.deepEqual(seen, ['answered', 'looked up', 'written'], email);
    }
    await other.backend.close();
  });

  test('finds who ordered without an account', async () => {
    const guest = await aCustomerVisitor(desk, 'guest@mail.example');
    assert.deepEqual(
      (await guest.get('/orders')).body.items.map(({ number }) => number),
      ['4183'],
    );
  });

  test('by phone is refused while there is no channel for it', async () => {
    const { status, body } = await desk
      .visitor()
      .post('/identity/challenges', { phone: '+32 470 12 34 56' });
    assert.equal(status, 422);
    assert.equal(body.code, 'channel_unavailable');
  });

  test('is refused where the shop cannot send mail', async () => {
    const mute = await aBackend({ mail: false });
    assert.equal((await ask(mute.visitor(), MARA)).body.code, 'channel_unavailable');
    await mute.close();
  });

  test('is logged without a word of whom it was for when the mail server fails', async () => {
    const broken = await aBackend({
      rows,
      ports: { mailer: { send: () => Promise.reject(new Error('no route to host')) } },
    });
    assert.equal((await ask(broken.visitor(), MARA)).status, 202);
    await broken.backend.settled();
    assert.match(broken.logged(), /code_not_sent/);
    await broken.close();
  });
});

describe('Giving the code', () => {
  test('signs in whoever has it, and sets the cookie', async () => {
    const visitor = desk.visitor();
    const { body: challenge } = await ask(visitor, MARA);
    const { status, body, headers } = await give(
      visitor,
      challenge.id,
      await desk.code('Mara@Kern.example'),
    );
    assert.equal(status, 200);
    assert.equal(body.kind, 'customer');
    assert.match(
      headers.get('set-cookie')!,
      /^__Host-front-desk-alder=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; Secure; SameSite=None; Partitioned$/,
    );
  });

  test('works once', async () => {
    const visitor = desk.visitor();
    const { body: challenge } = await ask(visitor, MARA);
    const code = await desk.code('Mara@Kern.example');
    await give(visitor, challenge.id, code);
    const again = await give(visitor, challenge.id, code);
    assert.equal(again.status, 409);
    assert.equal(again.body.code, 'challenge_used');
  });

  test('works once for fifty who give it at the same moment', async () => {
    const { body: challenge } = await ask(desk.visitor(), MARA);
    const code = await desk.code('Mara@Kern.example');
    const told = await Promise.all(
      Array.from({ length: 50 }, () => give(desk.visitor(), challenge.id, code)),
    );
    assert.equal(told.filter(({ status }) => status === 200).length, 1);
  });

  test('is not used up where no session came of it', async () => {
    const { sessions } = desk.storage;
    const start = () => Promise.reject(new Error('the disk is full'));
    const storage = { ...desk.storage, sessions: { ...sessions, start } };
    const failing = await aBackend({ ports: { storage, clock: () => desk.clock.now } });
    const { body: challenge } = await ask(desk.visitor(), MARA);
    const code = await desk.code('Mara@Kern.example');
    assert.equal((await give(failing.visitor(), challenge.id, code)).status, 500);
    assert.equal((await give(desk.visitor(), challenge.id, code)).status, 200);
    await failing.backend.close();
  });

  test('works for ten minutes', async () => {
    for (const [seconds, status] of [
      [10 * MINUTE - 1, 200],
      [10 * MINUTE, 410],
    ] as const) {
      const visitor = desk.visitor();
      const { body: challenge } = await ask(visitor, MARA);
      const code = await desk.code('Mara@Kern.example');
      desk.clock.pass(seconds);
      assert.equal((await give(visitor, challenge.id, code)).status, status, `${seconds} s`);
      desk.clock.pass(15 * MINUTE);
    }
  });

  test('works for its own challenge only', async () => {
    const { body: first } = await ask(desk.visitor(), MARA);
    const code = await desk.code('Mara@Kern.example');
    desk.clock.pass(30);
    const { body: second } = await ask(desk.visitor(), MARA);
    const other = await desk.code('Mara@Kern.example');
    if (other !== code)
      assert.equal((await give(desk.visitor(), second.id, code)).body.code, 'wrong_code');
    assert.equal((await give(desk.visitor(), first.id, code)).status, 200);
  });

  test('wrongly says how many tries are left; the fifth is the last', async () => {
    const visitor = desk.visitor();
    const { body: challenge } = await ask(visitor, MARA);
    const code = await desk.code('Mara@Kern.example');
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, body } = await give(visitor, challenge.id, wrong(code));
      assert.deepEqual([status, body.code, body.triesLeft], [422, 'wrong_code', left]);
    }
    const late = await give(visitor, challenge.id, code);
    assert.deepEqual([late.status, late.body.code], [429, 'too_many_tries']);
    assert.equal(late.headers.get('retry-after'), '30');
  });

  test('too often says when a new one may be asked for, to the second', async () => {
    const visitor = desk.visitor();
    const until = async (challenge: string) => {
      const { body, headers } = await give(visitor, challenge, '000000');
      assert.equal(body.code, 'too_many_tries');
      assert.equal(headers.get('retry-after'), body.retryAfter?.toString() ?? null);
      return body.retryAfter;
    };
    const spent = async () => {
      const { body } = await ask(visitor, 'nobody@mail.example');
      for (let tries = 0; tries < 5; tries++) await give(visitor, body.id, '000000');
      return body.id;
    };
    const first = await spent();
    desk.clock.pass(12);
    assert.equal(await until(first), 18);
    desk.clock.pass(18);
    assert.equal(await until(first), undefined, 'now');
    await spent();
    desk.clock.pass(30);
    const third = await spent();
    assert.equal(await until(third), 15 * MINUTE - 60);
  });

  test('wrongly fifty times at once is still five tries', async () => {
    const { body: challenge } = await ask(desk.visitor(), MARA);
    const code = await desk.code('Mara@Kern.example');
    const told = await Promise.all(
      Array.from({ length: 50 }, () => give(desk.visitor(), challenge.id, wrong(code))),
    );
    const count = (name: string) => told.filter(({ body }) => body.code === name).length;
    assert.deepEqual([count('wrong_code'), count('too_many_tries')], [5, 45]);
  });

  test('to a challenge for an address nobody knows never works', async () => {
    const { body: challenge } = await ask(desk.visitor(), 'nobody@mail.example');
    for (const code of ['000000', '123456', '999999', '418207', '000001'])
      assert.equal((await give(desk.visitor(), challenge.id, code)).body.code, 'wrong_code');
    assert.equal((await give(desk.visitor(), challenge.id, '000000')).body.code, 'too_many_tries');
  });

  test('to a challenge that never was, or of another shop, has expired', async () => {
    const both = await aBackend({ shops: [aShop(), aShop({ id: 'birch' })] });
    await both.load(rows);
    const { body: challenge } = await ask(both.visitor({ shop: 'alder' }), MARA);
    const code = await both.code('Mara@Kern.example');
    for (const [shop, id] of [
      ['birch', challenge.id],
      ['alder', 'never-was'],
    ] as const)
      assert.equal((await give(both.visitor({ shop }), id, code)).body.code, 'challenge_expired');
    assert.equal((await give(both.visitor({ shop: 'alder' }), challenge.id, code)).status, 200);
    await both.close();
  });

  test('of another form is a fault of the field', async () => {
    const { body: challenge } = await ask(desk.visitor(), MARA);
    for (const code of ['12345', '1234567', '12345a', '１２３４５６', ' 123456']) {
      const { status, body } = await give(desk.visitor(), challenge.id, code);
      assert.deepEqual([status, body.errors[0]?.pointer], [422, '/code'], code);
    }
  });
});

describe('Fifty wrong codes in a row', () => {
  async function failFifty(): Promise<void> {
    for (let challenges = 0; challenges < 10; challenges++) {
      desk.clock.pass(DAY);
      const address = `192.0.2.${challenges}`;
      const visitor = desk.visitor({ address });
      const { body: challenge } = await ask(visitor, MARA);
      const code = await desk.code('Mara@Kern.example');
      for (let tries = 0; tries < 5; tries++) await give(visitor, challenge.id, wrong(code));
    }
    desk.clock.pass(DAY);
  }

  const mailedLink = async () => {
    await desk.backend.settled();
    const { text, to } = desk.mails.at(-1)!;
    assert.equal(to, 'Mara@Kern.example');
    const [, page, id, token] = /^(.+)#front-desk\/sign-in\/~([\w-]+)\.([\w-]{22})$/m.exec(text)!;
    return { page, id: id!, token: token! };
  };
  const follow = (visitor: Visitor, { id, token }: { id: string; token: string }) =>
    visitor.post(`/identity/challenges/${id}/answer`, { token });

  test('over days: no more codes for that address, from anywhere, but a link; others get codes', async () => {
    await failFifty();
    const { status, body } = await ask(desk.visitor({ address: '198.51.100.1' }), MARA);
    assert.deepEqual([status, body['link']], [202, true]);
    await desk.backend.settled();
    assert.doesNotMatch(desk.mails.at(-1)!.text, /^\d{6}$/m);
    const { body: other } = await ask(desk.visitor(), 'bo@lund.example');
    assert.equal(other['link'], undefined);
    assert.match(await desk.code('bo@lund.example'), /^\d{6}$/);
  });

  test('the link signs in, once, and codes are enough again', async () => {
    await failFifty();
    const { body: challenge } = await ask(desk.visitor(), MARA);
    const link = await mailedLink();
    assert.deepEqual([link.page, link.id], ['https://alder.example/', challenge.id]);
    const { status, body } = await follow(desk.visitor({ address: '198.51.100.1' }), link);
    assert.deepEqual([status, body.kind], [200, 'customer']);
    assert.equal((await follow(desk.visitor(), link)).body.code, 'challenge_used');
    desk.clock.pass(30);
    assert.equal((await ask(desk.visitor(), MARA)).body['link'], undefined);
    assert.ok(await aCodeSignsIn());
  });
  async function aCodeSignsIn(): Promise<boolean> {
    desk.clock.pass(30);
    const { body } = await ask(desk.visitor(), MARA);
    const told = await give(desk.visitor(), body.id, await desk.code('Mara@Kern.example'));
    return told.status === 200;
  }

  test('the link works for ten minutes', async () => {
    await failFifty();
    for (const [seconds, status] of [
      [10 * MINUTE, 410],
      [10 * MINUTE - 1, 200],
    ] as const) {
      await ask(desk.visitor(), MARA);
      const link = await mailedLink();
      desk.clock.pass(seconds);
      assert.equal((await follow(desk.visitor(), link)).status, status, `${seconds} s`);
    }
  });

  test('a token works for its own challenge only, a code for none, and a code’s challenge for no token', async () => {
    const { body: early } = await ask(desk.visitor(), MARA);
    await failFifty();
    await ask(desk.visitor(), MARA);
    const first = await mailedLink();
    desk.clock.pass(30);
    await ask(desk.visitor(), MARA);
    const second = await mailedLink();
    for (const [id, token] of [
      [second.id, first.token],
      [first.id, second.token],
    ] as const)
      assert.equal((await follow(desk.visitor(), { id, token })).body.code, 'wrong_code');
    assert.equal((await give(desk.visitor(), first.id, '123456')).body.code, 'too_many_tries');
    assert.equal(
      (await follow(desk.visitor(), { id: early.id, token: first.token })).body.code,
      'challenge_expired',
    );
    assert.equal((await follow(desk.visitor(), second)).status, 200);
  });

  test('a code that was on its way is refused; the link may be asked for when it says so', async () => {
    await failFifty();
    await desk.storage.limits.giveBack([await failureKey()]);
    const { body: challenge } = await ask(desk.visitor(), MARA);
    const code = await desk.code('Mara@Kern.example');
    assert.equal((await give(desk.visitor(), challenge.id, wrong(code))).body.code, 'wrong_code');
    const { body } = await give(desk.visitor(), challenge.id, code);
    assert.deepEqual([body.code, body.retryAfter], ['too_many_tries', 30]);
    desk.clock.pass(30);
    assert.equal((await ask(desk.visitor(), MARA)).body['link'], true);
  });
  const failureKey = async () => {
    const keyring = createKeyring('a pepper of at least thirty-two bytes for tests');
    return `failures ${await keyring.mac('address', 'alder', MARA)}`;
  };

  test('links are sent as seldom as codes, and to a stranger’s address never', async () => {
    await failFifty();
    for (let sent = 0; sent < 3; sent++) {
      assert.equal((await ask(desk.visitor(), MARA)).status, 202);
      desk.clock.pass(30);
    }
    const { status, body } = await ask(desk.visitor(), MARA);
    assert.deepEqual([status, body.code], [429, 'too_many_requests']);
    assert.equal(body.retryAfter, 15 * MINUTE - 90);
  });

  test('count for an address nobody knows as well: the answer is the same, and no mail goes out', async () => {
    for (let round = 0; round < 10; round++) {
      desk.clock.pass(DAY);
      const { body } = await ask(desk.visitor(), 'nobody@mail.example');
      for (let tries = 0; tries < 5; tries++) await give(desk.visitor(), body.id, '000000');
    }
    desk.clock.pass(DAY);
    const { status, body } = await ask(desk.visitor(), 'nobody@mail.example');
    assert.deepEqual([status, body['link']], [202, true]);
    await desk.backend.settled();
    assert.equal(desk.mails.length, 0);
  });

  test('end no session that is running', async () => {
    const mara = await aCustomerVisitor(desk, 'Mara@Kern.example');
    await failFifty();
    assert.equal((await mara.refresh()).body.kind, 'customer');
    assert.equal((await mara.get('/orders')).status, 200);
  });

  test('are counted from the last right one', async () => {
    for (let round = 0; round < 13; round++) {
      desk.clock.pass(DAY);
      const visitor = desk.visitor();
      const { status, body: challenge } = await ask(visitor, MARA);
      assert.equal(status, 202, `round ${round}`);
      const code = await desk.code('Mara@Kern.example');
      for (let tries = 0; tries < 4; tries++) await give(visitor, challenge.id, wrong(code));
      assert.equal((await give(visitor, challenge.id, code)).status, 200, `round ${round}`);
    }
  });
});

describe('Limits of sending', () => {
  const from = (address: string) => desk.visitor({ address });

  test('a new code for an address every 30 seconds', async () => {
    await ask(from('192.0.2.1'), MARA);
    desk.clock.pass(29);
    const { status, body, headers } = await ask(from('192.0.2.2'), 'MARA@KERN.EXAMPLE');
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_requests', 1]);
    assert.equal(headers.get('retry-after'), '1');
    desk.clock.pass(1);
    assert.equal((await ask(from('192.0.2.2'), MARA)).status, 202);
  });

  test('three in fifteen minutes, whoever asks; a refused one does not count', async () => {
    for (let sent = 0; sent < 3; sent++) {
      assert.equal((await ask(from(`192.0.2.${sent}`), MARA)).status, 202);
      desk.clock.pass(10);
      assert.equal((await ask(from(`192.0.2.${sent}`), MARA)).status, 429);
      desk.clock.pass(20);
    }
    const { body } = await ask(from('192.0.2.9'), MARA);
    assert.equal(body.retryAfter, 15 * MINUTE - 90);
    desk.clock.pass(body.retryAfter);
    assert.equal((await ask(from('192.0.2.9'), MARA)).status, 202);
  });

  test('six a day', async () => {
    for (let sent = 0; sent < 6; sent++) {
      assert.equal((await ask(from('192.0.2.1'), MARA)).status, 202, `number ${sent + 1}`);
      desk.clock.pass(15 * MINUTE);
    }
    const { body } = await ask(from('192.0.2.1'), MARA);
    assert.equal(body.retryAfter, DAY - 6 * 15 * MINUTE);
  });

  test('twenty an hour from one address, a /64 of IPv6 being one', async () => {
    for (let sent = 0; sent < 20; sent++) {
      const visitor = from(`2001:db8:1:2:${sent}::1`);
      assert.equal((await ask(visitor, `person-${sent}@mail.example`)).status, 202);
    }
    const limited = await ask(from('2001:db8:1:2:ffff::9'), 'person-21@mail.example');
    assert.deepEqual([limited.status, limited.body.retryAfter], [429, 3600]);
    assert.equal((await ask(from('2001:db8:1:3::1'), 'person-21@mail.example')).status, 202);
  });

  test('of an address are a shop’s own', async () => {
    const both = await aBackend({ shops: [aShop(), aShop({ id: 'birch' })] });
    assert.equal((await ask(both.visitor({ shop: 'alder' }), MARA)).status, 202);
    assert.equal((await ask(both.visitor({ shop: 'birch' }), MARA)).status, 202);
    await both.close();
  });

  test('are the same for an address nobody knows', async () => {
    const nobody = 'nobody@mail.example';
    assert.equal((await ask(from('192.0.2.1'), nobody)).status, 202);
    assert.equal((await ask(from('192.0.2.1'), nobody)).body.retryAfter, 30);
  });
});

describe('A code for the order one follows', () => {
  test('goes to the order’s own contact, which is only hinted at', async () => {
    const guest = await aGuestVisitor(desk, '4183', 'guest@mail.example');
    const { status, body } = await guest.post('/identity/challenges', { order: 'o-2' });
    assert.deepEqual([status, body.to], [202, 'g•••@m•••.example']);
    const told = await give(guest, body.id, await desk.code('guest@mail.example'));
    guest.token = told.body.token;
    assert.equal((await guest.get('/orders/o-2')).status, 200);
  });

  test('goes to the customer where the order has no contact of its own', async () => {
    const bo = await aCustomerVisitor(desk, 'bo@lund.example');
    desk.clock.pass(31);
    const { body } = await bo.post('/identity/challenges', { order: 'o-4' });
    assert.equal(body.to, 'b•••@l•••.example');
  });

  test('goes to a customer’s own address: a code never makes them somebody else', async () => {
    const bo = await aCustomerVisitor(desk, 'bo@lund.example');
    desk.clock.pass(31);
    const { body } = await bo.post('/identity/challenges', { order: 'o-5' });
    assert.equal(body.to, 'b•••@l•••.example');
    const told = await give(bo, body.id, await desk.code('bo@lund.example'));
    assert.equal((told.body['customer'] as { id: string }).id, 'bo');
    const guest = await aGuestVisitor(desk, '4186', 'gift@mail.example');
    const hinted = await guest.post('/identity/challenges', { order: 'o-5' });
    assert.equal(hinted.body.to, 'g•••@m•••.example');
  });

  test('goes to the customer for a guest who follows an order without a contact', async () => {
    const guest = await aGuestVisitor(desk, '4185', 'bo@lund.example');
    const { body } = await guest.post('/identity/challenges', { order: 'o-4' });
    assert.equal(body.to, 'b•••@l•••.example');
  });

  test('is refused to nobody, and for every other order', async () => {
    assert.equal(
      (await desk.visitor().post('/identity/challenges', { order: 'o-2' })).body.code,
      'unauthenticated',
    );
    const guest = await aGuestVisitor(desk, '4183', 'guest@mail.example');
    for (const order of ['o-1', 'o-4', 'none'])
      assert.equal(
        (await guest.post('/identity/challenges', { order })).body.code,
        'order_not_found',
      );
    const bo = await aCustomerVisitor(desk, 'bo@lund.example');
    assert.equal(
      (await bo.post('/identity/challenges', { order: 'o-1' })).body.code,
      'order_not_found',
    );
  });

  test('is refused where the order has a phone number only', async () => {
    const visitor = desk.visitor();
    const { body } = await visitor.post('/identity/lookups', {
      number: '4184',
      phone: '+32 470 12 34 56',
    });
    visitor.token = body.token;
    assert.equal(
      (await visitor.post('/identity/challenges', { order: 'o-3' })).body.code,
      'channel_unavailable',
    );
  });
});

describe('The page a link leads to', () => {
  for (const [shop, page] of [
    [undefined, 'https://alder.example/'],
    ['https://alder.example/help?lang=de#top', 'https://alder.example/help?lang=de'],
    ['/pages/help', 'https://alder.example/pages/help'],
    ['https://elsewhere.example/', 'https://alder.example/'],
    ['mailto:help@alder.example', 'https://alder.example/'],
  ] as const)
    test(`is ${page} where the shop names ${shop ?? 'none'}`, () => {
      const link = signInLink(aShop({ links: shop ? { shop } : {} }), 'c-1', 'tok-en');
      assert.equal(link, `${page}#front-desk/sign-in/~c-1.tok-en`);
    });
});

describe('newCode()', () => {
  test('throws away the uneven rest, so that no code is likelier than another', () => {
    const even = 4_294_000_000;
    const numbers = [even, 2 ** 32 - 1, even - 1];
    assert.equal(
      newCode(() => numbers.shift()!),
      '999999',
    );
    assert.equal(numbers.length, 0);
    assert.equal(
      newCode(() => 7),
      '000007',
    );
  });

  test('gives six digits, and others each time', () => {
    const codes = new Set(Array.from({ length: 1000 }, () => newCode()));
    assert.ok([...codes].every((code) => /^\d{6}$/.test(code)));
    assert.ok(codes.size > 980);
  });
});
