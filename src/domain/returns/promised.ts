import type { OutcomeKind } from '../../contract/actions.ts';
import type { Change, VariantRecord } from '../changes/changes.ts';
import type { OrderRecord } from '../orders/orders.ts';
import { isThere, type ReturnLineRecord } from './lines.ts';

type Order = Pick<OrderRecord, 'lines' | 'currency'>;

/** The variant that is sent in a line's place. */
export const sentIn = (
  { line, outcome, variant }: ReturnLineRecord,
  { lines }: Pick<Order, 'lines'>,
): string | undefined =>
  outcome === 'replacement' ? lines.find(({ id }) => id === line)?.variant : variant;

/**
 * What a return was promised, held against what the shop has told since. Units that were set aside
 * are there as long as the shop says nothing new of them; after that they are set aside once more, or
 * their line is sold out.
 */
export function promised(
  lines: readonly ReturnLineRecord[],
  order: Order,
  variants: ReadonlyMap<string, VariantRecord>,
  choices: (line: ReturnLineRecord) => OutcomeKind[],
): { lines: ReturnLineRecord[]; stock: Change['stock'] } {
  const stock: Change['stock'] = [];
  const looked = lines.map((line): ReturnLineRecord => {
    const id = sentIn(line, order);
    if (id === undefined) return line;
    const variant = variants.get(id);
    if (variant && variant.told === line.told) return line;
    const taken = stock.reduce((sum, each) => sum - (each.variant === id ? each.by : 0), 0);
    if (!isThere(variant, order, taken + line.quantity)) return { ...line, soldOut: choices(line) };
    stock.push({ variant: id, by: -line.quantity });
    const { told: _, ...rest } = line;
    return { ...rest, ...(variant.told !== undefined && { told: variant.told }) };
  });
  return { lines: looked, stock };
}
