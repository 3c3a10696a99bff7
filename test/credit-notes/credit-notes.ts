import type { OrderRow } from '../../src/contract/import.ts';
import {
  isCreditNote,
  pence,
  type Invoice,
  type OnlineRetail,
  type SourceLine,
} from '../data/online-retail.ts';
import { reasonOf, type Reason } from './reasons.ts';
import { takeBack, type Purchase, type Units } from './purchases.ts';

/** A line of a credit note: the units of earlier invoices that it takes back, or why there are none. */
export interface CreditLine {
  sku: string;
  quantity: number;
  unitPrice: number;
  /** Pence that it gives back. */
  amount: number;
  units: Units[];
  reason?: Reason;
}
export interface CreditNote {
  number: string;
  customer: string;
  lines: CreditLine[];
}

/**
 * Finds what each credit note takes back. It names no invoice: a line is held against those that its
 * customer had before it with the same article at the same price, the nearest one first. No unit is
 * taken back twice. Customers do not depend on each other.
 */
export function matchCreditNotes(
  { invoices }: Pick<OnlineRetail, 'invoices'>,
  orders: readonly OrderRow[],
): CreditNote[] {
  const orderOf = new Map(orders.map((order) => [order.number, order]));
  const shelves = new Map<string, Purchase[]>();
  const shelfOf = (customer: string, sku: string): Purchase[] => {
    const key = `${customer} ${sku}`;
    const shelf = shelves.get(key) ?? [];
    shelves.set(key, shelf);
    return shelf;
  };
  const credited = ({ number, customer, lines }: Invoice): CreditNote => ({
    ...{ number, customer },
    lines: lines.map((line) => creditLine(line, customer, shelfOf(customer, line.sku))),
  });
  // the source is in the order of time: what is bought later is not on the shelf yet
  return invoices.flatMap((invoice) => {
    if (isCreditNote(invoice)) return credited(invoice);
    const order = invoice.customer === '' ? undefined : orderOf.get(invoice.number);
    for (const { id: line, variant, unitPrice, quantity } of order?.lines ?? [])
      shelfOf(invoice.customer, variant).push({
        ...{ order: invoice.number, line, unitPrice, left: quantity },
      });
    return [];
  });
}

function creditLine({ sku, ...line }: SourceLine, customer: string, shelf: Purchase[]): CreditLine {
  const quantity = -line.quantity;
  const unitPrice = pence(line.price);
  const wanted = { quantity, unitPrice };
  const units = takeBack(shelf, wanted);
  return {
    ...{ sku, ...wanted, amount: quantity * unitPrice, units: units ?? [] },
    ...(!units && { reason: reasonOf({ sku, customer, quantity }, shelf) }),
  };
}
