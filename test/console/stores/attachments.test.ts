import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { createAttachments, type Attachments } from '../../../src/console/stores/attachments.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import type { Sending } from '../../../src/widget/client/send-upload.ts';

const settled = () => new Promise((done) => setImmediate(done));
const aFile = (name: string, type = 'image/png') => new File(['…'], name, { type });

describe('What goes with an answer', () => {
  let files: Attachments;
  let sent: { sending: Sending; come(id: string): void; fail(problem: Problem): void }[];
  beforeEach(() => {
    sent = [];
    files = createAttachments(
      async (file) => (file.type === 'text/html' ? undefined : { file }),
      (file, sending) =>
        new Promise((done, fail) => {
          const { size } = file;
          sent.push({ sending, come: (id) => done({ id, type: 'image/png', size }), fail });
          sending.stop.addEventListener('abort', () => fail(sending.stop.reason));
        }),
    );
  });
  const standing = () => files.$state.get().map(({ name, part, id }) => [name, part, id]);

  test('is on its way at once, and named once it is there', async () => {
    files.add([aFile('a.png'), aFile('Bill.pdf', 'application/pdf')]);
    await settled();
    sent[0]!.sending.tell(0.5);
    assert.deepEqual(standing(), [
      ['a.png', 0.5, undefined],
      ['Bill.pdf', 0, undefined],
    ]);
    assert.equal(files.named(), undefined);
    sent[1]!.come('upl_2');
    await settled();
    assert.equal(files.named(), undefined);
    sent[0]!.come('upl_1');
    await settled();
    const named = { photos: ['upl_1'], documents: ['upl_2'], names: ['Bill.pdf'] };
    assert.deepEqual(files.named(), named);
    files.clear();
    assert.deepEqual(files.named(), {});
  });

  test('that is taken out goes no further, and is not missed', async () => {
    files.add([aFile('a.png')]);
    await settled();
    files.remove(files.$state.get()[0]!);
    assert.equal(sent[0]!.sending.stop.aborted, true);
    await settled();
    assert.deepEqual([files.$state.get(), files.named()], [[], {}]);
  });

  test('that did not go is sent again under the same key', async () => {
    files.add([aFile('a.png')]);
    await settled();
    sent[0]!.fail(new Problem('offline'));
    await settled();
    const [failed] = files.$state.get();
    assert.equal(failed?.problem?.code, 'offline');
    files.retry(failed!);
    await settled();
    assert.equal(sent[1]!.sending.key, sent[0]!.sending.key);
    sent[1]!.come('upl_1');
    await settled();
    assert.deepEqual(files.named(), { photos: ['upl_1'] });
  });

  test('is four of a kind at most, and says what no browser opens', async () => {
    files.add(Array.from({ length: 6 }, (_, nth) => aFile(`${nth}.png`)));
    assert.equal(files.$state.get().length, 4);
    files.clear();
    files.add([aFile('page.html', 'text/html')]);
    await settled();
    assert.equal(files.$state.get()[0]?.problem?.code, 'file_type_refused');
  });
});
