import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { historyOf } from '../../src/domain/recommendations/history.ts';
import { buildModel, listsFrom, shortened } from '../../src/domain/recommendations/model.ts';
import { createModelThreads } from '../../src/server/models/maker.ts';
import { bundledCli } from './bundle.ts';

const gathered = () => ({
  products: [{ text: 'Tea' }, { text: 'Mug' }, { text: 'Green tea' }],
  baskets: listsFrom(historyOf(Array.from({ length: 60 }, (_, nth) => [nth % 3, (nth + 1) % 3]))),
  owners: new Int32Array(60).fill(-1),
  visits: listsFrom(historyOf([[0, 1], [2]])),
  returned: new Int32Array(3),
});

test('A model made in a thread is the same as one made at once, built or read again', async () => {
  const script = new URL('model-thread.js', pathToFileURL(await bundledCli()));
  const threads = createModelThreads(script);
  const expected = buildModel(gathered());
  assert.deepEqual(await threads.build(gathered()), expected);
  assert.deepEqual(shortened(await threads.recall(shortened(expected))), shortened(expected));
  await threads.stop();
  await assert.rejects(threads.build(gathered()), /stops/);
});
