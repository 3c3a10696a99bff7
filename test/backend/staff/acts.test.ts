import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { InboxActed, InboxUndone } from '../../../src/contract/inbox-acts.ts';
import { asked, begun } from '../../../src/domain/conversations/conversations.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import type { Visitor } from '../../builders/visitor.ts';

const ids = ['of-ana', 'of-ben', 'of-cleo'];

let desk: BackendUnderTest;
let jo: Visitor;
beforeEach(async () => {
  desk = await aBackend({ ports: { consoleAddress: () => CONSOLE } });
  jo = await aColleague(desk, { role: 'admin' });
  for (const id of ids) {
    const record = begun(desk.clock.now.toISOString());
    await desk.storage.conversations.open('alder', { session: id }, { id, record });
    await says(id, 'Hello?');
  }
});
afterEach(() => desk.close());

const says = (id: string, text: string) =>
  desk.storage.conversations.write({ id: 'alder' }, id, {
    decide: (held) => asked(held, { text }, desk.clock.now.toISOString()),
  });
const act = async (body: object) =>
  (await jo.post('/staff/inbox/acts', body)).body as unknown as InboxActed;
const undo = (id: string, page = jo) => page.post(`/staff/inbox/acts/${id}/undo`, {});
const read = async (id: string) => {
  const found = await desk.storage.inbox.read('alder', id);
  return [found?.state, found?.assignee, found?.askedAt !== undefined, found?.tags];
};

describe('What is done to some conversations at once', () => {
  test('is done to each there is, and written down of each', async () => {
    const acted = await act({
      ...{ ids: ['of-ana', 'of-ben', 'of-nobody', 'of-ana'], tag: 'Sizes' },
      ...{ assignee: 'staff-jo', state: 'closed' },
    });
    assert.deepEqual(acted.changed, ['of-ana', 'of-ben']);
    for (const id of acted.changed)
      assert.deepEqual(await read(id), ['closed', 'staff-jo', false, ['Sizes']]);
    assert.deepEqual(await read('of-cleo'), ['open', undefined, true, []]);
    const audit = (await jo.get('/staff/audit')).body.items as unknown as Record<string, string>[];
    const noted = audit.filter(({ subject }) => subject === 'of-ben').map(({ action }) => action);
    assert.deepEqual(noted.sort(), ['assigned', 'closed', 'tagged']);
  });

  test('is taken back whole, with how long each has waited; once, by who did it', async () => {
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    const until = '2026-12-01T09:00:00.000Z';
    const { id } = await act({ ids, assignee: 'staff-lena', state: 'snoozed', until, tag: 'Late' });
    assert.equal((await undo(id, lena)).body.code, 'not_found');
    const undone = (await undo(id)).body as unknown as InboxUndone;
    assert.deepEqual(undone.restored, ids);
    for (const one of ids) assert.deepEqual(await read(one), ['open', undefined, true, []]);
    assert.equal((await undo(id)).body.code, 'not_found');
  });

  test('stays where somebody has gone on with it since', async () => {
    const { id } = await act({ ids, state: 'closed' });
    await says('of-ana', 'One more thing');
    await jo.send('PATCH', '/staff/conversations/of-ben', { body: { assignee: 'staff-jo' } });
    const undone = (await undo(id)).body as unknown as InboxUndone;
    assert.deepEqual(undone.restored, ['of-cleo']);
    assert.deepEqual(await read('of-ben'), ['closed', 'staff-jo', false, []]);
  });

  test('is past taking back after ten minutes', async () => {
    const { id } = await act({ ids, state: 'closed' });
    desk.clock.pass(10 * 60);
    assert.equal((await undo(id)).body.code, 'not_found');
  });
});
