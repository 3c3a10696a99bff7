import type { ImportRow } from '../../../contract/import.ts';
import { digestOf } from '../../../domain/news/row-news.ts';
import type { Fault } from './row-faults.ts';

type Seen = 'new' | 'same' | Fault;

/** What the rows of one import say of each other: who was seen where, and whom they speak of. */
export function createSeenRows() {
  const rows = new Map<string, { position: number; digest: string }>();
  const variants = new Map<string, { product: string; position: number }>();
  const customers = new Set<string>();
  const orders = new Map<string, number[]>();

  return {
    /** The same row again is passed over; another row of the same id is a fault. */
    see(row: ImportRow, position: number): Seen {
      const key = `${row.type} ${row.id}`;
      const digest = digestOf(JSON.stringify(row));
      const before = rows.get(key);
      if (before)
        return before.digest === digest
          ? 'same'
          : { pointer: '/id', reason: `Row ${before.position} is another ${row.type} of this id.` };
      const clash = row.type === 'product' ? variantClash(row) : undefined;
      if (clash) return clash;
      rows.set(key, { position, digest });
      if (row.type === 'product')
        for (const { id } of row.variants) variants.set(id, { product: row.id, position });
      if (row.type === 'customer') customers.add(row.id);
      if (row.type === 'order' && row.customer !== undefined) {
        const named = orders.get(row.customer);
        if (named) named.push(position);
        else orders.set(row.customer, [position]);
      }
      return 'new';
    },

    /** Customers that orders name and no row brings, with the positions of those orders. */
    missingCustomers(): Map<string, number[]> {
      return new Map([...orders].filter(([customer]) => !customers.has(customer)));
    },
  };

  function variantClash(row: ImportRow & { type: 'product' }): Fault | undefined {
    const at = row.variants.findIndex(({ id }) => variants.has(id));
    const other = variants.get(row.variants[at]?.id ?? '');
    return (
      other && {
        pointer: `/variants/${at}/id`,
        reason: `The product of row ${other.position} has a variant of this id.`,
      }
    );
  }
}
