import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Shop, Storage } from '../../../src/backend/ports.ts';
import type { StaffAction } from '../../../src/contract/staff.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, aConsole, aTalk, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';

const talk = '/staff/conversations/maras-talk';
const said = { client: 'an-answer-of-theirs', text: 'Very warm.', seen: 1 };

let desk: BackendUnderTest;
let jo: Visitor;
beforeEach(async () => {
  desk = await aBackend({
    rows: [aCustomer({ id: 'mara', email: 'mara@kern.example' })],
    ports: { consoleAddress: () => CONSOLE },
  });
  jo = await aColleague(desk);
  await aTalk(desk);
});
afterEach(() => desk.close());

const noted = async (action: StaffAction) => {
  const { items } = await desk.storage.staff.audit('alder', { action, limit: 9 });
  return items.map(({ by, subject }) => `${by}: ${subject}`);
};

interface Dying {
  other: BackendUnderTest;
  page: Visitor;
  close(): Promise<void>;
}

/** The same desk, in a process that ends before anything is written that is not in the work itself. */
async function dying(shop: Partial<Shop> = {}, who: Visitor = jo): Promise<Dying> {
  const staff = { ...desk.storage.staff, note: () => Promise.reject(new Error('killed')) };
  const storage: Storage = { ...desk.storage, staff };
  const other = await aBackend({ shop, ports: { storage, consoleAddress: () => CONSOLE } });
  const page = aConsole(other);
  for (const [name, value] of who.cookies) page.cookies.set(name, value);
  return { other, page, close: () => other.backend.close() };
}

describe('Who has done it is written down with it, should the process end right after', () => {
  test('a reply', async () => {
    const { page, close } = await dying();
    assert.equal((await page.post(`${talk}/messages`, said, { key: null })).status, 200);
    await close();
    assert.deepEqual(await noted('replied'), ['Jo: maras-talk']);
  });

  test('a note', async () => {
    const { page, close } = await dying();
    assert.equal((await page.post(`${talk}/notes`, { text: 'Lot 2609' })).status, 200);
    await close();
    assert.deepEqual(await noted('noted'), ['Jo: maras-talk']);
  });

  test('what is given to whose turn it is', async () => {
    const { other, close } = await dying({ assign: 'round_robin' });
    const shopper = other.visitor();
    shopper.token = (await shopper.post('/session', {})).body.token;
    const { id } = (await shopper.post('/conversations', {})).body;
    const words = { client: 'their-first-words', text: 'Hello?' };
    const told = await shopper.post(`/conversations/${id}/messages`, words, { key: null });
    assert.equal(told.status, 200);
    await close();
    assert.equal((await desk.storage.inbox.read('alder', id))?.assignee, 'staff-jo');
    assert.deepEqual(await noted('assigned'), [`front-desk-server: ${id}`]);
  });

  test('what is set, a saved reply, and who has signed out everywhere', async () => {
    const ada = await aColleague(desk, { email: 'ada@alder.example', name: 'Ada', role: 'admin' });
    const { page, close } = await dying({}, ada);
    const brand = { version: 0, value: { accent: '#24523f' } };
    const works: [StaffAction, string, 'PUT' | 'DELETE', string, object?][] = [
      ['setting_saved', 'brand', 'PUT', '/staff/settings/brand', brand],
      ['setting_reset', 'brand', 'DELETE', '/staff/settings/brand'],
      [
        'reply_saved',
        'a-greeting',
        'PUT',
        '/staff/replies/a-greeting',
        { name: 'Hi', text: 'Hello' },
      ],
      ['reply_removed', 'a-greeting', 'DELETE', '/staff/replies/a-greeting'],
      ['signed_out_everywhere', 'undefined', 'DELETE', '/staff/sessions'],
    ];
    for (const [action, subject, method, path, body] of works) {
      assert.ok((await page.send(method, path, body && { body })).status < 300, action);
      assert.deepEqual(await noted(action), [`Ada: ${subject}`]);
    }
    await close();
  });

  test('who has signed in, set up their app and signed out', async () => {
    const { other, close } = await dying();
    const bo = await aColleague(
      { ...other, storage: desk.storage },
      { email: 'bo@alder.example', name: 'Bo' },
    );
    assert.ok((await bo.send('DELETE', '/staff/session')).status < 300);
    await close();
    for (const action of ['second_factor_set', 'signed_in', 'signed_out'] as const)
      assert.equal((await noted(action)).filter((each) => each.startsWith('Bo')).length, 1, action);
  });
});

describe('What is not said', () => {
  test('is not written down: an answer that comes twice, or after a colleague’s', async () => {
    const send = (body: object) => jo.post(`${talk}/messages`, body, { key: null });
    await send(said);
    await send(said);
    const late = await send({ ...said, client: 'another-of-theirs' });
    assert.equal(late.body.code, 'answered_meanwhile');
    assert.deepEqual(await noted('replied'), ['Jo: maras-talk']);
  });
});
