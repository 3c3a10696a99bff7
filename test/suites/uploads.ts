import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage, StoredUpload, UploadOwner } from '../../src/backend/ports.ts';
import { asked, begun } from '../../src/domain/conversations/conversations.ts';
import { joins } from '../builders/joins.ts';

const at = (hour: number): string =>
  new Date(Date.parse('2026-11-23T00:00:00.000Z') + hour * 3_600_000).toISOString();
const anUpload = (wanted: Partial<StoredUpload> = {}): StoredUpload => ({
  ...{ shop: 'alder', id: 'one', owner: { customer: 'mara' }, type: 'image/png', size: 4 },
  ...{ createdAt: at(0), expiresAt: at(24), ...wanted },
});
const bytes = Uint8Array.of(0, 255, 13, 10);
const much = { files: 100, bytes: 1000, since: at(-24) };

/** What a store of files must keep on every engine. */
export function uploadsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`uploads: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    test('come back byte by byte, to their own shop', async () => {
      const { uploads } = storage;
      const all = Uint8Array.from({ length: 100_000 }, (_, nth) => nth % 256);
      const upload = anUpload({ size: all.length });
      const room = { ...much, bytes: all.length };
      assert.equal(await uploads.add({ ...upload, bytes: all }, room), undefined);
      assert.deepEqual(await uploads.read('alder', 'one'), { ...upload, bytes: all });
      assert.equal(await uploads.read('birch', 'one'), undefined);
    });

    test('of one customer find room for so many, and for so many bytes, in a stretch of time', async () => {
      const { uploads } = storage;
      const send = (id: string, hour: number, allowance: object) =>
        uploads.add(
          { ...anUpload({ id, owner: { customer: 'bo' }, createdAt: at(hour) }), bytes },
          { ...much, since: at(hour - 24), ...allowance },
        );
      assert.equal(await send('b-1', 1, {}), undefined);
      assert.equal(await send('b-2', 2, {}), undefined);
      assert.deepEqual(await send('b-3', 3, { files: 2 }), { oldest: at(1) });
      assert.deepEqual(await send('b-3', 3, { bytes: 11 }), { oldest: at(1) });
      assert.equal(await uploads.read('alder', 'b-3'), undefined);
      assert.equal(await send('b-3', 25, { files: 2, bytes: 8 }), undefined);
    });

    test('that come all at once find no more room than one by one', async () => {
      const sent = await Promise.all(
        Array.from({ length: 12 }, (_, nth) =>
          storage.uploads.add(
            { ...anUpload({ id: `c-${nth}`, owner: { customer: 'crowd' } }), bytes },
            { ...much, files: 5 },
          ),
        ),
      );
      assert.equal(sent.filter((full) => !full).length, 5);
    });

    test('are forgotten when their time is over and nothing names them', async () => {
      const { uploads } = storage;
      const { expiresAt: _, ...named } = anUpload({ id: 'named', owner: { customer: 'tia' } });
      await uploads.add({ ...named, bytes }, much);
      const later = anUpload({ id: 'later', owner: { customer: 'tia' }, expiresAt: at(40) });
      await uploads.add({ ...later, bytes }, much);
      await uploads.purge(at(24));
      assert.equal(await uploads.read('alder', 'one'), undefined);
      assert.ok(await uploads.read('alder', 'later'));
      await uploads.purge(at(1000));
      assert.equal(await uploads.read('alder', 'later'), undefined);
      assert.ok(await uploads.read('alder', 'named'));
    });

    test('of somebody unknown go with their talk to whoever they turn out to be', async () => {
      const { uploads, conversations } = storage;
      const stranger: UploadOwner = { session: 's-1' };
      await conversations.open('alder', stranger, { id: 'talk', record: begun(at(0)) });
      for (const id of ['s-named', 's-other'])
        await uploads.add({ ...anUpload({ id, owner: stranger }), bytes }, much);
      await name('talk', stranger, 's-named');
      const named = await uploads.read('alder', 's-named');
      assert.deepEqual([named?.owner, named?.conversation], [stranger, 'talk']);
      assert.equal(named?.expiresAt, undefined);
      await joins(storage, 's-1', 'eve');
      for (const id of ['s-named', 's-other'])
        assert.deepEqual((await uploads.read('alder', id))?.owner, { customer: 'eve' });
      await name('talk', { customer: 'eve' }, 's-other');
    });

    test('are named by who sent them alone, whatever they are called', async () => {
      const { uploads, conversations } = storage;
      const owners: UploadOwner[] = [{ customer: 'same' }, { session: 'same' }, { staff: 'same' }];
      await conversations.open(
        'alder',
        { session: 'same' },
        { id: 'whose-talk', record: begun(at(0)) },
      );
      for (const [nth, owner] of owners.entries()) {
        const id = `whose-${nth}`;
        await uploads.add({ ...anUpload({ id, owner }), bytes }, { ...much, files: 1 });
        for (const other of owners.filter((one) => one !== owner))
          assert.equal(await naming('whose-talk', other, id), 'upload_not_found');
        await name('whose-talk', owner, id);
        assert.equal(await naming('whose-talk', owner, id), 'upload_not_found');
      }
    });

    test('go with the conversation in which they stand', async () => {
      const { uploads, conversations } = storage;
      const stranger: UploadOwner = { session: 's-2' };
      await conversations.open('alder', stranger, { id: 'old-talk', record: begun(at(0)) });
      for (const [id, owner] of [
        ['o-asked', stranger],
        ['o-answered', { staff: 'jo' }],
      ] as const) {
        await uploads.add({ ...anUpload({ id, owner }), bytes }, much);
        await name('old-talk', owner, id);
      }
      await conversations.purge(at(24 * 91));
      assert.equal(await conversations.read('alder', 'old-talk'), undefined);
      for (const id of ['o-asked', 'o-answered'])
        assert.equal(await uploads.read('alder', id), undefined);
    });

    const naming = (talk: string, of: UploadOwner, photo: string) =>
      storage.conversations.write({ id: 'alder' }, talk, {
        decide: (held) => asked(held, { text: '', photos: [photo] }, at(1)),
        uploads: { of, photos: [photo], documents: [] },
      });
    async function name(...wanted: Parameters<typeof naming>): Promise<void> {
      assert.notEqual(typeof (await naming(...wanted)), 'string');
    }
  });
}
