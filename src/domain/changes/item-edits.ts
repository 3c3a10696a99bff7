import type { Address } from '../../contract/orders.ts';
import type { EditRequest } from '../../contract/edits.ts';
import type { Change, Refused, SumRecord, VariantRecord } from './changes.ts';
import { sumOfLines, type LineRecord, type OrderRecord } from '../orders/orders.ts';
import type { EditKind } from '../policy/before-shipping.ts';
import { scaled } from '../money/shares.ts';

/** An order as it is to be, and what makes the difference; its total follows from its parts. */
export interface Edited {
  order: OrderRecord;
  sums: SumRecord[];
  stock: Change['stock'];
  remember?: Address;
}

type ItemsRequest = Extract<EditRequest, { kind: 'items' }>;
type Variants = ReadonlyMap<string, VariantRecord>;

/** What a change of items is made of, as a policy allows each apart. */
export function kindsOf({ lines, add }: ItemsRequest): EditKind[] {
  const kinds: EditKind[] = [];
  if (lines.some(({ variant }) => variant !== undefined)) kinds.push('items');
  if (lines.some(({ quantity }) => quantity !== undefined)) kinds.push('quantity');
  if (add.length > 0) kinds.push('add');
  return kinds;
}

/** Lines that become others, and lines that come to it. A line that stays costs what it cost. */
export function editItems(
  order: OrderRecord,
  { lines: wishes, add }: ItemsRequest,
  variants: Variants,
): Edited | Refused {
  const asked = new Map(wishes.map((wish) => [wish.line, wish]));
  const known = new Set(order.lines.map(({ id }) => id));
  const unknown = [...asked.keys()].filter((line) => !known.has(line));
  if (unknown.length > 0) return { refused: 'nothing_left', lines: unknown };
  const isEmpty = wishes.length + add.length === 0 || wishes.some(saysNothing);
  if (asked.size < wishes.length || isEmpty) return { refused: 'validation_failed' };
  const kept = order.lines.map((line) => becomes(line, asked.get(line.id), variants));
  const added = add.map((each, at) => newLine(order, each, { at, variants }));
  const lines = [...kept, ...added].flatMap((line) => line ?? []);
  if (lines.length < kept.length + added.length || !isInStock(order, lines, variants))
    return { refused: 'variant_unavailable' };
  const edited = priced(order, lines);
  return { order: edited, sums: sumsOf(order, edited), stock: stockOf(order, edited) };
}

/** It would be an edit under no rule at all, and use up the one that a policy allows. */
const saysNothing = ({ variant, quantity }: ItemsRequest['lines'][number]): boolean =>
  variant === undefined && quantity === undefined;

function becomes(
  line: LineRecord,
  wish: ItemsRequest['lines'][number] | undefined,
  variants: Variants,
): LineRecord | undefined {
  const { quantity = line.quantity, variant: wanted } = wish ?? {};
  if (wanted === undefined) return { ...line, quantity };
  const variant = variants.get(wanted);
  if (!variant?.available || variant.product !== line.product) return undefined;
  if (wanted === line.variant) return { ...line, quantity };
  const { picture: _, ...rest } = line;
  return { ...rest, quantity, variant: wanted, options: variant.options, unitPrice: variant.price };
}

function newLine(
  { lines }: OrderRecord,
  { variant: wanted, quantity }: ItemsRequest['add'][number],
  { at, variants }: { at: number; variants: Variants },
): LineRecord | undefined {
  const variant = variants.get(wanted);
  if (!variant?.available) return undefined;
  const taken = Math.max(0, ...lines.map(({ id }) => Number(/^added-(\d+)$/.exec(id)?.[1] ?? 0)));
  return {
    id: `added-${taken + at + 1}`,
    product: variant.product,
    variant: wanted,
    name: variant.name,
    options: variant.options,
    quantity,
    unitPrice: variant.price,
  };
}

/** What is taken from the shelf beyond what the order holds already must be there. */
function isInStock(order: OrderRecord, lines: LineRecord[], variants: Variants): boolean {
  return stockOf(order, { lines }).every(({ variant: id, by }) => {
    if (by >= 0) return true;
    const variant = variants.get(id);
    return (
      variant?.available === true &&
      variant.currency === order.currency &&
      (variant.stock === undefined || variant.stock >= -by)
    );
  });
}

/**
 * Discounts shrink with the items, as when a part is cancelled; a dearer order earns no more of them.
 * Tax keeps its rate.
 */
function priced(order: OrderRecord, lines: LineRecord[]): OrderRecord {
  const was = sumOfLines(order);
  const is = sumOfLines({ lines });
  const discounts = order.discounts.map(({ label, amount }) => ({
    label,
    amount: is < was ? scaled(amount, is, was) : amount,
  }));
  const edited = { ...order, lines, discounts };
  return { ...edited, tax: scaled(order.tax, netOf(edited), netOf(order)) };
}

const netOf = ({ discounts, ...order }: OrderRecord): number =>
  sumOfLines(order) + discounts.reduce((sum, { amount }) => sum + amount, 0);

function sumsOf(before: OrderRecord, after: OrderRecord): SumRecord[] {
  const had = new Map(before.lines.map((line) => [line.id, line]));
  const items = after.lines.map(({ id, name, quantity, unitPrice }): SumRecord => {
    const old = had.get(id);
    const amount = (old ? old.quantity * old.unitPrice : 0) - quantity * unitPrice;
    return { kind: 'item', line: id, ...(!old && { label: name }), amount };
  });
  const discounts = before.discounts.map(({ label, amount }, at): SumRecord => {
    return { kind: 'discount', label, amount: amount - (after.discounts[at]?.amount ?? 0) };
  });
  const tax: SumRecord = { kind: 'tax', amount: before.taxIncluded ? 0 : before.tax - after.tax };
  return [...items, ...discounts, tax].filter(({ amount }) => amount !== 0);
}

/** What goes back to the shelf, and what leaves it. */
function stockOf(before: OrderRecord, after: Pick<OrderRecord, 'lines'>): Change['stock'] {
  const by = new Map<string, number>();
  for (const { variant, quantity } of before.lines)
    by.set(variant, (by.get(variant) ?? 0) + quantity);
  for (const { variant, quantity } of after.lines)
    by.set(variant, (by.get(variant) ?? 0) - quantity);
  return [...by].flatMap(([variant, units]) => (units === 0 ? [] : { variant, by: units }));
}
