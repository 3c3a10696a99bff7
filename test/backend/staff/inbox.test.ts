import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { MessagePage } from '../../../src/contract/conversations.ts';
import type { InboxPage, InboxThread } from '../../../src/contract/inbox.ts';
import type { StaffFound } from '../../../src/contract/staff-search.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, addStaff, aTalk, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer, anOrder, aProduct } from '../../builders/rows.ts';
import type { Told, Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const talk = '/staff/conversations/maras-talk';

let desk: BackendUnderTest;
let jo: Visitor;
let mara: Visitor;
beforeEach(async () => {
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA, firstName: 'Mara', lastName: 'Kern' }),
      anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
      aCustomer({ id: 'bo', email: 'bo@oak.example' }),
      anOrder({ id: 'o-of-bo', number: 'B-77', customer: 'bo', email: 'bo@oak.example' }),
      aProduct({ id: 'parka', name: 'Parka' }),
    ],
    ports: { consoleAddress: () => CONSOLE },
  });
  mara = await aCustomerVisitor(desk, MARA);
  jo = await aColleague(desk);
  await aTalk(desk);
});
afterEach(() => desk.close());

const inbox = async (view = 'open') =>
  (await jo.get(`/staff/conversations?view=${view}`)).body as unknown as InboxPage;
const thread = async () => (await jo.get(talk)).body as unknown as InboxThread;
const reply = (text: string, seen: number, page = jo): Promise<Told> =>
  page.post(`${talk}/messages`, { client: `client of ${text}`.replaceAll(' ', '-'), text, seen });

/** What a stream tells, a change at a time. */
async function listen(page: Visitor, path: string): Promise<() => Promise<unknown>> {
  const { response } = await page.get(path);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return async () => {
    let found: RegExpExecArray | null;
    while (!(found = /data: (.*)\n\n/.exec(heard))) heard += (await reader.read()).value ?? '';
    heard = heard.slice(found.index + found[0].length);
    return JSON.parse(found[1]!);
  };
}

describe('Where a shop assigns in turn', () => {
  test('what a shopper writes is given to those at work, one after the other', async () => {
    const own = await aBackend({
      shop: { assign: 'round_robin' },
      rows: [aCustomer({ id: 'mara', email: MARA })],
      ports: { consoleAddress: () => CONSOLE },
    });
    const ask = async (): Promise<string | undefined> => {
      own.clock.pass(1);
      const visitor = own.visitor();
      visitor.token = (await visitor.post('/session', {})).body.token;
      const { id } = (await visitor.post('/conversations', {})).body;
      const said = { client: 'their-first-words', text: 'Hello?' };
      await visitor.post(`/conversations/${id}/messages`, said, { key: null });
      // the second time it is somebody's
      await visitor.post(`/conversations/${id}/messages`, { ...said, client: 'their-next-words' });
      return (await own.storage.inbox.read('alder', id))?.assignee;
    };
    await addStaff(own, { email: 'off@alder.example', name: 'Away' });
    assert.equal(await ask(), undefined);
    await aColleague(own);
    await aColleague(own, { email: 'lena@alder.example', name: 'Lena' });
    const given = [await ask(), await ask(), await ask()];
    assert.deepEqual(given, ['staff-jo', 'staff-lena', 'staff-jo']);
    const { items } = await own.storage.staff.audit('alder', { action: 'assigned', limit: 9 });
    assert.deepEqual(
      items.map(({ by, detail }) => `${by}: ${detail}`),
      ['front-desk-server: Jo', 'front-desk-server: Lena', 'front-desk-server: Jo'],
    );
    own.clock.pass(2 * 60 * 60);
    assert.equal(await ask(), undefined);
    await own.close();
  });
});

