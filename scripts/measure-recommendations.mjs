// `npm run measure:recommendations -- --train FILE --test FILE --format sessions|baskets [--every N]`:
// learns from the one file and is asked about the other, or every Nth list of it; one session or basket a
// line, oldest first, item ids between spaces. Of a session each item after the first is foreseen from
// those before it, of a basket one is hidden. `--data FOLDER` in place of the files: the baskets of
// online-retail, the last fifth asked about. The last line is "HR@20 … MRR@20 …", or for baskets
// "Recall@20 … MRR@20 … NDCG@10 …", in percent.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLists, retailBaskets } from '../test/recommendations/lists.ts';
import { run } from '../test/recommendations/run.ts';

const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    data: { type: 'string' },
    format: { type: 'string', default: 'baskets' },
    every: { type: 'string', default: '1' },
  },
});
const { train, test, data, format } = values;
const kind = { sessions: 'visits', baskets: 'baskets' }[format];
const every = Number(values.every);
if (!kind || !(every >= 1) || !(data ? kind === 'baskets' : train && test)) {
  console.error(
    'Say: npm run measure:recommendations -- --train FILE --test FILE --format sessions|baskets',
  );
  process.exit(1);
}
const split = data
  ? retailBaskets(resolve(data))
  : { train: readLists(resolve(train)), test: readLists(resolve(test)) };
run(split, kind, every);
