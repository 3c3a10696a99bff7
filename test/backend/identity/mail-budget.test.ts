import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { conversationMail } from '../../../src/backend/channels/email/conversation-mail.ts';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import { createConversationDesk } from '../../../src/backend/services/conversation-desk.ts';
import { createMailUnseen } from '../../../src/backend/services/conversation-mails.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aConsole, addStaff, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { API } from '../../builders/visitor.ts';
import { aCustomerVisitor } from './flows.ts';

const EVE = 'eve@shop.example';
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'eve', email: EVE }),
      anOrder({ id: 'o-1', number: '4182', customer: 'eve', email: EVE }),
    ],
    shop: { guestTracking: 'code' },
    ports: { consoleAddress: () => CONSOLE },
  });
});
afterEach(() => desk.close());

/** Somebody nobody knows asks for all of these, each from a network of their own. */
async function strangersAsk(count: number): Promise<void> {
  for (let nth = 1; nth <= count; nth++) {
    const email = `eve+${nth}@shop.example`;
    const stranger = desk.visitor({ address: `198.51.100.${nth}` });
    assert.equal((await stranger.post('/identity/challenges', { email })).status, 202);
    const other = desk.visitor({ address: `203.0.113.${nth}` });
    const looked = { number: `9${nth}`, email: `eve+l${nth}@shop.example` };
    assert.equal((await other.post('/identity/lookups', looked)).status, 202);
    const colleague = desk.visitor({
      ...{ address: `192.0.2.${nth + 100}`, origin: API, headers: { 'X-Front-Desk': '1' } },
    });
    assert.equal((await colleague.post('/staff/links', { email })).status, 202);
  }
  await desk.backend.settled();
  assert.deepEqual(desk.mails, []);
}

/** An answer that waits to be mailed, of somebody who is not here any more. */
async function anUnseenAnswer(email = EVE): Promise<string> {
  const visitor = desk.visitor();
  visitor.token = (await visitor.post('/session', {})).body.token;
  const { body: talk } = await visitor.post('/conversations', {});
  const written = { client: 'client-1', text: 'Hello' };
  await visitor.post(`/conversations/${talk.id}/messages`, written, { key: null });
  await visitor.post(`/conversations/${talk.id}/mail`, { wanted: true, email });
  const { conversations: store } = desk.storage;
  const staff = createConversationDesk({ store, bus: desk.bus, clock: () => desk.clock.now });
  await staff.reply(desk.shop, talk.id, { text: 'We see.' });
  desk.clock.pass(2 * MINUTE);
  return talk.id;
}

let logged: string[] = [];
/** The job that mails them, as a process of its own runs it. */
const mailUnseen = () => {
  logged = [];
  return createMailUnseen({
    ...{ store: desk.storage.conversations, limits: desk.limits, letter: conversationMail },
    platform: createBuiltinPlatform(desk.storage, () => desk.clock.now),
    shops: shopsOf([desk.shop]),
    log: { info: (event) => void logged.push(event), error: assert.ifError },
    mailer: { send: async (mail) => void desk.mails.push(mail) },
    clock: () => desk.clock.now,
  })(desk.clock.now);
};
const sent = () => desk.mails.splice(0).map(({ to, subject }) => `${to} ${/code/i.test(subject)}`);

describe('A mailbox’s mails of a day', () => {
  test('are not used up by codes and links that nobody is mailed', async () => {
    await addStaff(desk, { email: EVE });
    await strangersAsk(20);
    await aConsole(desk).post('/staff/links', { email: EVE });
    await desk.backend.settled();
    assert.match(desk.mails.splice(0).at(-1)?.text ?? '', /#link=/);
    assert.equal((await aCustomerVisitor(desk, EVE)).token !== undefined, true);
    assert.deepEqual(sent(), [`${EVE} true`]);
    await anUnseenAnswer();
    await mailUnseen();
    assert.deepEqual(sent(), [`${EVE} false`]);
  });

  test('count a code for the address it goes to, however that was typed', async () => {
    await desk.visitor().post('/identity/challenges', { email: 'EVE@Shop.example' });
    await desk.backend.settled();
    for (let nth = 0; nth < 13; nth++)
      assert.equal(await desk.limits.ofMail(desk.shop, 'eve+news@shop.example'), undefined);
    assert.equal((await desk.limits.ofMail(desk.shop, EVE))?.refused, 'too_many_requests');
  });

  test('when there are none left tell nobody whether the shop knows the address', async () => {
    await addStaff(desk, { email: EVE });
    await useUp();
    const known = await desk.visitor().post('/identity/challenges', { email: EVE });
    const other = { email: 'eve+other@shop.example' };
    const unknown = await desk.visitor().post('/identity/challenges', other);
    assert.deepEqual([known.status, unknown.status], [202, 202]);
    assert.deepEqual({ ...known.body, id: '', to: '' }, { ...unknown.body, id: '', to: '' });
    assert.equal((await aConsole(desk).post('/staff/links', { email: EVE })).status, 202);
    await desk.backend.settled();
    assert.deepEqual(desk.mails, []);
    assert.match(desk.logged(), /"event":"code_not_sent"[^}]*"reason":"too_many_mails"/);
    assert.match(desk.logged(), /"event":"staff_link_not_sent"[^}]*"reason":"too_many_mails"/);
  });

  test('when there are none left are told whoever is known to have the address', async () => {
    const eve = await aCustomerVisitor(desk, EVE);
    desk.mails.length = 0;
    await useUp(19);
    desk.clock.pass(31);
    const { status, body } = await eve.post('/identity/challenges', { self: true });
    assert.deepEqual([status, body.retryAfter], [429, DAY - 31]);
    await desk.backend.settled();
    assert.deepEqual(desk.mails, []);
  });

  test('keep an answer for the next day, and no longer than it is news', async () => {
    const talk = await anUnseenAnswer();
    await useUp(14);
    await mailUnseen();
    assert.deepEqual([sent(), logged], [[], ['answer_put_off']]);
    desk.clock.pass(DAY);
    await mailUnseen();
    assert.deepEqual([sent(), logged], [[`${EVE} false`], []]);
    await mailUnseen();
    assert.deepEqual(sent(), []);
    assert.ok(talk);
  });

  test('keep no answer that would be no news by then', async () => {
    await anUnseenAnswer();
    await useUp(14);
    for (const event of ['answer_put_off', 'answer_not_mailed']) {
      await mailUnseen();
      assert.deepEqual(logged, [event]);
      desk.clock.pass(DAY);
      await useUp(14);
    }
    desk.clock.pass(DAY);
    await mailUnseen();
    assert.deepEqual([sent(), logged], [[], []]);
  });
});

/** All that codes may use, or so many. */
async function useUp(count = 20): Promise<void> {
  for (let nth = 0; nth < count; nth++) await desk.limits.ofCode(desk.shop, 'key', EVE);
}
