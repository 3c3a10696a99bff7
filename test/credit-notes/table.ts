import type { CreditNote } from './credit-notes.ts';
import { isReconciled } from './reconcile.ts';
import { reasons, type Reason } from './reasons.ts';

/** How many notes and lines, and pence of them. */
export interface Row {
  notes: number;
  lines: number;
  amount: number;
}

const outcomes = ['reconciled', ...reasons] as const;
export type Table = Record<'reconciled' | Reason, Row>;

/**
 * What reconciles, and the rest by reason. Lines and sums count where the line itself belongs; a note
 * counts once, by the first of its lines that does not reconcile. So each column adds up to all.
 */
export function tableOf(notes: readonly CreditNote[]): Table {
  const lines = notes.flatMap((note) => note.lines);
  const row = (outcome: keyof Table): Row => {
    const own = lines.filter(({ reason = 'reconciled' }) => reason === outcome);
    return {
      notes: notes.filter((note) => outcomeOf(note) === outcome).length,
      lines: own.length,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
    };
  };
  return Object.fromEntries(outcomes.map((outcome) => [outcome, row(outcome)])) as Table;
}

const outcomeOf = ({ lines }: CreditNote): keyof Table =>
  lines.find(({ reason }) => reason)?.reason ?? 'reconciled';

export const sumOf = (table: Table): Row =>
  Object.values(table).reduce((sum, row) => ({
    notes: sum.notes + row.notes,
    lines: sum.lines + row.lines,
    amount: sum.amount + row.amount,
  }));

/** The table as text, and the sentence that says how far it got. */
export function told(notes: readonly CreditNote[]): string[] {
  const table = tableOf(notes);
  const text = (name: string, ...cells: (string | number)[]) =>
    [name.padEnd(26), ...cells.map((cell) => String(cell).padStart(12))].join('');
  const rowText = (name: string, { notes: count, lines, amount }: Row) =>
    text(name, count, lines, pounds(amount));
  return [
    text('', 'notes', 'lines', 'sum'),
    ...Object.entries(table).map(([name, row]) => rowText(name, row)),
    rowText('in all', sumOf(table)),
    `${notes.filter(isReconciled).length} of ${notes.length} credit notes reconcile, rest listed`,
  ];
}

/** Each line that does not reconcile, with its reason. */
export const listed = (notes: readonly CreditNote[]): string[] =>
  notes.flatMap(({ number, lines }) =>
    lines.flatMap(({ sku, quantity, unitPrice, amount, reason }) =>
      reason
        ? `${number}: ${quantity} of ${sku} at ${pounds(unitPrice)}, ${pounds(amount)}: ${reason}`
        : [],
    ),
  );

const sterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const pounds = (pence: number): string => sterling.format(pence / 100);
