import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { CustomerRow, OrderRow, ProductRow } from '../../src/contract/import.ts';

export interface ConversionOptions {
  /** Decides all that the source does not know: dates, events, estimates. */
  seed: number;
  /** What is in the past and what is still on its way. */
  now: Date;
}

/** A shop in the import format. */
export interface Rows {
  products: ProductRow[];
  customers: CustomerRow[];
  orders: OrderRow[];
  /** Source rows that are no product, customer or order: how many, by reason. */
  skipped: Record<string, number>;
}

/** Writes products.jsonl, customers.jsonl and orders.jsonl. */
export async function writeRows(folder: string, rows: Rows): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const kind of ['products', 'customers', 'orders'] as const) {
    const file = createWriteStream(join(folder, `${kind}.jsonl`));
    for (const row of rows[kind])
      if (!file.write(JSON.stringify(row) + '\n')) await once(file, 'drain');
    file.end();
    await once(file, 'finish');
  }
}
