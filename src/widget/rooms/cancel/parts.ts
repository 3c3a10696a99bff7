import type { Line, Order } from '../../../contract/orders.ts';

/** How many units of which line, by its id; a line that is not here goes as a whole. */
export type Parts = Readonly<Record<string, number>>;

export const canBeParted = ({ actions, itemCount }: Order): boolean =>
  itemCount > 1 && !!actions?.lines.some(({ cancel }) => cancel.allowed);

/** Never more than there is: the order may have become smaller since. */
export const unitsOf = ({ id, quantity: all }: Line, parts: Parts = {}): number =>
  Math.min(parts[id] ?? all, all);

export const countOf = ({ lines }: Order, parts: Parts | undefined): number =>
  lines.reduce((sum, line) => sum + unitsOf(line, parts), 0);

export const partsOf = ({ lines }: Order, parts: Parts | undefined) =>
  lines
    .map((line) => ({ line: line.id, quantity: unitsOf(line, parts) }))
    .filter((part) => part.quantity > 0);
