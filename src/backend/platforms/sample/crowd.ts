import type { OrderRow } from '../../../contract/import.ts';
import type { CustomerId } from './customers.ts';
import { products } from './products.ts';
import { orderRow } from './rows.ts';
import type { OrderStory } from './story.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Many orders of one customer, a day and a bit apart: the same ones for the same moment. */
export function manyOrders(
  count: number,
  by: CustomerId,
  { now, base = '/' }: { now: Date; base?: string },
): OrderRow[] {
  return Array.from({ length: count }, (_, index) => orderRow(base)(story(index)));

  function story(index: number): OrderStory {
    const placed = new Date(now.getTime() - (index + 1) * 1.13 * DAY);
    const arrived = new Date(placed.getTime() + 3.2 * DAY);
    const number = String(100000 - index);
    const open = arrived > now;
    return {
      number,
      by,
      placed: placed.toISOString(),
      status: open ? 'shipped' : 'delivered',
      bought: [pick(index), pick(index * 7 + 3)],
      parcels: [
        {
          carrier: 'postnl',
          number: `3SMANY${number}`,
          ...(open && { estimate: { from: arrived.toISOString(), to: arrived.toISOString() } }),
          events: [
            open
              ? [placed.toISOString(), 'in_transit', 'Handed to PostNL', 'Utrecht']
              : [arrived.toISOString(), 'delivered', 'Delivered at the door', 'Antwerp'],
          ],
        },
      ],
    };
  }

  function pick(index: number) {
    const kind = products[index % products.length];
    if (!kind) throw new Error('The sample shop sells nothing');
    const size = kind.sizes[index % kind.sizes.length];
    return { what: kind.id, ...(size && { size }) };
  }
}
