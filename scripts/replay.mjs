// `npm run replay -- --data FOLDER --tasks FILE [--only ID] [--workers N] [--mutations]`: plays tasks of
// the tau-retail form as their customers, over the public API of a backend that begins as the seed in
// FOLDER, and compares what became of it. The last line is "N of M tasks reach their state".
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../test/replay/run.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    tasks: { type: 'string' },
    only: { type: 'string' },
    workers: { type: 'string' },
    mutations: { type: 'boolean', default: false },
  },
});
const { data, tasks, only, mutations } = values;
const workers = values.workers === undefined ? undefined : Number(values.workers);
if (!data || !tasks || (workers !== undefined && !(workers >= 1))) {
  console.error('Say: npm run replay -- --data FOLDER --tasks FILE [--only ID] [--workers N]');
  process.exit(1);
}
// a file's name alone means the one beside the seed
const file = existsSync(tasks) ? resolve(tasks) : join(resolve(data), tasks);
const good = await run({ data: resolve(data), tasks: file, only, workers, mutations });
process.exit(good ? 0 : 1);
