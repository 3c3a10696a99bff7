import type { Fault } from '../../../backend/services/import/row-faults.ts';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import type { CsvRecord } from './records.ts';

/** Shopify writes a ' before numbers, and before what a spreadsheet would take for a formula. */
const SPREADSHEETS = /^'(?=[=+\-@]|[\d\s():.+-]+$)/;

/** The cells of a record, read by what they hold. Of the bad ones the first is remembered. */
export interface Cells {
  /** The first of these columns that has something in it; Shopify has renamed some. */
  text(...columns: string[]): string;
  /** The same of a code, as a postcode: none begins with an apostrophe of its own. */
  code(...columns: string[]): string;
  /** An amount in minor units; an empty cell is nothing. */
  amount(currency: string, ...columns: string[]): number;
  count(...columns: string[]): number;
  /** ISO 8601 of "2026-11-18 09:41:00 +0100". */
  instant(...columns: string[]): string;
  fault(): Fault | undefined;
}

export function cellsOf({ columns }: CsvRecord): Cells {
  let fault: Fault | undefined;
  const written = (names: string[]): string => {
    const name = names.find((each) => columns[each.toLowerCase()]?.trim());
    return name === undefined ? '' : columns[name.toLowerCase()]!.trim();
  };
  const text = (...names: string[]): string => written(names).replace(SPREADSHEETS, '');
  const bad = (names: string[], reason: string): void =>
    void (fault ??= { pointer: names[0]!, reason });
  return {
    text,
    code: (...names) => written(names).replace(/^'(?=\S)/, ''),
    amount(currency, ...names) {
      const amount = minorUnits(text(...names) || '0', currency);
      if (amount === undefined) bad(names, 'This is no amount, as in 249.00.');
      return amount ?? 0;
    },
    count(...names) {
      const given = text(...names) || '0';
      if (!/^-?\d{1,9}$/.test(given)) bad(names, 'This is no whole number.');
      return Number.parseInt(given, 10) || 0;
    },
    instant(...names) {
      const form = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)\s*(?:([+-]\d\d):?(\d\d)|Z|UTC)?$/;
      const found = form.exec(text(...names));
      if (!found) bad(names, 'This is no moment, as in 2026-11-18 09:41:00 +0100.');
      const [, day = '', time = '', hours, minutes] = found ?? [];
      return `${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`;
    },
    fault: () => fault,
  };
}
