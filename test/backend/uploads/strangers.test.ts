import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { MessagePage } from '../../../src/contract/conversations.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPdf, aPicture } from '../../builders/pictures.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor, VisitorOptions } from '../../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const DAY = 24 * 60 * 60;
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

async function aStranger(options?: VisitorOptions): Promise<Visitor> {
  const visitor = desk.visitor(options);
  visitor.token = (await visitor.post('/session', {})).body.token;
  return visitor;
}
const send = (from: Visitor, raw: BodyInit = aPicture('image/png'), type = 'image/png') =>
  from.send('POST', '/uploads', { raw, headers: { 'Content-Type': type } });
const open = async (visitor: Visitor): Promise<string> =>
  (await visitor.post('/conversations', {})).body.id;
let count = 0;
const show = (from: Visitor, talk: string, named: object) =>
  from.post(
    `/conversations/${talk}/messages`,
    { client: `client-${(count += 1)}`, ...named },
    { key: null },
  );
const sees = async (who: Visitor, id: string) => (await who.get(`/uploads/${id}`)).status;

describe('Somebody nobody knows', () => {
  test('shows pictures and documents in their own conversation', async () => {
    for (const who of [await aStranger(), await aGuestVisitor(desk, '4182', MARA)]) {
      const talk = await open(who);
      const { body: picture } = await send(who);
      const { body: paper } = await send(who, aPdf(), 'application/pdf');
      const said = await show(who, talk, { photos: [picture.id], documents: [paper.id] });
      assert.equal(said.status, 200);
      const page = MessagePage.parse((await who.get(`/conversations/${talk}/messages`)).body);
      assert.deepEqual(page.items[0]?.photos, [picture.id]);
      assert.deepEqual(page.items[0]?.documents?.[0]?.id, paper.id);
      assert.deepEqual([await sees(who, picture.id), await sees(who, paper.id)], [200, 200]);
    }
  });

  test('sees and shows nothing of anybody else’s, and is seen by nobody else', async () => {
    const one = await aStranger();
    const { body: picture } = await send(one);
    const others = [
      await aStranger(),
      await aGuestVisitor(desk, '4182', MARA),
      await aCustomerVisitor(desk, MARA),
    ];
    for (const other of others) {
      assert.equal(await sees(other, picture.id), 404);
      const told = await show(other, await open(other), { photos: [picture.id] });
      assert.equal(told.body.code, 'upload_not_found');
    }
    await show(one, await open(one), { photos: [picture.id] });
    for (const other of others) assert.equal(await sees(other, picture.id), 404);
    const { body: hers } = await send(others[2]!);
    assert.equal(await sees(one, hers.id), 404);
  });

  test('takes what they sent along when they tell who they are', async () => {
    const visitor = await aStranger();
    const before = visitor.token;
    const talk = await open(visitor);
    const { body: shown } = await send(visitor);
    const { body: chosen } = await send(visitor);
    await show(visitor, talk, { photos: [shown.id] });
    const { body: found } = await visitor.post('/identity/lookups', {
      number: '4182',
      email: MARA,
    });
    visitor.token = found.token;
    assert.equal(await sees(visitor, shown.id), 200);
    const { body: challenge } = await visitor.post('/identity/challenges', { email: MARA });
    const answer = { code: await desk.code(MARA) };
    const { body } = await visitor.post(`/identity/challenges/${challenge.id}/answer`, answer);
    visitor.token = body.token;
    assert.deepEqual([await sees(visitor, shown.id), await sees(visitor, chosen.id)], [200, 200]);
    assert.equal((await show(visitor, talk, { photos: [chosen.id] })).status, 200);
    visitor.token = before;
    assert.equal(await sees(visitor, shown.id), 404);
  });

  test('finds room for 20 files a day, fewer than a customer', async () => {
    const visitor = await aStranger();
    for (let nth = 0; nth < 20; nth += 1) assert.equal((await send(visitor)).status, 201);
    const { status, body } = await send(visitor);
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_files', DAY]);
    assert.equal((await send(await aStranger())).status, 201);
  });

  test('finds no more by being somebody else each time, from one network', async () => {
    const from = { address: '198.51.100.7' };
    for (let nth = 0; nth < 6; nth += 1) {
      const visitor = await aStranger(from);
      for (let more = 0; more < 20; more += 1) await send(visitor);
    }
    assert.equal((await send(await aStranger(from))).body.code, 'too_many_files');
    assert.equal((await send(await aStranger())).status, 201);
    assert.equal((await send(await aCustomerVisitor(desk, MARA, from))).status, 201);
  });

  test('is not believed about what a file is, either', async () => {
    const { status, body } = await send(await aStranger(), '<svg onload="alert(1)">');
    assert.deepEqual([status, body.code], [422, 'file_not_as_said']);
  });
});
