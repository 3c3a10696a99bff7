import { exponentOf } from '../../contract/exponents.ts';
import { isFields } from '../stores/json-path.ts';
import type { Saying } from './policy-sheet.ts';

/** A fee as it is said: so much, or such a part. */
export function feeOf(sheet: Saying, fee: unknown): string {
  const { kind, amount, percent } = isFields(fee) ? fee : {};
  if (kind === 'flat') return moneyOf(sheet, Number(amount));
  const format = new Intl.NumberFormat(sheet.say.language, {
    ...{ style: 'percent', maximumFractionDigits: 2 },
  });
  return format.format(Number(percent) / 100);
}

export function moneyOf({ say, currency }: Saying, amount: number): string {
  return new Intl.NumberFormat(say.language, {
    ...{ style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' },
  }).format(amount / 10 ** exponentOf(currency));
}
