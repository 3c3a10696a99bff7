// npm run bench:recommendations [-- QUESTIONS]
// A shop of 50,000 products and a million events: how long a model is made of it, in a thread as the
// server does it, and what that takes of memory; then strips of all placements, beside item-item cosine
// alone on the same questions. Prints a table in Markdown.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packed } from '../../src/backend/services/model-file.ts';
import { placements } from '../../src/contract/placements.ts';
import { shortened } from '../../src/domain/recommendations/model.ts';
import { createRecommending } from '../../src/domain/recommendations/recommend.ts';
import { createModelThreads } from '../../src/server/models/maker.ts';
import { createCosineRanking } from '../../test/recommendations/measure.ts';
import { bundledCli } from '../../test/server/bundle.ts';
import { aLargeShop } from './shop.ts';

const questions = Number(process.argv[2] ?? 2000);
const WARM = 200;
/** As many are looked at as the service does. */
const MOST = 80;

const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const threads = createModelThreads(
  pathToFileURL(join(dirname(await bundledCli()), 'model-thread.js')),
);
const { gathered, aList } = aLargeShop();

row('what', 'seen', 'wanted');
row('---', '---:', '---:');
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
const made = await timed(() => threads.build(gathered));
clearInterval(watch);
const model = made.value;
row('a model made of 1,000,000 events, in its thread, s', inSeconds(made.wall), 60);
row('the same, seconds of a processor', inSeconds(made.processor), '');
row('memory that it took meanwhile, MB', Math.round((most - before) / 1e6), '');
const short = shortened(model);
const products = gathered.products.map((_, nth) => `product-${nth}`);
row('kept, MB', inMb(packed({ products, model: short, sequence: 0 }).length), '');
row(
  'read again from what was kept, s',
  inSeconds((await timed(() => threads.recall(short))).wall),
  '',
);
await threads.stop();

const recommend = createRecommending(model);
const byCosine = createCosineRanking(model.visits.past);
const asked = Array.from({ length: questions }, (_, nth) => aList().slice(0, 1 + (nth % 6)));
const strips = asked.map((context, nth) =>
  millisecondsOf(() => {
    const not = (item: number) => context.includes(item);
    recommend({ placement: placements[nth % placements.length]!, context, not, most: MOST });
  }),
);
const cosines = asked.map((context) => millisecondsOf(() => byCosine({ context })));
row('a strip, p50 and p99, ms', percentiles(strips), 'p99 10');
row('item-item cosine alone, p50 and p99, ms', percentiles(cosines), '');

async function timed<T>(work: () => Promise<T>) {
  const from = performance.now();
  const spent = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(spent);
  return { value, wall: performance.now() - from, processor: (user + system) / 1000 };
}

function millisecondsOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function percentiles(times: number[]): string {
  const sorted = times.slice(WARM).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]!.toFixed(2);
  return `${at(0.5)}, ${at(0.99)}`;
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
function inMb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
