import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage } from '../../src/backend/ports.ts';
import type { InboxView } from '../../src/contract/inbox.ts';
import { priorities, type Priority } from '../../src/contract/priorities.ts';
import {
  answered,
  asked,
  assignedTo,
  begun,
  closed,
  snoozed,
  type ConversationRecord,
  type Step,
} from '../../src/domain/conversations/conversations.ts';

const unsaid = (conversation: ConversationRecord): Step => ({ conversation, messages: [] });
const at = (minute: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + minute * 60_000).toISOString();

/** What the inbox must keep on every engine. */
export function inboxSuite(name: string, open: () => Promise<Storage>): void {
  describe(`inbox: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    async function talk(
      shop: string,
      id: string,
      minute: number,
      { text = `Words of ${id}`, priority = 'normal' as Priority, assignee = '' } = {},
    ): Promise<void> {
      const owner = { session: `of ${id}` };
      await storage.conversations.open(shop, owner, { id, record: begun(at(minute)) });
      await storage.conversations.write({ id: shop }, id, {
        decide(held) {
          const put = { ...assignedTo(held, assignee || null), priority };
          return asked(put, { text }, at(minute));
        },
      });
    }
    const ids = async (shop: string, view: InboxView, more = {}) =>
      (await storage.inbox.list(shop, { view, staff: 'jo', limit: 50, ...more })).items.map(
        ({ id }) => id,
      );

    test('tells what waits: the most urgent first, then who waits longest, page by page', async () => {
      for (let nth = 0; nth < 9; nth++)
        await talk('oak', `t-${nth}`, nth, { priority: priorities[nth % 3]! });
      const whole = ['t-2', 't-5', 't-8', 't-1', 't-4', 't-7', 't-0', 't-3', 't-6'];
      assert.deepEqual(await ids('oak', 'open'), whole);
      const paged: string[] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page = await storage.inbox.list('oak', {
          ...{ view: 'open', staff: 'jo', limit: 2, cursor },
        });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
        more = cursor !== undefined;
      }
      assert.deepEqual(paged, whole);
    });

    test('tells what is due first before what is due later; who writes again keeps their place', async () => {
      for (const [id, minute, due] of [
        ['later', 1, 90],
        ['soon', 2, 30],
        ['unset', 60, undefined],
      ] as const) {
        await storage.conversations.open('yew', { session: id }, { id, record: begun(at(minute)) });
        await storage.conversations.write({ id: 'yew' }, id, {
          decide: (held) =>
            asked(held, { text: id }, at(minute), due === undefined ? due : at(due)),
        });
      }
      await storage.conversations.write({ id: 'yew' }, 'soon', {
        decide: (held) => asked(held, { text: 'Hello?' }, at(95), held.dueAt),
      });
      assert.deepEqual(await ids('yew', 'open'), ['soon', 'unset', 'later']);
      assert.equal((await storage.inbox.read('yew', 'soon'))?.dueAt, at(30));
    });

    test('has a view for each: mine, nobody’s, waiting, put off, done', async () => {
      await talk('elm', 'mine', 1, { assignee: 'jo' });
      await talk('elm', 'hers', 2, { assignee: 'lena' });
      await talk('elm', 'free', 3);
      for (const id of ['said', 'later', 'done']) await talk('elm', id, 4);
      const write = storage.conversations.write;
      await write({ id: 'elm' }, 'said', {
        decide: (held) => answered(held, { text: 'Yes', from: 'staff', name: 'Jo' }, at(5)),
      });
      await write({ id: 'elm' }, 'later', {
        decide: (held) => ({ conversation: snoozed(held, at(90)), messages: [] }),
      });
      await write({ id: 'elm' }, 'done', { decide: (held) => closed(held, at(5)) });
      assert.deepEqual(await ids('elm', 'open'), ['mine', 'hers', 'free']);
      assert.deepEqual(await ids('elm', 'mine'), ['mine']);
      assert.deepEqual(await ids('elm', 'unassigned'), ['free']);
      assert.deepEqual(await ids('elm', 'waiting'), ['said']);
      assert.deepEqual(await ids('elm', 'snoozed'), ['later']);
      assert.deepEqual(await ids('elm', 'closed'), ['done']);
      assert.deepEqual(await storage.inbox.counts('elm', 'jo'), {
        ...{ open: 3, mine: 1, mentions: 0, unassigned: 1, waiting: 1, snoozed: 1 },
      });
      assert.deepEqual(await ids('birch', 'open'), []);
    });

    test('finds words whatever their case, and no pattern of them', async () => {
      await talk('fir', 'seam', 1, { text: 'The SEAM is 100% open' });
      await talk('fir', 'size', 2, { text: 'Is it a 38 or a 39?' });
      assert.deepEqual(await ids('fir', 'closed', { search: 'seam' }), ['seam']);
      assert.deepEqual(await ids('fir', 'open', { search: '0% o' }), ['seam']);
      assert.deepEqual(await ids('fir', 'open', { search: 's_am' }), []);
      assert.deepEqual(await ids('ash', 'open', { search: 'seam' }), []);
    });

    test('keeps tags and notes of each, and counts what nobody has seen', async () => {
      const { inbox } = storage;
      await talk('yew', 'one', 1);
      for (const tags of [
        ['Swap', 'Damaged', 'Swap'],
        ['Damaged', 'Late'],
      ])
        await inbox.change({ id: 'yew' }, 'one', { at: at(1), decide: unsaid, tags });
      const note = { id: 'n-1', after: 1, at: at(2), by: 'Lena', text: 'Lot 2609' };
      await inbox.addNote('yew', 'one', note);
      const read = await inbox.read('yew', 'one');
      assert.deepEqual([read?.tags, read?.unseen], [['Damaged', 'Late'], 1]);
      assert.deepEqual(await inbox.notes('yew', 'one', 10), [note]);
      assert.deepEqual(await ids('yew', 'open', { tag: 'Late' }), ['one']);
      assert.deepEqual(await ids('yew', 'open', { tag: 'Swap' }), []);
      assert.equal(await inbox.read('oak', 'one'), undefined);
    });

    test('keeps what is written often, up to so many', async () => {
      const { replies } = storage;
      const sizes = { id: 'sizes', name: 'Sizes', text: 'It runs true to size.' };
      assert.equal(await replies.put('yew', sizes, 2), true);
      assert.equal(await replies.put('yew', { ...sizes, id: 'back', name: 'Back' }, 2), true);
      assert.equal(await replies.put('yew', { ...sizes, id: 'more' }, 2), false);
      assert.equal(await replies.put('yew', { ...sizes, text: 'It runs small.' }, 2), true);
      await replies.remove('yew', 'back');
      assert.deepEqual(await replies.all('yew'), [{ ...sizes, text: 'It runs small.' }]);
      assert.deepEqual(await replies.all('oak'), []);
    });
  });
}
