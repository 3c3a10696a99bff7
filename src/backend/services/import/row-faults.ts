import type { z } from 'zod';
import type { OrderRow, ProductRow } from '../../../contract/import.ts';
import { ImportRow } from '../../../contract/import.ts';
import { phoneKey } from '../../../domain/identity/lookup-keys.ts';
import { sumOf } from '../../../domain/orders/orders.ts';

/** What is wrong with a row: a JSON pointer into it, and a sentence. */
export interface Fault {
  pointer: string;
  reason: string;
}

/** A line as a row that may be imported, or its first fault. Schema and sums; not what other rows say. */
export function readRow(line: string): { row: ImportRow } | { fault: Fault } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { fault: { pointer: '', reason: 'This is not JSON. A row is one object on one line.' } };
  }
  return checkRow(json);
}

/** The same of a row that came another way. */
export function checkRow(json: unknown): { row: ImportRow } | { fault: Fault } {
  const { success, data, error } = ImportRow.safeParse(json);
  if (!success) return { fault: faultOf(error.issues) };
  const fault =
    unstorable(data) ??
    (data.type === 'order' ? orderFault(data) : undefined) ??
    (data.type === 'product' ? productFault(data) : undefined) ??
    (data.type !== 'product' ? phoneFault(data.phone) : undefined);
  return fault ? { fault } : { row: data };
}

function faultOf(issues: readonly z.core.$ZodIssue[]): Fault {
  const [first, ...others] = issues;
  if (!first) return { pointer: '', reason: 'This row has another form.' };
  const path = first.code === 'unrecognized_keys' ? [...first.path, first.keys[0]!] : first.path;
  const more = others.length ? ` (and ${others.length} more)` : '';
  return { pointer: pointerTo(path), reason: `${reasonOf(first)}${more}` };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'This field is not known.';
  if (issue.code === 'invalid_union' && issue.path[0] === 'type')
    return 'The type is product, customer or order.';
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return issue.path.length ? 'Required.' : 'A row is an object.';
  // a pattern is for machines
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return 'This value has another form.';
  return `${issue.message}.`;
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** JSON can say what no database keeps: NUL, and half of a character. */
function unstorable(row: ImportRow): Fault | undefined {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(row))
    ? { pointer: '', reason: 'A text holds NUL or half a character.' }
    : undefined;
}

const LEAST_DIGITS = 5;

const phoneFault = (phone: string | undefined): Fault | undefined =>
  phone !== undefined && phoneKey(phone).length < LEAST_DIGITS
    ? { pointer: '/phone', reason: 'A phone number has more digits.' }
    : undefined;

function productFault({ variants }: ProductRow): Fault | undefined {
  const other = variants.findIndex(({ currency }) => currency !== variants[0]?.currency);
  if (other > 0)
    return {
      pointer: `/variants/${other}/currency`,
      reason: `The variants of a product have one currency; the first has ${variants[0]?.currency}.`,
    };
  return repeated(variants, '/variants');
}

/** As many options as the contract's Line has room for. */
const MOST_OPTIONS = 12;

function orderFault(order: OrderRow): Fault | undefined {
  const { lines, shipments } = order;
  const crowded = lines.findIndex(({ options = {} }) => Object.keys(options).length > MOST_OPTIONS);
  if (crowded >= 0)
    return {
      pointer: `/lines/${crowded}/options`,
      reason: `A line has at most ${MOST_OPTIONS} options.`,
    };
  return (
    repeated(lines, '/lines') ??
    repeated(shipments, '/shipments') ??
    firstOf(shipments, (shipment, at) => shipmentFault(shipment, `/shipments/${at}`, lines)) ??
    totalFault(order)
  );
}

function totalFault(order: OrderRow): Fault | undefined {
  const sum = sumOf(order);
  if (sum === order.total) return undefined;
  const tax = order.taxIncluded ? '' : ' + tax';
  return {
    pointer: '/total',
    reason: Number.isSafeInteger(sum)
      ? `Lines + discounts + shipping${tax} come to ${sum}, not ${order.total}.`
      : 'The amounts are too large.',
  };
}

function shipmentFault(
  { lines, estimate }: OrderRow['shipments'][number],
  pointer: string,
  of: OrderRow['lines'],
): Fault | undefined {
  const strange = lines.findIndex(({ line }) => !of.some(({ id }) => id === line));
  if (strange >= 0)
    return {
      pointer: `${pointer}/lines/${strange}/line`,
      reason: `The order has no line ${lines[strange]?.line}.`,
    };
  if (estimate && estimate.from > estimate.to)
    return { pointer: `${pointer}/estimate`, reason: 'It ends before it begins.' };
  return repeated(
    lines.map(({ line }) => ({ id: line })),
    `${pointer}/lines`,
  );
}

function repeated(rows: readonly { id: string }[], pointer: string): Fault | undefined {
  const seen = new Set<string>();
  return firstOf(rows, ({ id }, at) => {
    if (seen.has(id)) return { pointer: `${pointer}/${at}`, reason: `${id} is there twice.` };
    seen.add(id);
    return undefined;
  });
}

function firstOf<Row>(
  rows: readonly Row[],
  faultIn: (row: Row, at: number) => Fault | undefined,
): Fault | undefined {
  for (const [at, row] of rows.entries()) {
    const fault = faultIn(row, at);
    if (fault) return fault;
  }
  return undefined;
}
