import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { conversationMail } from '../../../src/backend/channels/email/conversation-mail.ts';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import { createConversationDesk } from '../../../src/backend/services/conversation-desk.ts';
import { createMailUnseen } from '../../../src/backend/services/conversation-mails.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { payloads } from '../../fixtures/payloads.ts';
import { aCustomerVisitor } from './flows.ts';

const MARA = 'mara@kern.example';
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const rows = [
  aCustomer({ id: 'mara', email: MARA, firstName: 'Buy now', lastName: 'https://evil.example' }),
  anOrder({ id: 'o-1', number: 'SPAM-4182', customer: 'mara', email: MARA }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows, shop: { guestTracking: 'code', policy: aPolicy() } });
});
afterEach(() => desk.close());

/** What the shop's people write, and the job that mails it, as a process of its own runs it. */
const staff = () =>
  createConversationDesk({
    ...{ store: desk.storage.conversations, bus: desk.bus, clock: () => desk.clock.now },
  });
const mailUnseen = () =>
  createMailUnseen({
    ...{ store: desk.storage.conversations, limits: desk.limits, letter: conversationMail },
    platform: createBuiltinPlatform(desk.storage, () => desk.clock.now),
    ...{ shops: shopsOf([desk.shop]), log: { info: () => undefined, error: assert.ifError } },
    mailer: { send: async (mail) => void desk.mails.push(mail) },
    clock: () => desk.clock.now,
  })(desk.clock.now);

/** Somebody nobody knows writes from there, and wishes to be answered at this address. */
async function aWriter(email: string, address: string, text = 'Hello'): Promise<[Visitor, string]> {
  const visitor = desk.visitor({ address });
  visitor.token = (await visitor.post('/session', {})).body.token;
  const { body: talk } = await visitor.post('/conversations', {});
  const written = { client: 'client-1', text };
  await visitor.post(`/conversations/${talk.id}/messages`, written, { key: null });
  await visitor.post(`/conversations/${talk.id}/mail`, { wanted: true, email });
  return [visitor, talk.id];
}

/** A mail without what makes it this one: its secret and the time. */
const bare = (text: string) =>
  text
    .replaceAll(/\d{3}(<span[^>]*>| ?)\d{3}/g, '000000')
    .replaceAll(/\d{1,2}:\d\d( [AP]M)?/g, '0:00');

