import type { CreditNote } from './credit-notes.ts';
import { faults, type Reason } from './reasons.ts';
import type { Returns, Sent } from './returns.ts';

/**
 * Replays what a note takes back as returns, one for each order. Where they do not come to the sum of
 * its lines, to the penny, those lines say so: afterwards a line without a reason is reconciled.
 */
export async function reconcile(note: CreditNote, returns: Returns): Promise<CreditNote> {
  const open = note.lines.filter(({ reason }) => !reason);
  const wanted = open.reduce((sum, { amount }) => sum + amount, 0);
  let given = 0;
  let fault: Reason | undefined;
  for (const sent of returnsOf(note)) {
    const told = await returns.giveBack(sent);
    if ('refused' in told) fault = 'refused';
    else given += told.amount;
  }
  if (given !== wanted) fault ??= 'other sum';
  return { ...note, lines: note.lines.map((line) => (fault ? { reason: fault, ...line } : line)) };
}

function returnsOf({ customer, lines }: CreditNote): Sent[] {
  const units = lines.flatMap((line) => line.units);
  const orders = [...new Set(units.map(({ order }) => order))];
  return orders.map((order) => ({
    ...{ customer, order },
    lines: units
      .filter((each) => each.order === order)
      .map(({ line, quantity }) => ({ line, quantity })),
  }));
}

/** Orders whose refunds are not what was told, or come to more than was paid. */
export async function refundFaults(
  notes: readonly CreditNote[],
  returns: Returns,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [order, { customer, told }] of toldRefunds(notes)) {
    const payments = await returns.payments({ customer, order });
    const paid = total(payments.filter((amount) => amount > 0));
    const back = paid - total(payments);
    if (back > paid) faults.push(`${order}: more was given back than was paid`);
    if (back !== told) faults.push(`${order}: ${back} pence were given back, and ${told} told`);
  }
  return faults;
}

function toldRefunds(notes: readonly CreditNote[]) {
  const refunds = new Map<string, { customer: string; told: number }>();
  for (const { customer, lines } of notes)
    for (const { reason, unitPrice, units } of lines)
      for (const { order, quantity } of reason ? [] : units) {
        const before = refunds.get(order)?.told ?? 0;
        refunds.set(order, { customer, told: before + quantity * unitPrice });
      }
  return refunds;
}

const total = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0);

export const isReconciled = ({ lines }: CreditNote): boolean =>
  lines.every(({ reason }) => !reason);

export const isFaulty = ({ lines }: CreditNote): boolean =>
  lines.some(({ reason }) => reason && faults.has(reason));
