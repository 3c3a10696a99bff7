import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRows } from '../../backend/platforms/sample/index.ts';
import type { Clock, Shops, Storage } from '../../backend/ports.ts';
import { importerOver, shopOf } from '../imports/importer.ts';
import { linesOf } from '../imports/lines.ts';
import { runImport } from './run-import.ts';
import { sampleCustomers, type SampleCustomer } from './sample-customers.ts';
import { folderOf } from './target.ts';
import { CommandFailure, exits, type Terminal } from './terminal.ts';

/** Fills a database before the first answer, and names some customers that are in it. */
export type Fill = (parts: {
  storage: Storage;
  shops: Shops;
  clock: Clock;
}) => Promise<SampleCustomer[]>;

/**
 * The sample shop. Its parcels are on their way today, so it is told anew when the day has changed;
 * at a second start of one day it is as its visitors left it.
 */
export const fillWithSample: Fill = async ({ storage, shops, clock }) => {
  const rows = sampleRows({ now: clock() });
  const shop = shops.all()[0]!;
  const sample = rows.find((row) => row.type === 'order')!;
  const kept = await storage.catalogue.order(shop.id, sample.id);
  if (kept === undefined || dayOf(kept.placedAt) !== dayOf(sample.placedAt))
    await storage.catalogue.put(shop, rows);
  return sampleCustomers(rows);
};

const dayOf = (instant: string): string => instant.slice(0, 10);

/** Every *.jsonl of a folder, as one import; the second time it changes nothing. */
export function fillFromFolder(
  { data, shop }: { data: string; shop?: string },
  terminal: Terminal,
): Fill {
  const folder = folderOf(data, terminal.cwd);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
  if (files.length === 0)
    throw new CommandFailure(`There is no *.jsonl in ${data}. See docs/import.md.`, exits.usage);
  return async (parts) => {
    const request = { ...(shop !== undefined && { shop }), skipBad: false };
    const settings = () => ({ currency: shopOf(parts.shops, shop).currency, now: parts.clock() });
    await runImport(importerOver(parts), request, { files, settings }, terminal);
    return sampleCustomers(rowsOf(await linesOf(files, settings)));
  };
}

async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of lines) if (line.trim()) yield JSON.parse(line);
}
