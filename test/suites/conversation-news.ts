import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { webhookEventSchema } from '../../src/contract/webhook-events.ts';
import type { Shop, Storage } from '../../src/backend/ports.ts';
import {
  answered,
  asked,
  begun,
  closed,
  marked,
  reopened,
  snoozed,
  type ConversationRecord,
  type Step,
} from '../../src/domain/conversations/conversations.ts';
import { anEndpoint, aShop } from '../builders/shop.ts';
import { toldBy } from '../builders/told.ts';

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + minute * 60_000).toISOString();
const unsaid = (conversation: ConversationRecord): Step => ({ conversation, messages: [] });

/** What the shop's own systems are told of conversations, on every engine. */
export function conversationNewsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`news of conversations: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const listening = (id: string, ...events: string[]) =>
      aShop({ id, webhooks: [anEndpoint({ events: events.length ? events : ['*'] })] });
    const aTalk = async (shop: Shop, id = 'talk') =>
      storage.conversations.open(shop.id, { customer: 'mara' }, { id, record: begun(at(0)) });
    const ask = (shop: Shop, text: string, minute = 1, client = text) =>
      storage.conversations.write(shop, 'talk', {
        client,
        decide: (held) => asked(held, { client, text }, at(minute)),
      });
    const reply = (
      shop: Shop,
      text: string,
      minute: number,
      from: 'staff' | 'assistant' = 'staff',
    ) =>
      storage.conversations.write(shop, 'talk', {
        decide: (held) =>
          answered(held, { from, text, ...(from === 'staff' && { name: 'Jo' }) }, at(minute)),
      });
    const close = (shop: Shop, minute: number) =>
      storage.inbox.change(shop, 'talk', {
        ...{ at: at(minute), decide: (held) => closed(held, at(minute)) },
      });
    const told = (shop: Shop) => toldBy({ shop, storage });
    /** As one reads them: what it is, and what was said. */
    const linesOf = async (shop: Shop) =>
      (await told(shop)).map((event) => {
        assert.deepEqual(webhookEventSchema(event.type).strict().parse(event), event);
        assert.equal(event.shop, shop.id);
        const what = event.type.replace('conversation.', '');
        assert.ok('conversation' in event.data);
        if (!('message' in event.data)) return `${what} ${event.data.conversation.state}`;
        const { sequence, from, text } = event.data.message;
        return `${what} ${sequence} ${from} ${text}`;
      });

    test('tell what is written, and when it is done or taken up again, each once and in order', async () => {
      const shop = listening('whole');
      await aTalk(shop);
      assert.deepEqual(await told(shop), [], 'only opened');
      await ask(shop, 'Hello?');
      await ask(shop, 'Hello?', 2);
      await reply(shop, 'One moment', 3, 'assistant');
      await reply(shop, 'Here I am', 4);
      await close(shop, 5);
      await close(shop, 6);
      await ask(shop, 'And now?', 7);
      assert.deepEqual(await linesOf(shop), [
        ...['created open', 'message_added 1 shopper Hello?'],
        ...['message_added 2 assistant One moment', 'message_added 4 staff Here I am'],
        ...['closed closed', 'reopened open', 'message_added 6 shopper And now?'],
      ]);
    });

    test('come in the order of what is said, whoever writes at once', async () => {
      const shop = listening('busy');
      await aTalk(shop);
      await Promise.all(
        Array.from({ length: 12 }, (_, nth) =>
          nth % 3 ? ask(shop, `b-${nth}`) : reply(shop, `s-${nth}`, 1, 'assistant'),
        ),
      );
      const events = await told(shop);
      const sequences = events.flatMap(({ data }) =>
        'message' in data ? data.message.sequence : [],
      );
      assert.deepEqual(
        sequences,
        Array.from({ length: 12 }, (_, nth) => nth + 1),
      );
      assert.equal(events[0]?.type, 'conversation.created');
      assert.equal(events.length, 13);
    });

    test('say when it was, also where nothing is said', async () => {
      const shop = listening('when');
      await aTalk(shop);
      await ask(shop, 'Hello?', 1);
      await close(shop, 5);
      await storage.inbox.change(shop, 'talk', {
        ...{ at: at(8), decide: (held) => unsaid(reopened(held)) },
      });
      assert.deepEqual(
        (await told(shop)).map((event) => event.at),
        [at(1), at(1), at(5), at(8)],
      );
    });

    test('tell what is done to several at once, and that it is taken back', async () => {
      const shop = listening('acts');
      await aTalk(shop);
      await ask(shop, 'Hello?');
      await told(shop);
      const act = { shop, id: 'act', staff: 'jo', expiresAt: at(20), ids: ['talk'] };
      await storage.acts.act({ ...act, at: at(5), decide: (held) => closed(held, at(5)) });
      await storage.acts.undo(shop, 'act', { staff: 'jo', now: at(6) });
      const events = await told(shop);
      assert.deepEqual(
        events.map((event) => [event.type, event.at]),
        [
          ['conversation.closed', at(5)],
          ['conversation.reopened', at(6)],
        ],
      );
    });

    test('leave out notes, marks, what is put off, and what a limit or another owner refuses', async () => {
      const shop = listening('quiet');
      const { conversations, inbox } = storage;
      const takes = { quotas: [{ key: 'quiet', most: 1, seconds: 60 }], now: at(1) };
      const decide = (held: ConversationRecord) => asked(held, { text: 'Hello?' }, at(1));
      await aTalk(shop);
      await conversations.write(shop, 'talk', { decide, takes });
      assert.equal((await told(shop)).length, 2);
      const note = { id: 'n-1', after: 1, at: at(2), by: 'Lena', text: 'Lot 2609' };
      await inbox.addNote(shop.id, 'talk', note);
      await conversations.write(shop, 'talk', {
        decide: (held) => unsaid(marked(held, 'shop', { seen: 1 })),
      });
      await inbox.change(shop, 'talk', {
        ...{ at: at(3), tags: ['Late'], decide: (held) => unsaid(snoozed(held, at(90))) },
      });
      assert.equal(await conversations.write(shop, 'talk', { decide, takes }), 'used_up');
      const others = await conversations.write(shop, 'talk', { decide, of: { customer: 'bo' } });
      assert.equal(others, 'not_found');
      assert.deepEqual(await told(shop), []);
    });

    test('tell nothing of what is rolled back', async () => {
      const shop = listening('rolled');
      await aTalk(shop);
      const failing = () => Promise.reject(new Error('No answer to keep'));
      const decide = (held: ConversationRecord) => asked(held, { text: 'Hello?' }, at(1));
      await assert.rejects(storage.conversations.write(shop, 'talk', { decide }, failing));
      assert.deepEqual(await told(shop), []);
    });

    test('go to each endpoint that wants them, and to no other shop', async () => {
      const one = 'https://one.example/';
      const two = 'https://two.example/';
      const shop = aShop({
        id: 'mine',
        webhooks: [
          anEndpoint({ url: one, events: ['conversation.created', 'order.*'] }),
          anEndpoint({ url: two, events: ['conversation.*'] }),
        ],
      });
      const other = listening('other');
      for (const each of [shop, other]) await aTalk(each);
      await ask(shop, 'Hello?');
      assert.deepEqual(await told(other), []);
      assert.deepEqual(await linesOf(shop), ['created open']);
      const second = { ...shop, webhooks: [shop.webhooks![1]!] };
      assert.deepEqual(await linesOf(second), ['created open', 'message_added 1 shopper Hello?']);
    });
  });
}
