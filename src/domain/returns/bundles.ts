import type { LineActions } from '../../contract/actions.ts';
import type { LineRecord, OrderRecord } from '../orders/orders.ts';

type Lines = Pick<OrderRecord, 'lines'>;

/** Lines that were sold as one with this, itself among them. */
const soldWith = ({ lines }: Lines, { id, bundle }: LineRecord): LineRecord[] =>
  lines.filter((line) => line.id === id || (bundle !== undefined && line.bundle === bundle));

/** Lines of a set of which another part would stay: a set goes back whole, or so many of them. */
export function tornLines(
  order: Lines,
  units: readonly { line: string; quantity: number }[],
): string[] {
  const going = ({ id }: LineRecord) =>
    units.reduce((sum, { line, quantity }) => sum + (line === id ? quantity : 0), 0);
  return order.lines
    .filter((line) =>
      soldWith(order, line).some(
        (other) => going(line) * other.quantity > going(other) * line.quantity,
      ),
    )
    .map(({ id }) => id);
}

/** What may be done with each line, where a set can only go back with all that is in it. */
export const asBundles = (order: Lines, all: readonly LineActions[]): LineActions[] =>
  order.lines.flatMap((line) => {
    const ids = soldWith(order, line).map(({ id }) => id);
    const own = all.find((each) => each.line === line.id);
    const stays = all.find((each) => ids.includes(each.line) && each.reasons.length === 0);
    if (!own) return [];
    return stays ? { ...own, return: stays.return, exchange: stays.exchange, reasons: [] } : own;
  });
