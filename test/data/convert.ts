import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { convertOnlineRetail, readOnlineRetail } from './online-retail.ts';
import { writeRows, type ConversionOptions, type Rows } from './rows.ts';
import { folderOf } from './source.ts';
import { convertTauRetail, readTauRetail } from './tau-retail.ts';

/**
 * npx tsx test/data/convert.ts tau-retail|online-retail --out DIR [--from DIR] [--seed N] [--now ISO]
 *
 * Turns a data set into products.jsonl, customers.jsonl and orders.jsonl. What the source does not
 * know (dates, events, estimates) is made from the seed, in keeping with the status.
 */
const converters: Record<string, (folder: string, options: ConversionOptions) => Rows> = {
  'tau-retail': (folder, options) => convertTauRetail(readTauRetail(folder), options),
  'online-retail': (folder, options) => convertOnlineRetail(readOnlineRetail(folder), options),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    now: { type: 'string' },
  },
});
const name = positionals[0] ?? '';
const convert = converters[name];
if (!convert || !values.out) fail('Usage: convert.ts tau-retail|online-retail --out DIR');
const folder = values.from ?? folderOf(name as 'tau-retail' | 'online-retail');
if (!folder) fail(`${name} is not here. Say where it lies with --from DIR or FD_DATA.`);
const now = values.now ? new Date(values.now) : new Date();
const seed = Number(values.seed);
if (Number.isNaN(now.getTime()))
  fail(`--now ${values.now} is no date. Write 2026-11-23T08:00:00Z.`);
if (!Number.isInteger(seed)) fail(`--seed ${values.seed} is no whole number.`);

const rows = convert(resolve(folder), { seed, now });
await writeRows(values.out, rows);
console.log(
  `${rows.products.length} products, ${rows.customers.length} customers, ${rows.orders.length} orders in ${values.out}`,
);
for (const [reason, count] of Object.entries(rows.skipped))
  console.log(`left out: ${count} × ${reason}`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
