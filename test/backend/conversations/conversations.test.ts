import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  createConversationDesk,
  type ConversationDesk,
} from '../../../src/backend/services/conversation-desk.ts';
import { conversationMail } from '../../../src/backend/channels/email/conversation-mail.ts';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import { createMailUnseen } from '../../../src/backend/services/conversation-mails.ts';
import {
  Conversation,
  ConversationList,
  Message,
  MessagePage,
} from '../../../src/contract/conversations.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPdf, aPicture } from '../../builders/pictures.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from '../identity/flows.ts';
import { listen } from '../live/events.ts';
import { signed } from '../live/signed.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];

let desk: BackendUnderTest;
let staff: ConversationDesk;
beforeEach(async () => {
  desk = await aBackend({ rows });
  const { bus, storage, clock } = desk;
  staff = createConversationDesk({ store: storage.conversations, bus, clock: () => clock.now });
});
afterEach(() => desk.close());

async function aVisitor(): Promise<Visitor> {
  const visitor = desk.visitor();
  visitor.token = (await visitor.post('/session', {})).body.token;
  return visitor;
}
const unseenMailer = () =>
  createMailUnseen({
    ...{ store: desk.storage.conversations, shops: shopsOf([desk.shop]), limits: desk.limits },
    ...{ letter: conversationMail, log: { info: () => undefined, error: assert.fail } },
    platform: createBuiltinPlatform(desk.storage, () => desk.clock.now),
    clock: () => desk.clock.now,
    mailer: { send: async (mail) => void desk.mails.push(mail) },
  });
const open = async (visitor: Visitor): Promise<string> =>
  (await visitor.post('/conversations', {})).body.id;
const write = (visitor: Visitor, id: string, client: string, text = `text of ${client}`) =>
  visitor.post(`/conversations/${id}/messages`, { client, text }, { key: null });
const pageOf = async (visitor: Visitor, id: string, query = '') =>
  MessagePage.parse((await visitor.get(`/conversations/${id}/messages${query}`)).body);
const textsOf = async (visitor: Visitor, id: string, query = '') =>
  (await pageOf(visitor, id, query)).items.map(
    ({ from, text, event }) => `${from} ${event ?? text}`,
  );
const listOf = async (visitor: Visitor) =>
  ConversationList.parse((await visitor.get('/conversations')).body);

