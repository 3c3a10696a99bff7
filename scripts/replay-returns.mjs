// `npm run replay:returns -- --data FOLDER [--every N]`: replays the credit notes of online-retail as
// returns against the invoices they take back, by the rules alone, and those of every Nth customer over
// HTTP as well. Lists each line that is no return with its reason; the last line is
// "N of M credit notes reconcile, rest listed".
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../test/credit-notes/run.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, every: { type: 'string', default: '20' } },
});
const every = Number(values.every);
if (!values.data || !Number.isInteger(every) || every < 1) {
  console.error('Say: npm run replay:returns -- --data FOLDER [--every N]');
  process.exit(1);
}
process.exit((await run(resolve(values.data), every)) ? 0 : 1);
