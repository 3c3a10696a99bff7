import type { SumRecord } from './changes.ts';
import { sumOf, type LineRecord, type OrderRecord } from '../orders/orders.ts';
import { shares } from '../money/shares.ts';

/** How many units of which line. */
export type Units = ReadonlyMap<string, number>;

/**
 * An order without some of its units: discounts and tax shrink by what the units weigh among the
 * items, shipping stays. What it came to before is what it comes to now and the sums together.
 */
export function without(
  order: OrderRecord,
  units: Units,
): { order: OrderRecord; sums: SumRecord[] } {
  const lines = order.lines.flatMap((line) => {
    const quantity = line.quantity - (units.get(line.id) ?? 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  const weights = [grossOf(lines), grossOf(goneOf(order, units))];
  const [tax = 0, taxGone = 0] = shares(order.tax, weights);
  const discounts = order.discounts.map(({ label, amount }) => {
    const [kept = 0, gone = 0] = shares(amount, weights);
    return { label, kept, gone };
  });
  const left = {
    ...order,
    lines,
    discounts: discounts.map(({ label, kept: amount }) => ({ label, amount })),
    tax,
  };
  const sums: SumRecord[] = [
    ...itemSums(order, units),
    ...discounts.map(({ label, gone: amount }) => ({ kind: 'discount' as const, label, amount })),
    ...(order.taxIncluded ? [] : [{ kind: 'tax' as const, amount: taxGone }]),
  ];
  return { order: { ...left, total: sumOf(left) }, sums: sums.filter(isSomething) };
}

/** What the whole of an order came to, in its parts. */
export function wholeOf(order: OrderRecord): SumRecord[] {
  const sums: SumRecord[] = [
    ...itemSums(order, new Map(order.lines.map(({ id, quantity }) => [id, quantity]))),
    ...order.discounts.map((discount) => ({ kind: 'discount' as const, ...discount })),
    { kind: 'shipping', amount: order.shipping },
    ...(order.taxIncluded ? [] : [{ kind: 'tax' as const, amount: order.tax }]),
  ];
  return sums.filter(isSomething);
}

const itemSums = (order: OrderRecord, units: Units): SumRecord[] =>
  goneOf(order, units).map(({ id, quantity, unitPrice }) => ({
    kind: 'item',
    line: id,
    amount: quantity * unitPrice,
  }));

export const goneOf = (order: OrderRecord, units: Units): LineRecord[] =>
  order.lines.flatMap((line) => {
    const quantity = units.get(line.id) ?? 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });

export const grossOf = (lines: readonly LineRecord[]): number =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);

const isSomething = ({ kind, amount }: SumRecord): boolean => kind === 'item' || amount !== 0;
