import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AuditRecord, SealedAnswer, Storage } from '../../src/backend/ports.ts';
import type { StaffAction } from '../../src/contract/staff.ts';
import { answered, asked, begun, closed } from '../../src/domain/conversations/conversations.ts';
import { decideReturn } from '../../src/domain/returns/returns.ts';
import { aPolicy } from '../builders/cases.ts';
import { aLine, anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

const start = new Date('2026-11-23T09:00:00.000Z');
const at = (minute: number): string => new Date(start.getTime() + minute * 60_000).toISOString();
const policy = aPolicy({ returns: { review: true } });
const shop = aShop({ id: 'oak', policy });
const TALKS = ['of-ana', 'of-ben'];

/**
 * What somebody of the shop does, its entry in the audit log, and the answer under its Idempotency-Key:
 * all or nothing, on every engine.
 */
export function staffActsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`acts of staff: ${name}`, () => {
    let storage: Storage;
    let returned: string;
    before(async () => {
      storage = await open();
      for (const id of TALKS) {
        await storage.conversations.open('oak', { session: id }, { id, record: begun(at(0)) });
        await storage.conversations.write({ id: 'oak' }, id, {
          decide: (held) => asked(held, { text: 'Hello?' }, at(0)),
        });
      }
      returned = await aReturn(storage);
    });
    after(() => storage.close());

    /** An answer under a key, which is kept where that is claimed. */
    const answer = (key: string) => async (): Promise<SealedAnswer> => ({
      ...{ shop: 'oak', key, at: at(0), sealed: 'what was answered', expiresAt: at(60) },
    });
    const claim = (key: string) =>
      storage.answers.claim({
        ...{ shop: 'oak', key, request: 'the same', now: at(0) },
        ...{ staleBefore: at(-1), expiresAt: at(60) },
      });
    const entry = (action: StaffAction, subject: string): AuditRecord => ({
      ...{ shop: 'oak', id: `aud_${crypto.randomUUID()}`, at: at(1), by: 'Jo', action, subject },
    });
    const close = (conversation: Parameters<typeof closed>[0]) => closed(conversation, at(1));
    const states = async () =>
      Promise.all(TALKS.map(async (id) => (await storage.inbox.read('oak', id))?.state));
    const tags = async () => (await storage.inbox.read('oak', 'of-ana'))?.tags;

    // each after the one before
    const works: [action: StaffAction, times: number, work: Work, look: () => Promise<unknown>][] =
      [
        [
          'tagged',
          1,
          (keep) =>
            storage.inbox.change(
              ...([{ id: 'oak' }, 'of-ana'] as const),
              {
                ...{ at: at(1), decide: close, tags: ['Sizes'] },
                audit: [entry('tagged', 'of-ana')],
              },
              keep,
            ),
          async () => [await states(), await tags()],
        ],
        [
          'closed',
          2,
          (keep) =>
            storage.acts.act(
              {
                ...{
                  shop: { id: 'oak' },
                  id: 'act',
                  at: at(1),
                  staff: 'jo',
                  expiresAt: at(10),
                  ids: TALKS,
                },
                ...{ decide: close, tag: 'Late', audit: (id) => [entry('closed', id)] },
              },
              keep,
            ),
          async () => [await states(), await tags()],
        ],
        [
          'act_undone',
          2,
          (keep) =>
            storage.acts.undo(
              ...([{ id: 'oak' }, 'act'] as const),
              { ...{ staff: 'jo', now: at(2) }, audit: (id) => entry('act_undone', id) },
              keep,
            ),
          async () => [await states(), await tags()],
        ],
        [
          'replied',
          1,
          (keep) =>
            storage.conversations.write(
              ...([{ id: 'oak' }, 'of-ana'] as const),
              {
                decide: (held) => answered(held, { text: 'It runs small.', from: 'staff' }, at(3)),
                audit: () => [entry('replied', 'of-ana')],
              },
              keep,
            ),
          async () => storage.conversations.messages('oak', 'of-ana', { limit: 9 }),
        ],
        [
          'noted',
          1,
          (keep) =>
            storage.inbox.addNote(
              ...(['oak', 'of-ana'] as const),
              { id: 'note', after: 1, at: at(4), by: 'Jo', text: 'Lot 2609' },
              { audit: entry('noted', 'of-ana') },
              keep,
            ),
          async () => storage.inbox.notes('oak', 'of-ana', 9),
        ],
        [
          'return_approved',
          1,
          (keep) =>
            storage.changes.moveReturn(shop, returned, 'approved', {
              ...{ at: new Date(at(1)), by: 'shop', policy, keep },
              audit: entry('return_approved', returned),
            }),
          async () => (await storage.changes.return('oak', returned))?.state,
        ],
      ];
    for (const [action, times, work, look] of works)
      test(`${action}: done with its entry and its answer, or not at all`, async () => {
        const noted = async () =>
          (await storage.staff.audit('oak', { action, limit: 9 })).items.length;
        const before = await look();
        await assert.rejects(async () => work(answer(action)), /claim/);
        assert.deepEqual([await look(), await noted()], [before, 0]);
        assert.equal((await claim(action)).state, 'claimed');
        assert.ok(await work(answer(action)));
        assert.notDeepEqual(await look(), before);
        assert.equal(await noted(), times);
        assert.deepEqual(await claim(action), { state: 'kept', sealed: 'what was answered' });
        // sent once more without asking what was kept, it is undone as well
        const done = await look();
        await Promise.allSettled([work(answer(action))]);
        assert.deepEqual([await look(), await noted()], [done, times]);
      });
  });
}

type Work = (keep: () => Promise<SealedAnswer>) => Promise<unknown>;

/** A return that waits for the shop's word. */
async function aReturn(storage: Storage): Promise<string> {
  await storage.catalogue.put(shop, [
    anOrder({ id: 'o-1', deliveredOn: '2026-11-20', lines: [aLine()] }),
  ]);
  const line = { line: 'line-1', quantity: 1, reason: 'too_small' as const };
  const request = {
    lines: [{ ...line, outcome: { kind: 'refund' as const } }],
    ...{ method: 'own' as const, instant: false, gift: false },
  };
  const wish = { at: start, by: 'customer' as const, request, variants: [] };
  const written = await storage.changes.write(shop, 'o-1', wish, (held) =>
    decideReturn({ ...held, policy, now: start, request }),
  );
  assert.ok(written && !('refused' in written));
  const [found] = await storage.changes.returns('oak', 'o-1');
  return found!.id;
}