describe('A conversation', () => {
  test('goes to and fro, live, with marks on either side', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const id = await open(mara);
    const tab = await listen(mara);
    assert.equal((await write(mara, id, 'client-1', ' Is it warm? ')).body.sequence, 1);
    assert.deepEqual(await tab.change(), { topic: 'conversation', id });
    const { conversation } = await pageOf(mara, id);
    assert.deepEqual([conversation.state, conversation.shop], ['open', { delivered: 0, seen: 0 }]);

    const [waits] = await staff.list(desk.shop, { states: ['open'], most: 5 });
    assert.equal(waits?.preview?.text, 'Is it warm?');
    await staff.show(desk.shop, id, 50);
    assert.deepEqual(await tab.change(), { topic: 'conversation', id });
    assert.equal((await pageOf(mara, id)).conversation.shop.seen, 1);

    await staff.typing(desk.shop, id);
    assert.deepEqual(await tab.change(), { topic: 'typing', id });
    desk.clock.pass(90);
    await staff.reply(desk.shop, id, { text: 'Very.', name: 'Jonas' });
    assert.deepEqual(await tab.change(), { topic: 'conversation', id });
    assert.deepEqual(await textsOf(mara, id, '?after=1'), ['system joined', 'staff Very.']);

    const [own] = (await listOf(mara)).items;
    assert.deepEqual([own?.state, own?.unread, own?.staff], ['waiting', 2, 'Jonas']);
    await mara.post(`/conversations/${id}/marks`, { seen: 3 }, { key: null });
    assert.equal((await listOf(mara)).items[0]?.unread, 0);
    await tab.leave();
  });

  test('takes a message once, however often it is sent', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => write(visitor, id, 'client-1', 'Hello')),
    );
    assert.deepEqual(new Set(sent.map(({ body }) => body.sequence)), new Set([1]));
    assert.deepEqual(await textsOf(visitor, id), ['shopper Hello']);
  });

  test('opened fifty times at once is one', async () => {
    const visitor = await aVisitor();
    const ids = await Promise.all(Array.from({ length: 50 }, () => open(visitor)));
    assert.equal(new Set(ids).size, 1);
  });

  test('joins a customer, or a guest, when its visitor tells who they are', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    await write(visitor, id, 'client-1', 'Hello');
    const { body: found } = await visitor.post('/identity/lookups', {
      number: '4182',
      email: MARA,
    });
    visitor.token = found.token;
    assert.deepEqual(await textsOf(visitor, id), ['shopper Hello']);
    const { body: challenge } = await visitor.post('/identity/challenges', { email: MARA });
    const answer = { code: await desk.code(MARA) };
    const { body } = await visitor.post(`/identity/challenges/${challenge.id}/answer`, answer);
    visitor.token = body.token;
    assert.deepEqual(await textsOf(visitor, id), ['shopper Hello']);
    const guest = await aGuestVisitor(desk, '4182', MARA);
    assert.equal((await guest.get(`/conversations/${id}/messages`)).status, 404);
  });

  test('tells who writes too fast how long to wait, and counts no message twice', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    for (let nth = 0; nth < 19; nth++) await write(visitor, id, `client-${nth}`);
    for (let again = 0; again < 5; again++) await write(visitor, id, 'client-0');
    assert.equal((await write(visitor, id, 'client-19')).status, 200);
    const { status, body } = await write(visitor, id, 'client-20');
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_messages', 60]);
    desk.clock.pass(60);
    assert.equal((await write(visitor, id, 'client-20')).status, 200);
  });

  test('shows pictures that are the writer’s own, once', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const id = await open(mara);
    const raw = aPicture('image/png');
    const headers = { 'Content-Type': 'image/png' };
    const { body: upload } = await mara.send('POST', '/uploads', { raw, headers });
    const show = (visitor: Visitor, conversation: string, client: string) =>
      visitor.post(
        `/conversations/${conversation}/messages`,
        { client, photos: [upload.id] },
        { key: null },
      );
    const visitor = await aVisitor();
    const other = await show(visitor, await open(visitor), 'client-1');
    assert.equal(other.body.code, 'upload_not_found');
    const { body } = await show(mara, id, 'client-1');
    assert.deepEqual(Message.parse(body).photos, [upload.id]);
    assert.equal((await show(mara, id, 'client-2')).body.code, 'upload_not_found');
  });

  test('names a document as a document, and a picture as a picture', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const id = await open(mara);
    const upload = async (raw: BodyInit, type: string) => {
      const headers = { 'Content-Type': type };
      return (await mara.send('POST', '/uploads', { raw, headers })).body.id;
    };
    const paper = await upload(aPdf(), 'application/pdf');
    const picture = await upload(aPicture('image/png'), 'image/png');
    const say = (client: string, named: object) =>
      mara.post(`/conversations/${id}/messages`, { client, ...named }, { key: null });
    for (const wrong of [{ photos: [paper] }, { documents: [picture] }, { documents: ['none'] }])
      assert.equal((await say('client-1', wrong)).body.code, 'upload_not_found');
    const names = ['../Bill <März>.pdf'];
    const named = [{ id: paper, name: 'Bill März.pdf', size: aPdf().length }];
    const { body } = await say('client-1', { photos: [picture], documents: [paper], names });
    assert.deepEqual(Message.parse(body).documents, named);
    const page = await mara.get(`/conversations/${id}/messages`);
    assert.deepEqual(MessagePage.parse(page.body).items[0]?.documents, named);
    assert.equal((await say('client-2', { documents: [paper] })).body.code, 'upload_not_found');
  });

  test('says when a person answers: by the hours, and by the last answers', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    for (let nth = 0; nth < 5; nth++) {
      await write(visitor, id, `client-${nth}`);
      desk.clock.pass(100);
      await staff.reply(desk.shop, id, { text: 'So it is.' });
    }
    assert.deepEqual((await listOf(visitor)).answering, { open: true, minutes: 2 });
  });

  test('follows by mail, where its shopper wished so and does not see the answer', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    await write(visitor, id, 'client-1');
    const wish = { wanted: true, email: 'nobody@mail.example' };
    const mails = () => desk.mails.filter(({ to }) => to === wish.email);
    const mailUnseen = unseenMailer();
    const { body } = await visitor.post(`/conversations/${id}/mail`, wish);
    assert.equal(Conversation.parse(body).mailed, true);
    await staff.reply(desk.shop, id, { text: 'Seen <here>', name: 'Jonas' });
    await visitor.post(`/conversations/${id}/marks`, { seen: 9 }, { key: null });
    desk.clock.pass(120);
    await mailUnseen(desk.clock.now);
    assert.deepEqual(mails(), []);
    await staff.reply(desk.shop, id, { text: 'Not <seen>', name: 'Jonas' });
    desk.clock.pass(119);
    await mailUnseen(desk.clock.now);
    assert.deepEqual(mails(), []);
    desk.clock.pass(1);
    await Promise.all([mailUnseen(desk.clock.now), mailUnseen(desk.clock.now)]);
    const [mail, ...others] = mails();
    assert.equal(others.length, 0);
    assert.match(mail!.html, /Jonas.*Not &lt;seen&gt;/s);
    assert.match(mail!.text, new RegExp(`#front-desk/talk/${id}`));
    assert.doesNotMatch(mail!.text, /Seen <here>/);
    assert.doesNotMatch(`${mail!.text}${mail!.html}`, /text of client-1/);
  });

  test('is mailed to its customer at their own address, and whole to nobody else', async () => {
    const visitor = await aVisitor();
    const id = await open(visitor);
    await write(visitor, id, 'client-1');
    await visitor.post(`/conversations/${id}/mail`, { wanted: true, email: 'nobody@mail.example' });
    await staff.reply(desk.shop, id, { text: 'Not <seen>', name: 'Jonas' });
    const whole = () => visitor.post(`/conversations/${id}/transcript`, {});
    assert.equal((await whole()).body.code, 'code_required');
    const { body: challenge } = await visitor.post('/identity/challenges', { email: MARA });
    const answer = { code: await desk.code(MARA) };
    visitor.token = (
      await visitor.post(`/identity/challenges/${challenge.id}/answer`, answer)
    ).body.token;
    assert.equal((await whole()).status, 202);
    const { to, text } = desk.mails.at(-1)!;
    assert.equal(to, MARA);
    assert.match(text, /You, .*text of client-1.*Not <seen>/s);
    const again = await whole();
    assert.deepEqual([again.status, again.body.retryAfter], [429, 300]);
    await staff.reply(desk.shop, id, { text: 'And warm.', name: 'Jonas' });
    desk.clock.pass(120);
    await unseenMailer()(desk.clock.now);
    assert.match(desk.mails.at(-1)!.text, /And warm\./);
    assert.ok(desk.mails.every((mail) => mail.to === MARA));
  });

  test('names its files in its mails, which carry no way to them but the conversation', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const id = await open(mara);
    const upload = async (raw: BodyInit, type: string) => {
      const headers = { 'Content-Type': type };
      return (await mara.send('POST', '/uploads', { raw, headers })).body.id;
    };
    const picture = await upload(aPicture('image/png'), 'image/png');
    const paper = await upload(aPdf(), 'application/pdf');
    await mara.post(
      `/conversations/${id}/messages`,
      { client: 'client-1', photos: [picture], documents: [paper], names: ['<b>R&D</b>.pdf'] },
      { key: null },
    );
    await mara.post(`/conversations/${id}/transcript`, {});
    const { text, html } = desk.mails.at(-1)!;
    assert.match(text, /You, .*\n\[Picture\]\n\[b.pdf\]/);
    assert.match(html, /\[Picture\]<br>\[b.pdf\]/);
    for (const secret of [picture, paper, '/uploads/'])
      for (const part of [text, html]) assert.ok(!part.includes(secret), secret);
  });

  test('goes with the customer when they are erased', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    const id = await open(mara);
    await write(mara, id, 'client-1');
    const updatedAt = desk.clock.now.toISOString();
    const gone = { type: 'customer', id: 'mara', deleted: true, updatedAt };
    await desk.visitor({ origin: null }).send('POST', '/webhooks/customers', signed(desk, gone));
    assert.equal(await desk.storage.conversations.read('alder', id), undefined);
  });
});