describe('What reaches a mailbox', () => {
  test('has nothing in it of whoever asked: no header, field or name of theirs', async () => {
    const { body } = await desk.visitor().post('/identity/challenges', { email: MARA });
    assert.equal(body.to, MARA);
    await desk.backend.settled();
    const [plain] = desk.mails.splice(0);
    const hostile = fc.oneof(
      fc.constantFrom(...payloads(40)),
      fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
      fc.constant('Win 1000 EUR at evil.example'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (text, other) => {
        desk.clock.pass(DAY);
        const said = [...text].filter((char) => char > ' ' && char < '\x7f').join('');
        const visitor = desk.visitor({
          headers: {
            'User-Agent': said,
            'Accept-Language': `en;q=1, ${said}`,
            Referer: `https://evil.example/${encodeURIComponent(text)}`,
            'X-Name': said,
          },
        });
        await visitor.post('/identity/challenges', { email: MARA.toUpperCase() });
        await visitor.post('/identity/challenges', { email: MARA, name: text, order: other });
        desk.clock.pass(30);
        await visitor.post('/identity/lookups', { number: 'spam-4182', email: MARA });
        await visitor.post('/identity/lookups', { number: `spam-4182${text}`, email: MARA });
        await desk.backend.settled();
        const mails = desk.mails.splice(0);
        assert.equal(mails.length, 2);
        for (const mail of mails) {
          assert.equal(mail.to, MARA);
          assert.equal(bare(mail.subject), bare(plain!.subject));
          assert.equal(bare(mail.text), bare(plain!.text));
          assert.equal(bare(mail.html), bare(plain!.html));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('never leaves for an address the shop does not know, however it is asked', async () => {
    const stranger = 'stranger@mail.example';
    await desk.visitor().post('/identity/challenges', { email: stranger });
    desk.clock.pass(30);
    await desk.visitor().post('/identity/lookups', { number: 'SPAM-4182', email: stranger });
    await desk.backend.settled();
    assert.deepEqual(desk.mails, []);
  });

  test('has no word in it of somebody who has not shown that it is theirs', async () => {
    const [visitor, talk] = await aWriter(MARA, '192.0.2.9', 'Win 1000 EUR at evil.example');
    const { body } = await visitor.post(`/conversations/${talk}/transcript`, {});
    assert.deepEqual([body.status, body.code], [403, 'code_required']);
    await staff().reply(desk.shop, talk, { text: 'We see.' });
    desk.clock.pass(120);
    await mailUnseen();
    assert.deepEqual(
      desk.mails.map(({ to }) => to),
      [MARA],
    );
    const [{ subject, text, html }] = desk.mails as [(typeof desk.mails)[number]];
    assert.match(text, /We see\./);
    assert.doesNotMatch(`${subject}${text}${html}`, /1000|evil/);
  });

  test('is twenty mails a day by whatever way, of which others than codes take fourteen', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const ways = [MARA, 'Mara@Kern.example', 'mara+news@kern.example', 'mara+2@kern.example'];
    for (let nth = 0; nth < 40; nth++) {
      const [, talk] = await aWriter(ways[nth % ways.length]!, `198.51.100.${nth}`);
      await staff().reply(desk.shop, talk, { text: 'We see.' });
      const { body: own } = await mara.post('/conversations', {});
      const written = { client: `client-${nth}`, text: 'Hello' };
      await mara.post(`/conversations/${own.id}/messages`, written, { key: null });
      await mara.post(`/conversations/${own.id}/transcript`, {});
      desk.clock.pass(120);
      await Promise.all([mailUnseen(), mailUnseen()]);
    }
    assert.equal(desk.mails.length, 14);
    for (let nth = 0; nth < 20; nth++) {
      await desk
        .visitor({ address: `203.0.113.${nth}` })
        .post('/identity/challenges', { email: MARA });
      desk.clock.pass(15 * MINUTE);
    }
    await desk.backend.settled();
    const codes = desk.mails.filter(({ text }) => /^\d{6}$/m.test(text));
    assert.deepEqual([codes.length, desk.mails.length], [6, 19]);
    // what there was no room for has its turn the next day, and is no news the day after
    const newer: number[] = [];
    for (let day = 0; day < 3; day++) {
      desk.mails.length = 0;
      desk.clock.pass(DAY);
      await mailUnseen();
      newer.push(desk.mails.length);
    }
    assert.deepEqual(newer, [14, 0, 0]);
  });

  test('tells of an order whoever changed it, and its contact while there is room', async () => {
    const contact = 'contact@mail.example';
    const numbers = ['1', '2'];
    await desk.load(
      numbers.map((number) =>
        anOrder({ id: number, number, customer: 'mara', email: contact, status: 'placed' }),
      ),
    );
    const mara = await aCustomerVisitor(desk, MARA);
    desk.mails.length = 0;
    const told: string[][] = [];
    for (const number of numbers) {
      const reason = 'no_longer_needed';
      const { body } = await mara.post(`/orders/${number}/cancellation/quote`, { reason });
      await mara.post(`/orders/${number}/cancellation`, { reason, quote: body.id });
      await desk.backend.settled();
      told.push(desk.mails.splice(0).map(({ to }) => to));
      for (let nth = 0; nth < 14; nth++) await desk.limits.ofMail(desk.shop, contact);
    }
    assert.deepEqual(told, [[MARA, contact], [MARA]]);
  });

  test('is three codes in fifteen minutes and six a day, from however many networks and ways', async () => {
    for (let second = 0; second < DAY; second += 5 * MINUTE) {
      const address = `2001:db8:${(second / 60).toString(16)}::1`;
      await desk.visitor({ address }).post('/identity/challenges', { email: MARA });
      await desk
        .visitor({ address })
        .post('/identity/lookups', { number: 'SPAM-4182', email: MARA });
      desk.clock.pass(5 * MINUTE);
    }
    await desk.backend.settled();
    assert.equal(desk.mails.length, 6);
  });
});