describe('The inbox', () => {
  test('shows who writes, what, and that nobody has seen it', async () => {
    const { items, counts } = await inbox();
    const [first] = items;
    assert.deepEqual(first?.with, { id: 'mara', name: 'Mara Kern', email: MARA });
    assert.deepEqual([first?.preview?.text, first?.unseen], ['Is the Field coat warm?', 1]);
    assert.deepEqual(counts, {
      ...{ open: 1, mine: 0, unassigned: 1, waiting: 0, snoozed: 0, mentions: 0 },
    });
  });

  test('hands an answer to the shopper, and the conversation to who answers', async () => {
    const told = await reply('Very warm.', 1);
    assert.equal(told.status, 200);
    const messages = await mara.get('/conversations/maras-talk/messages');
    const items = messages.body.items as unknown as Record<string, string>[];
    assert.deepEqual(
      items.map(({ from, name, text }) => [from, name, text]),
      [
        ['shopper', undefined, 'Is the Field coat warm?'],
        ['system', 'Jo', ''],
        ['staff', 'Jo', 'Very warm.'],
      ],
    );
    const { conversation } = await thread();
    assert.deepEqual(
      [conversation.state, conversation.assignee, conversation.unseen],
      ['waiting', 'staff-jo', 0],
    );
  });

  test('shows the shopper cards of what is theirs, and answers to choose from', async () => {
    const cards = [
      { kind: 'order', id: 'o-1' },
      { kind: 'product', id: 'parka' },
    ];
    const said = { client: 'with-cards', text: '', cards, choices: ['Yes, please', 'No'], seen: 1 };
    assert.equal((await jo.post(`${talk}/messages`, said)).status, 200);
    const { items } = MessagePage.parse(
      (await mara.get('/conversations/maras-talk/messages')).body,
    );
    const shown = items.at(-1);
    assert.deepEqual(
      shown?.cards?.map(({ kind, title }) => `${kind} ${title}`),
      ['order 4182', 'product Parka'],
    );
    assert.deepEqual(shown?.choices, ['Yes, please', 'No']);
    const found = (await jo.get('/staff/search?words=park')).body as unknown as StaffFound;
    assert.deepEqual(found.products[0]?.name, 'Parka');
  });

  test('shows nobody a card of what is another’s, or is not there', async () => {
    const show = (card: object, client: string) =>
      jo.post(`${talk}/messages`, { client, text: 'Here', cards: [card], seen: 1 });
    for (const [nth, card] of [
      { kind: 'order', id: 'o-of-bo' },
      { kind: 'order', id: 'never-was' },
      { kind: 'return', id: 'never-was' },
      { kind: 'product', id: 'never-was' },
    ].entries())
      assert.equal((await show(card, `a-card-${nth}`)).body.code, 'card_not_found');
    assert.equal((await thread()).conversation.last, 1);
    const own = { client: 'mine-own', text: '', cards: [{ kind: 'order', id: 'o-of-bo' }] };
    const refused = await mara.post('/conversations/maras-talk/messages', own, { key: null });
    assert.equal(refused.body.code, 'card_not_found');
    const hers = { ...own, cards: [{ kind: 'order', id: 'o-1' }] };
    const sent = await mara.post('/conversations/maras-talk/messages', hers, { key: null });
    assert.equal(sent.status, 200);
  });

  test('saves answers to choose from with a reply', async () => {
    const reply = { name: 'Sizes', text: 'Which one?', choices: ['M', 'L'] };
    const lena = await aColleague(desk, { email: 'le@alder.example', name: 'Le', role: 'lead' });
    assert.equal(
      (await lena.send('PUT', '/staff/replies/a-saved-reply', { body: reply })).status,
      200,
    );
    const { items } = (await jo.get('/staff/replies')).body;
    assert.deepEqual(items, [{ id: 'a-saved-reply', ...reply }]);
  });

  test('writes an answer that comes twice once', async () => {
    const [one, other] = [await reply('Yes.', 1), await reply('Yes.', 1)];
    assert.deepEqual(one.body, other.body);
    assert.equal((await thread()).conversation.last, 3);
  });

  test('stops an answer where a colleague was first, and lets it pass once that was read', async () => {
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    await reply('Very warm.', 1, lena);
    assert.equal((await reply('It is warm.', 1)).body.code, 'answered_meanwhile');
    assert.equal((await reply('And light.', 3)).status, 200);
  });

  test('keeps notes from the shopper', async () => {
    await jo.post(`${talk}/notes`, { text: 'Lot 2609, replace' });
    const { notes } = await thread();
    assert.deepEqual(
      [notes[0]?.by, notes[0]?.text, notes[0]?.after],
      ['Jo', 'Lot 2609, replace', 1],
    );
    const said = await mara.get('/conversations/maras-talk/messages');
    const list = await mara.get('/conversations');
    assert.ok(!JSON.stringify([said.body, list.body]).includes('2609'));
  });

  test('shows a note to whom it names, until they have seen it, and in its view for good', async () => {
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    const note = (mentions: string[]) =>
      jo.post(`${talk}/notes`, { text: '@Lena have a look', mentions });
    assert.equal((await note(['staff-of-none'])).body.code, 'staff_not_found');
    assert.equal((await note(['staff-lena'])).status, 200);
    assert.deepEqual((await thread()).notes[0]?.mentions, ['staff-lena']);
    const hers = async () => {
      const { body } = await lena.get('/staff/conversations?view=mentions');
      const { items, counts } = body as unknown as InboxPage;
      return [items.map(({ mentioned }) => mentioned), counts.mentions];
    };
    assert.deepEqual(await hers(), [[true], 1]);
    assert.deepEqual((await inbox('mentions')).items, []);
    await jo.post(`${talk}/marks`, { seen: 1 }, { key: null });
    assert.deepEqual(await hers(), [[true], 1]);
    await lena.post(`${talk}/marks`, { seen: 1 }, { key: null });
    assert.deepEqual(await hers(), [[undefined], 0]);
  });

  test('changes whose it is, how urgent, what about; puts it off and takes it up again', async () => {
    const change = (body: object) => jo.send('PATCH', talk, { body });
    await change({ assignee: 'staff-jo', priority: 'urgent', tags: ['Sizes'] });
    assert.deepEqual((await inbox('mine')).items[0]?.tags, ['Sizes']);
    const nobody = await change({ assignee: 'staff-of-none' });
    assert.equal(nobody.body.code, 'staff_not_found');
    const until = '2026-11-24T09:00:00.000Z';
    assert.equal((await change({ state: 'snoozed', until })).status, 200);
    assert.equal((await inbox('snoozed')).items[0]?.snoozedUntil, until);
    assert.equal((await change({ state: 'snoozed' })).body.code, 'validation_failed');
    await change({ state: 'open', assignee: null });
    assert.equal((await inbox('unassigned')).items[0]?.priority, 'urgent');
    await change({ state: 'closed' });
    assert.equal((await inbox('closed')).items.length, 1);
  });

  test('tells the shopper how far the shop has read, and its people what they wrote', async () => {
    const heard = await listen(jo, '/staff/stream');
    await jo.post(`${talk}/marks`, { seen: 1 }, { key: null });
    assert.deepEqual(await heard(), { topic: 'conversation', id: 'maras-talk' });
    const list = await mara.get('/conversations');
    const [own] = list.body.items as unknown as { shop: object }[];
    assert.deepEqual(own?.shop, { delivered: 1, seen: 1 });
  });

  test('tells colleagues, and no shopper, who looks and who writes', async () => {
    const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena' });
    const [hers, maras] = [await listen(lena, '/staff/stream'), await listen(mara, '/stream')];
    await jo.post(`${talk}/presence`, { does: 'looks' }, { key: null });
    const told = { topic: 'presence', id: 'maras-talk', staff: 'staff-jo' };
    assert.deepEqual(await hers(), { ...told, does: 'looks' });
    await jo.post(`${talk}/typing`, undefined, { key: null });
    assert.deepEqual(await hers(), { ...told, does: 'writes' });
    assert.deepEqual(await maras(), { topic: 'typing', id: 'maras-talk' });
    const nowhere = '/staff/conversations/of-nobody/presence';
    assert.equal((await jo.post(nowhere, { does: 'looks' }, { key: null })).status, 404);
  });

  test('ends a stream when its reader signs out everywhere', async () => {
    const stream = await jo.get('/staff/stream');
    const text = stream.response.text();
    await jo.send('DELETE', '/staff/sessions');
    assert.match(await text, /"topic":"session"/);
  });

  test('finds customers by name and address, and orders by number', async () => {
    const find = async (words: string) => {
      const { body } = await jo.get(`/staff/search?words=${encodeURIComponent(words)}`);
      const { customers, orders } = body as unknown as StaffFound;
      return [customers.map(({ name }) => name), orders.map(({ number }) => number)];
    };
    for (const words of ['kern', 'MARA K', 'mara@'])
      assert.deepEqual(await find(words), [['Mara Kern'], []], words);
    assert.deepEqual(await find('#41'), [[], ['4182']]);
    assert.deepEqual(await find('%%'), [[], []]);
  });

  test('tells the story of the shopper beside it', async () => {
    await mara.send('PUT', '/wishlists/saved/items/parka', { body: {} });
    const { body } = await jo.get('/staff/customers/mara');
    const told = body as unknown as Record<string, { number?: string; id?: string }[]>;
    assert.deepEqual(
      [told['orders']?.[0]?.number, told['conversations']?.[0]?.id],
      ['4182', 'maras-talk'],
    );
  });
});
