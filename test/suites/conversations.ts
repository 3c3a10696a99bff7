import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ConversationOwner, Storage } from '../../src/backend/ports.ts';
import {
  answered,
  asked,
  begun,
  mailedTo,
  type ConversationRecord,
  marked,
  snoozed,
} from '../../src/domain/conversations/conversations.ts';
import { joins } from '../builders/joins.ts';

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + minute * 60_000).toISOString();
const fresh = (id: string, minute = 0) => ({ id, record: begun(at(minute)) });
const much = { limit: 100 };

/** What a store of conversations must keep on every engine. */
export function conversationsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`conversations: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const ask = (id: string, client: string, minute = 1) =>
      storage.conversations.write({ id: 'alder' }, id, {
        client,
        decide: (held) => asked(held, { client, text: `text of ${client}` }, at(minute)),
      });
    const answer = (id: string, minute: number) =>
      storage.conversations.write({ id: 'alder' }, id, {
        decide: (held) => answered(held, { from: 'staff', name: 'Jo', text: 'Yes' }, at(minute)),
      });

    test('opened fifty times at once are one, until something is written', async () => {
      const { conversations } = storage;
      const mara: ConversationOwner = { customer: 'mara' };
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, nth) =>
          conversations.open('alder', mara, fresh(`mara-${nth}`)),
        ),
      );
      assert.equal(new Set(all.map(({ id }) => id)).size, 1);
      assert.deepEqual(await conversations.ofOwner('alder', mara, 10), []);
      await ask(all[0]!.id, 'first');
      const next = await conversations.open('alder', mara, fresh('mara-next', 2));
      assert.equal(next.id, 'mara-next');
      const [own, ...others] = await conversations.ofOwner('alder', mara, 10);
      assert.deepEqual([own?.last, own?.preview?.text, others.length], [1, 'text of first', 0]);
      assert.deepEqual(await conversations.ofOwner('birch', mara, 10), []);
    });

    test('number their messages without a gap, whoever writes at once', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { customer: 'bo' }, fresh('busy'));
      await Promise.all(
        Array.from({ length: 20 }, (_, nth) =>
          nth % 5 === 4 ? answer('busy', 2) : ask('busy', `b-${nth % 8}`),
        ),
      );
      const messages = await conversations.messages('alder', 'busy', much);
      const { last } = (await conversations.read('alder', 'busy'))!;
      assert.deepEqual(
        messages.map(({ sequence }) => sequence),
        Array.from({ length: last }, (_, nth) => nth + 1),
      );
      const clients = messages.flatMap(({ client }) => client ?? []);
      assert.equal(new Set(clients).size, clients.length);
    });

    test('take a message once, and say what it was when it comes again', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-1' }, fresh('once'));
      const first = await ask('once', 'same');
      const again = await ask('once', 'same', 9);
      assert.ok(typeof first !== 'string' && typeof again !== 'string');
      assert.deepEqual(again.messages, first.messages);
      assert.equal(again.again, true);
      assert.equal(again.conversation.last, 1);
      assert.equal(await ask('never-was', 'x'), 'not_found');
    });

    test('tell whoever writes what is read after it', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-7' }, fresh('told'));
      const seen = (mark: number) =>
        conversations.write({ id: 'alder' }, 'told', {
          decide: (held) => ({
            conversation: marked(held, 'shopper', { seen: mark }),
            messages: [],
          }),
        });
      for (const write of [
        () => ask('told', 't-1'),
        () => answer('told', 2),
        () => seen(2),
        () => answer('told', 3),
        () => seen(4),
        () => ask('told', 't-2', 4),
      ]) {
        const written = await write();
        assert.ok(typeof written !== 'string');
        assert.deepEqual(written.conversation, await conversations.read('alder', 'told'));
      }
    });

    test('are not found by whoever they are not', async () => {
      const { conversations } = storage;
      const owners = [{ customer: 'own' }, { session: 'own' }, { customer: 'else' }];
      const written = (id: string, of: ConversationOwner) =>
        conversations.write({ id: 'alder' }, id, {
          of,
          decide: (held) => ({ conversation: { ...held, rating: 5 }, messages: [] }),
        });
      for (const [nth, owner] of owners.entries()) {
        await conversations.open('alder', owner, fresh(`own-${nth}`));
        for (const other of owners)
          assert.equal((await written(`own-${nth}`, other)) === 'not_found', other !== owner);
        const { rating } = (await conversations.read('alder', `own-${nth}`))!;
        assert.equal(rating, 5);
      }
    });

    test('count what is written, and write nothing where a limit is used up', async () => {
      const { conversations, limits } = storage;
      await conversations.open('alder', { session: 's-8' }, fresh('counted'));
      const takes = {
        quotas: [
          { key: 'counted-few', most: 3, seconds: 60 },
          { key: 'counted-many', most: 9, seconds: 900 },
        ],
        now: at(0),
      };
      const write = (client: string) =>
        conversations.write({ id: 'alder' }, 'counted', {
          ...{ client, takes },
          decide: (held) => asked(held, { client, text: client }, at(1)),
        });
      const written = await Promise.all(
        Array.from({ length: 12 }, (_, nth) => write(`c-${nth % 6}`)),
      );
      const refused = written.filter((one) => one === 'used_up').length;
      const again = written.filter((one) => typeof one !== 'string' && one.again).length;
      assert.equal(written.length - refused - again, 3);
      assert.equal((await conversations.read('alder', 'counted'))?.last, 3);
      assert.equal(await limits.taken('counted-few', at(0)), 3);
      assert.equal(await limits.taken('counted-many', at(0)), 3);
    });

    test('are read from either end, and tell what is unread', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-2' }, fresh('long'));
      for (let nth = 1; nth <= 5; nth++) await ask('long', `l-${nth}`, nth);
      await answer('long', 6);
      const sequences = async (wanted: object) =>
        (await conversations.messages('alder', 'long', { ...much, ...wanted })).map(
          ({ sequence }) => sequence,
        );
      assert.deepEqual(await sequences({ limit: 2 }), [6, 7]);
      assert.deepEqual(await sequences({ before: 6, limit: 2 }), [4, 5]);
      assert.deepEqual(await sequences({ after: 1, limit: 2 }), [2, 3]);
      // Jo has joined, and answered
      assert.equal((await conversations.read('alder', 'long'))?.unread, 2);
      await conversations.write({ id: 'alder' }, 'long', {
        decide: (held) => ({ conversation: marked(held, 'shopper', { seen: 7 }), messages: [] }),
      });
      assert.equal((await conversations.read('alder', 'long'))?.unread, 0);
      assert.deepEqual(await conversations.waits('alder', at(0), 1), [300]);
    });

    test('keep what a message shows beside its words', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-6' }, fresh('shown'));
      await ask('shown', 's-1');
      const cards = [{ kind: 'product' as const, id: 'parka', title: 'Parka <b>' }];
      await conversations.write({ id: 'alder' }, 'shown', {
        decide: (held) =>
          answered(held, { from: 'staff', text: '', cards, choices: ['Yes', 'No'] }, at(2)),
      });
      const [, newest] = await conversations.messages('alder', 'shown', much);
      assert.deepEqual([newest?.cards, newest?.choices], [cards, ['Yes', 'No']]);
      assert.deepEqual((await conversations.read('alder', 'shown'))?.preview?.cards, cards);
    });

    test('know in which language their customer was last to be mailed', async () => {
      const { conversations } = storage;
      const known = () => conversations.languageOf('alder', 'ute');
      assert.equal(await known(), null);
      for (const [nth, language] of (['fr', 'de', undefined] as const).entries()) {
        const id = `ute-${nth}`;
        await conversations.open('alder', { customer: 'ute' }, fresh(id, nth));
        const decide = (held: ConversationRecord) => asked(held, { text: 'Hello' }, at(nth));
        await conversations.write({ id: 'alder' }, id, { decide, language });
      }
      assert.equal(await known(), 'de');
      assert.equal(await conversations.languageOf('birch', 'ute'), null);
    });

    test('sleep until their time', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-5' }, fresh('asleep'));
      await ask('asleep', 'a-1');
      await conversations.write({ id: 'alder' }, 'asleep', {
        decide: (held) => ({ conversation: snoozed(held, at(60)), messages: [] }),
      });
      assert.equal(await conversations.wake(at(59)), 0);
      assert.equal(await conversations.wake(at(60)), 1);
      assert.equal((await conversations.read('alder', 'asleep'))?.state, 'open');
    });

    test('are mailed by one at a time; what nobody says was mailed is due again', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { customer: 'kai' }, fresh('mailed'));
      await ask('mailed', 'm-1');
      await conversations.write({ id: 'alder' }, 'mailed', {
        decide: (held) => ({ conversation: mailedTo(held, 'kai@mail.example'), messages: [] }),
      });
      await answer('mailed', 2);
      const take = (minute: number) =>
        conversations.claimUnseen({ now: at(minute), until: at(minute + 5) });
      assert.equal(await take(3), undefined);
      const both = await Promise.all([take(4), take(4)]);
      const [first, ...others] = both.filter((taken) => taken !== undefined);
      assert.deepEqual([first?.messages.at(-1)?.text, others.length], ['Yes', 0]);
      assert.equal(await take(8), undefined);
      const again = await take(9);
      assert.deepEqual(again?.messages, first!.messages);
      // whoever took it first comes late
      await conversations.settleUnseen(first!, at(9));
      assert.equal(await take(9), undefined);
      await conversations.settleUnseen(again!, at(10));
      const last = await take(10);
      await answer('mailed', 11);
      await conversations.settleUnseen(last!);
      const { messages } = (await take(15))!;
      assert.deepEqual(
        messages.map((message) => message.at),
        [at(11)],
      );
      await conversations.settleUnseen({ ...last!, last: last!.last + 1, until: at(20) });
      assert.equal(await take(30), undefined);
    });

    test('follow whoever wrote them when they tell who they are, and go with them', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-3' }, fresh('joined'));
      await ask('joined', 'j-1');
      await joins(storage, 's-3', 'tia');
      assert.deepEqual(await conversations.ofOwner('alder', { session: 's-3' }, 10), []);
      const [theirs] = await conversations.ofOwner('alder', { customer: 'tia' }, 10);
      assert.equal(theirs?.id, 'joined');
    });

    test('of nobody known are forgotten ninety days after the last word', async () => {
      const { conversations } = storage;
      await conversations.open('alder', { session: 's-4' }, fresh('old'));
      await ask('old', 'o-1', 0);
      const day = 24 * 60;
      await conversations.purge(at(90 * day));
      assert.ok(await conversations.read('alder', 'old'));
      await conversations.purge(at(90 * day + 1));
      assert.equal(await conversations.read('alder', 'old'), undefined);
      assert.deepEqual(await conversations.messages('alder', 'old', much), []);
      assert.ok(await conversations.read('alder', 'joined'));
    });
  });
}
