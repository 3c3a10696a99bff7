import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PasskeyRecord, SettingRecord, Storage } from '../../src/backend/ports.ts';
import { decideCancellation } from '../../src/domain/changes/cancellation.ts';
import {
  asked,
  begun,
  closed,
  type ConversationRecord,
} from '../../src/domain/conversations/conversations.ts';
import { aPolicy } from '../builders/cases.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + minute * 60_000).toISOString();
const many = <Value>(count: number, make: (nth: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => make(nth)));

/** What is kept of the shop's people, and what they set, on every engine. */
export function staffSuite(name: string, open: () => Promise<Storage>): void {
  describe(`staff: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
      for (const shop of ['oak', 'elm'])
        for (const id of ['jo', 'lena'])
          await storage.staff.add({
            ...{ shop, id, email: `${id}@${shop}.example`, name: id, role: 'agent' },
            ...{ addedAt: at(0), isEnrolled: false },
          });
    });
    after(() => storage.close());

    const passkey = (nth: number): PasskeyRecord => ({
      ...{ shop: 'oak', id: `key-${nth}`, staff: 'jo', credential: `credential-${nth}` },
      ...{ publicKey: 'pQECAyYg', counter: 0, name: `Phone ${nth}`, addedAt: at(nth) },
    });

    test('keeps so many passkeys of each, and never takes away the last that is needed', async () => {
      const { passkeys } = storage;
      const added = await many(5, (nth) => passkeys.add(passkey(nth), 2));
      assert.equal(added.filter(Boolean).length, 2);
      const [one, other] = await passkeys.of('oak', 'jo');
      const again = { ...passkey(9), staff: 'lena', credential: one!.credential };
      assert.equal(await passkeys.add(again, 2), false, 'A credential is one person’s');
      assert.equal(await passkeys.byCredential('elm', one!.credential), undefined);
      const remove = (id: string) => passkeys.remove('oak', 'jo', id, 1);
      const gone = await many(2, (nth) => remove([one!, other!][nth]!.id));
      assert.deepEqual(gone.toSorted(), ['last', 'removed']);
      assert.equal(await remove('key-9'), 'unknown');
    });

    test('lets no passkey count backwards', async () => {
      const { passkeys } = storage;
      await passkeys.add({ ...passkey(1), shop: 'elm' }, 2);
      const use = (counter: number) => passkeys.used('elm', 'key-1', { at: at(9), counter });
      assert.deepEqual(
        [await use(0), await use(3), await use(3), await use(4)],
        [...[true, true, false, true]],
      );
      const renamed = await passkeys.rename('elm', 'jo', 'key-1', 'Laptop');
      assert.deepEqual([renamed?.name, renamed?.counter, renamed?.usedAt], ['Laptop', 4, at(9)]);
    });

    test('keeps of two settings of one version the first', async () => {
      const { settings } = storage;
      const setting = (version: number, accent: string): SettingRecord => ({
        ...{ shop: 'oak', name: 'brand', version, value: JSON.stringify({ accent }) },
        ...{ at: at(version), by: 'Jo' },
      });
      for (const version of [1, 2]) {
        const saved = await many(4, (nth) => settings.save(setting(version, `#00000${nth}`)));
        assert.equal(saved.filter(Boolean).length, 1);
      }
      assert.equal(await settings.save(setting(4, '#000004')), false);
      assert.deepEqual(
        (await settings.all('oak')).map(({ version }) => version),
        [2],
      );
      await settings.remove('oak', 'brand');
      assert.deepEqual(await settings.all('oak'), []);
    });

    test('marks a conversation for whom a note names, until they have seen it', async () => {
      const { conversations, inbox } = storage;
      const owner = { session: 'a shopper' };
      await conversations.open('oak', owner, { id: 'talk', record: begun(at(1)) });
      await conversations.write({ id: 'oak' }, 'talk', {
        decide: (held) => asked(held, { text: 'It pinches' }, at(2)),
      });
      for (const nth of [1, 2]) {
        const id = `note-${nth}`;
        const note = { id, after: 1, at: at(nth), by: 'Lena', text: '@Jo', mentions: ['jo'] };
        await inbox.addNote('oak', 'talk', note);
      }
      const view = { view: 'mentions', limit: 9 } as const;
      const named = async (staff: string) =>
        (await inbox.list('oak', { ...view, staff })).items.map(({ id }) => id);
      assert.deepEqual([await named('jo'), await named('lena')], [['talk'], []]);
      assert.equal((await inbox.counts('oak', 'jo')).mentions, 1);
      assert.equal((await inbox.read('oak', 'talk', 'jo'))?.mentioned, true);
      assert.equal(await inbox.seeMentions('oak', 'talk', 'jo'), true);
      assert.equal(await inbox.seeMentions('oak', 'talk', 'jo'), false);
      assert.equal((await inbox.counts('oak', 'jo')).mentions, 0);
    });

    test('writes down what is done to an order with it, or neither', async () => {
      const shop = aShop({ id: 'oak' });
      await storage.catalogue.put(shop, [
        aCustomer({ id: 'mara' }),
        anOrder({ id: 'o-1', number: '4051', customer: 'mara', status: 'placed' }),
      ]);
      const policy = aPolicy({ cancel: { undoMinutes: 10 } });
      const cancel = (audit: string) =>
        storage.changes.write(
          ...([shop, 'o-1'] as const),
          {
            ...{ at: new Date(at(0)), by: 'shop', request: { reason: 'other' } },
            staff: { name: 'Jo', reason: 'goodwill', words: 'She was kind' },
            audit: () => ({
              ...{ shop: 'oak', id: audit, at: at(0), staff: 'jo', by: 'Jo' },
              ...{ action: 'order_cancelled', subject: 'o-1' },
            }),
          },
          (held) => {
            const request = { reason: 'other', refundTo: 'original' } as const;
            const change = decideCancellation({ ...held, policy, now: new Date(at(0)), request });
            return 'refused' in change ? change : { ...change, beyond: [{ limit: 'deadline' }] };
          },
        );
      const noted = async () =>
        (await storage.staff.audit('oak', { action: 'order_cancelled', limit: 9 })).items.length;
      await cancel('one-entry');
      const [receipt] = await storage.changes.receipts('oak', 'o-1');
      assert.deepEqual(receipt?.staff, {
        ...{ name: 'Jo', reason: 'goodwill', words: 'She was kind' },
        beyond: [{ limit: 'deadline' }],
      });
      assert.equal(await noted(), 1);
      const undone = await storage.changes.undo(shop, receipt.id, { at: new Date(at(1)) });
      assert.ok(undone && !('refused' in undone));
      await assert.rejects(cancel('one-entry'), 'An entry that cannot be written');
      const order = await storage.catalogue.order('oak', 'o-1');
      assert.equal(order?.status, 'placed');
      assert.equal(await noted(), 1);
    });

    test('gives back what was done to whoever did it, once, and in time', async () => {
      const { acts } = storage;
      const act = { shop: { id: 'oak' }, at: at(0), staff: 'jo', expiresAt: at(10), ids: [] };
      const decide = (held: ConversationRecord) => closed(held, at(0));
      await acts.act({ ...act, decide, id: 'one' });
      await acts.act({ ...act, decide, id: 'late' });
      const undo = (id: string, staff: string, minute: number) =>
        acts.undo({ id: 'oak' }, id, { staff, now: at(minute) });
      assert.equal(await undo('one', 'lena', 1), undefined);
      const undone = await many(3, () => undo('one', 'jo', 1));
      assert.deepEqual(undone.filter(Boolean), [[]]);
      assert.equal(await undo('late', 'jo', 11), undefined);
    });
  });
}
