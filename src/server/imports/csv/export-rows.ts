import { ImportImpossible } from '../importer.ts';
import { cellsOf, type Cells } from './cells.ts';
import { customerOfExport } from './customers.ts';
import type { Made, Settings } from './made.ts';
import { orderOfExport } from './orders.ts';
import { productOfExport } from './products.ts';
import { recordsOf, type CsvRecord } from './records.ts';

/** One of Shopify's exports: how it is recognised, and which of its records belong together. */
interface Export {
  has: (header: ReadonlySet<string>) => boolean;
  key: readonly string[];
  make(records: readonly Cells[], settings: Settings): Made;
}

const exports: readonly Export[] = [
  { has: (of) => of.has('name') && of.has('lineitem name'), key: ['Name'], make: orderOfExport },
  {
    has: (of) => of.has('title') && (of.has('handle') || of.has('url handle')),
    key: ['Handle', 'URL handle'],
    make: productOfExport,
  },
  {
    has: (of) => of.has('first name') && of.has('last name') && of.has('email'),
    // each record is a customer
    key: [],
    make: customerOfExport,
  },
];

/** Rows of one of Shopify's CSV exports, each with the line its first record stands on. */
export async function* exportRows(
  text: AsyncIterable<string>,
  source: string,
  settings: () => Settings,
): AsyncGenerator<Made & { line: number }> {
  let kind: Export | undefined;
  const records = recordsOf(text, source, (header) => {
    kind = exports.find(({ has }) => has(new Set(header)));
  });
  let group: CsvRecord[] = [];
  const finish = (): Made & { line: number } => {
    const cells = group.map(cellsOf);
    return { ...kind!.make(cells, settings()), line: group[0]!.line };
  };
  for await (const record of records) {
    if (!kind) throw new ImportImpossible(unknown(source));
    if (group.length > 0 && !belongs(record, group[0]!, kind.key)) {
      yield finish();
      group = [];
    }
    group.push(record);
  }
  if (group.length > 0) yield finish();
  else if (!kind) throw new ImportImpossible(unknown(source));
}

function belongs(record: CsvRecord, first: CsvRecord, key: readonly string[]): boolean {
  const name = cellsOf(record).text(...key);
  return name !== '' && name === cellsOf(first).text(...key);
}

const unknown = (source: string): string =>
  `${source} is none of Shopify’s exports of products, customers or orders. Export it again as "Plain CSV file", or write JSON Lines as docs/import.md tells.`;
