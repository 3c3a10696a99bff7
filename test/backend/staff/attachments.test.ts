import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { MessagePage } from '../../../src/contract/conversations.ts';
import { InboxThread } from '../../../src/contract/inbox.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, aTalk, CONSOLE } from '../../builders/colleague.ts';
import { aPdf, aPicture, aPrivatePicture, secrets } from '../../builders/pictures.ts';
import { aCustomer } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { signed } from '../live/signed.ts';

const MARA = 'mara@kern.example';
let desk: BackendUnderTest;
let jo: Visitor;
let mara: Visitor;
beforeEach(async () => {
  const rows = [
    aCustomer({ id: 'mara', email: MARA }),
    aCustomer({ id: 'bo', email: 'bo@l.example' }),
  ];
  desk = await aBackend({ rows, ports: { consoleAddress: () => CONSOLE } });
  await aTalk(desk);
  jo = await aColleague(desk);
  mara = await aCustomerVisitor(desk, MARA);
});
afterEach(() => desk.close());

const send = async (
  raw: BodyInit = aPicture('image/png'),
  type = 'image/png',
  from = jo,
): Promise<string> => {
  const headers = { 'Content-Type': type };
  const path = from === jo ? '/staff/uploads' : '/uploads';
  return (await from.send('POST', path, { raw, headers })).body.id;
};
let count = 0;
const answer = (named: object, seen = 9) =>
  jo.post(
    '/staff/conversations/maras-talk/messages',
    { client: `an-answer-${(count += 1)}`, seen, ...named },
    { key: null },
  );
const note = (named: object) => jo.post('/staff/conversations/maras-talk/notes', named);
const thread = async () =>
  InboxThread.parse((await jo.get('/staff/conversations/maras-talk')).body);
const sees = async (who: Visitor, id: string) => (await who.get(`/uploads/${id}`)).status;

describe('Somebody of the shop', () => {
  test('answers with pictures and documents, which the shopper sees as such', async () => {
    const [picture, paper] = [await send(), await send(aPdf(), 'application/pdf')];
    const names = ['Größen.pdf'];
    const told = await answer({ photos: [picture], documents: [paper], names });
    assert.equal(told.status, 200);
    const page = MessagePage.parse((await mara.get('/conversations/maras-talk/messages')).body);
    const { text, from, photos, documents } = page.items.at(-1)!;
    assert.deepEqual([from, text, photos], ['staff', '', [picture]]);
    assert.deepEqual(documents, [{ id: paper, name: 'Größen.pdf', size: aPdf().length }]);
    const { status, headers } = await mara.get(`/uploads/${paper}`);
    assert.equal(status, 200);
    assert.equal(
      headers.get('content-disposition'),
      `attachment; filename="Gr__en.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fen.pdf`,
    );
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(await sees(mara, picture), 200);
    const bo = await aCustomerVisitor(desk, 'bo@l.example');
    assert.deepEqual([await sees(bo, picture), await sees(bo, paper)], [404, 404]);
  });

  test('keeps what a note names from the shopper, whoever it is', async () => {
    const [picture, paper] = [await send(), await send(aPdf(), 'application/pdf')];
    const { status, body } = await note({ text: '', photos: [picture], documents: [paper] });
    assert.equal(status, 200);
    const documents = [{ id: paper, name: 'document.pdf', size: aPdf().length }];
    assert.deepEqual([body['photos'], body['documents']], [[picture], documents]);
    const [kept] = (await thread()).notes;
    assert.deepEqual([kept?.photos, kept?.documents], [[picture], documents]);
    assert.deepEqual([await sees(mara, picture), await sees(mara, paper)], [404, 404]);
    assert.equal((await jo.get(`/staff/uploads/${paper}`)).status, 200);
    const again = await answer({ photos: [picture] });
    assert.equal(again.body.code, 'upload_not_found');
  });

  test('shows nothing before it is sent, and nothing that is not their own', async () => {
    const picture = await send();
    assert.equal(await sees(mara, picture), 404);
    const hers = await send(aPicture('image/png'), 'image/png', mara);
    for (const told of [await answer({ photos: [hers] }), await note({ photos: [hers] })])
      assert.deepEqual([told.status, told.body.code], [422, 'upload_not_found']);
    assert.equal((await thread()).notes.length, 0);
  });

  test('keeps their files where a colleague was first', async () => {
    const picture = await send();
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    await lena.post(
      '/staff/conversations/maras-talk/messages',
      { client: 'lena-was-first', text: 'Yes', seen: 1 },
      { key: null },
    );
    assert.equal((await answer({ photos: [picture] }, 1)).body.code, 'answered_meanwhile');
    assert.equal(await sees(mara, picture), 404);
    assert.equal((await answer({ photos: [picture] }, 3)).status, 200);
    assert.equal(await sees(mara, picture), 200);
  });

  test('is told what is not taken, as a shopper is, and tells no place either', async () => {
    const told = async (raw: BodyInit, type: string) => {
      const headers = { 'Content-Type': type };
      return (await jo.send('POST', '/staff/uploads', { raw, headers })).body.code;
    };
    assert.equal(await told('<svg onload="alert(1)">', 'image/png'), 'file_not_as_said');
    assert.equal(await told('<svg/>', 'image/svg+xml'), 'file_type_refused');
    assert.equal((await answer({})).body.code, 'validation_failed');
    const id = await send(aPrivatePicture('image/jpeg'), 'image/jpeg');
    const { response } = await jo.get(`/staff/uploads/${id}`);
    const kept = Buffer.from(await response.arrayBuffer()).toString('latin1');
    for (const secret of secrets) assert.ok(!kept.includes(secret), secret);
  });

  test('has what they sent forgotten with the customer it was sent to', async () => {
    const [shown, noted] = [await send(), await send()];
    await answer({ photos: [shown] });
    await note({ photos: [noted] });
    const { body } = await mara.get('/customer/export');
    const { uploads = [] } = body['tables'] as Record<string, { id: string }[]>;
    assert.deepEqual(uploads.map(({ id }) => id).sort(), ['maras-picture', shown, noted].sort());
    const updatedAt = desk.clock.now.toISOString();
    const gone = { type: 'customer', id: 'mara', deleted: true, updatedAt };
    await desk.visitor({ origin: null }).send('POST', '/webhooks/customers', signed(desk, gone));
    for (const id of [shown, noted])
      assert.equal(await desk.storage.uploads.read('alder', id), undefined);
  });
});
